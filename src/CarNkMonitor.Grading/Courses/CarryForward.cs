namespace CarNkMonitor.Grading.Courses;

/// <summary>
/// How long a value stands where nothing newer is recorded (specification of observations 1.3): CycleDay 0 to 14, then the twice-weekly phase,
/// and the monthly phase from CycleDay 15 on once the subject was discharged home.
/// </summary>
static class CarryForward
{
    const int LastDailyDay = 14;

    static readonly TimeSpan TwiceWeekly = TimeSpan.FromDays(5);
    static readonly TimeSpan Monthly = TimeSpan.FromDays(35);

    /// <summary>Organ findings of GvHD.</summary>
    public static TimeSpan Organ(SubjectRecord record, DateTime moment) => Of(record, moment, TimeSpan.FromHours(36));

    /// <summary>Bilirubin, and the laboratory values of the MAS signal.</summary>
    public static TimeSpan Bilirubin(SubjectRecord record, DateTime moment) => Of(record, moment, TimeSpan.FromHours(72));

    static TimeSpan Of(SubjectRecord record, DateTime moment, TimeSpan daily) =>
        record.Subject.CycleDayAt(moment) is null or <= LastDailyDay ? daily : IsHome(record, moment) ? Monthly : TwiceWeekly;

    static bool IsHome(SubjectRecord record, DateTime moment) => record.Standing("discharge_home", moment)?.Flag == true;
}
