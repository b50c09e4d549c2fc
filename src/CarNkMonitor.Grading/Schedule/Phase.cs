namespace CarNkMonitor.Grading.Schedule;

/// <summary>The phases of a monitoring course (<see cref="PhaseOfCourse"/>), in the order in which they follow each other.</summary>
public enum Phase
{
    /// <summary>Before the first conditioning day.</summary>
    Screening,

    /// <summary>From the first to the last conditioning day, both included.</summary>
    Conditioning,

    /// <summary>After the last conditioning day, before the first infusion.</summary>
    Rest,

    /// <summary>CycleDay 0: the day of an infusion.</summary>
    Infusion,

    /// <summary>CycleDay 1 to 14.</summary>
    Daily,

    /// <summary>CycleDay 15 and later, not discharged home.</summary>
    TwiceWeekly,

    /// <summary>CycleDay 15 and later, discharged home.</summary>
    Monthly,
}

/// <summary>The days of one course, all as RecoveryDay: calendar days since the first infusion after conditioning, which is day 0.</summary>
/// <param name="InfusionDays">Infusions given or planned, in any order; a planned one counts from its own day on, never before.</param>
/// <param name="ConditioningFrom">First conditioning day, included. The default is the plan's own.</param>
/// <param name="ConditioningTo">Last conditioning day, included.</param>
/// <param name="HomeDay">Day of discharge home, included; null while not discharged.</param>
public sealed record CourseDays(IReadOnlyCollection<int> InfusionDays, int ConditioningFrom = -4, int ConditioningTo = -2, int? HomeDay = null);

/// <summary>
/// Phase, CycleDay and number of CRS checks of one day of a course. Source: monitoring schedule of the CarNkMonitor specification,
/// 6.2 and 6.3 (a proposal, to be confirmed by the study's physicians).
/// </summary>
public static class PhaseOfCourse
{
    /// <summary>Criteria id stored with what these rules decide.</summary>
    public const string Criteria = "CNK-SCHEDULE-1";

    /// <summary>Last CycleDay (included) of the daily phase, which every infusion restarts.</summary>
    public const int LastDailyDay = 14;

    /// <summary>Calendar days since the most recent infusion on or before that day; null before the first infusion.</summary>
    public static int? CycleDay(this CourseDays course, int recoveryDay)
    {
        int? latest = null;
        foreach (var day in course.InfusionDays)
        {
            latest = day <= recoveryDay && !(latest >= day) ? day : latest;
        }

        return recoveryDay - latest;
    }

    /// <summary>
    /// The phase of that day. Discharge home starts the monthly phase only after CycleDay 14. In a second conditioning course the daily
    /// phase of an earlier infusion is finished first.
    /// </summary>
    public static Phase On(this CourseDays course, int recoveryDay) => (course.CycleDay(recoveryDay), recoveryDay) switch
    {
        (0, _) => Phase.Infusion,
        ( <= LastDailyDay, _) => Phase.Daily,
        (_, var day) when day >= course.ConditioningFrom && day <= course.ConditioningTo => Phase.Conditioning,
        (null, var day) when day > course.ConditioningTo => Phase.Rest,
        (null, _) => Phase.Screening,
        (_, var day) => day >= course.HomeDay ? Phase.Monthly : Phase.TwiceWeekly,
    };

    /// <summary>
    /// How many CRS checks the plan wants on that day: 3 on an infusion day, 2 on CycleDay 1 to 7, 1 on CycleDay 8 to 14, afterwards 1 on
    /// a visit day and 0 between the visits; 0 before the first infusion.
    /// </summary>
    public static int CrsChecks(this CourseDays course, int recoveryDay) => (course.On(recoveryDay), course.CycleDay(recoveryDay)) switch
    {
        (Phase.Infusion, _) => 3,
        (Phase.Daily, <= 7) => 2,
        (Phase.Daily, _) => 1,
        (Phase.TwiceWeekly, { } day) => IsTwiceWeeklyVisit(day) ? 1 : 0,
        (Phase.Monthly, _) => IsMonthlyVisit(recoveryDay) ? 1 : 0,
        _ => 0,
    };

    /// <summary>Nominal CycleDays of the twice-weekly phase: 17, 21, 24, 28, 31, 35 and so on.</summary>
    public static bool IsTwiceWeeklyVisit(int cycleDay) => cycleDay >= 17 && cycleDay % 7 is 3 or 0;

    /// <summary>Nominal RecoveryDays of the monthly phase: 60, 90, 120 and so on to 360, the last one included.</summary>
    public static bool IsMonthlyVisit(int recoveryDay) => recoveryDay is >= 60 and <= 360 && recoveryDay % 30 == 0;
}
