using CarNkMonitor.Grading.Schedule;
using CarNkMonitor.Monitoring.Subjects;
using NodaTime;

namespace CarNkMonitor.Monitoring.Schedule;

/// <summary>A slot that the plan wants; all times UTC, with the edges of <see cref="PlannedAssessment"/>.</summary>
public sealed record PlannedSlot(Guid InfusionId, int CycleDay, DateTime NominalAt, DateTime OpensAt, DateTime OnTimeUntil, DateTime ClosesAt);

/// <summary>
/// The plan of CRS checks as a pure function of a subject's calendar. Source: monitoring schedule of the specification, 6.2, 6.3 (column C)
/// and 6.5.
/// <list type="bullet">
/// <item>An infusion owns the plan from its start to the start of the next one: slots before its hour and after its successor's are not its.</item>
/// <item>Interval windows are elapsed time from the nominal moment; daily and visit windows are calendar days, also when a clock changes.</item>
/// <item>No slot opens before its infusion: there is nothing to grade then.</item>
/// </list>
/// </summary>
public static class ScheduleOfAssessments
{
    /// <summary>All CRS checks from the first infusion to a date (included), in the order of their nominal time.</summary>
    public static IReadOnlyList<PlannedSlot> CrsChecks(SubjectCalendar calendar, LocalDate until) =>
        [.. calendar.Infusions.SelectMany((_, at) => ChecksOf(at, calendar, until)).DistinctBy(slot => slot.NominalAt).OrderBy(slot => slot.NominalAt)];

    static IEnumerable<PlannedSlot> ChecksOf(int at, SubjectCalendar calendar, LocalDate until)
    {
        var infusion = calendar.Infusions[at];
        var ends = at + 1 < calendar.Infusions.Count ? calendar.Infusions[at + 1].StartedAt : DateTime.MaxValue;
        var own = calendar.UpTo(at);
        var first = calendar.DateOf(infusion.StartedAt);
        return from k in Enumerable.Range(0, Math.Max(0, Period.DaysBetween(first, until) + 1))
               from slot in SlotsOn(first.PlusDays(k), k, infusion, own)
               where slot.NominalAt >= infusion.StartedAt && slot.NominalAt < ends
               select slot;
    }

    static IEnumerable<PlannedSlot> SlotsOn(LocalDate date, int cycleDay, Infusion infusion, SubjectCalendar calendar)
    {
        var course = calendar.CourseOn(date)!;
        var (frequency, hours) = Checks(course, Period.DaysBetween(calendar.DayZero(date)!.Value, date));
        return hours.Select(hour => Slot(infusion, cycleDay, frequency, date.At(new LocalTime(hour, 0)), calendar));
    }

    static (SlotFrequency Frequency, int[] Hours) Checks(CourseDays course, int recoveryDay) => course.CrsChecks(recoveryDay) switch
    {
        3 => (SlotFrequency.EveryEightHours, [6, 14, 22]),
        2 => (SlotFrequency.EveryTwelveHours, [8, 20]),
        1 => (Frequency(course.On(recoveryDay)), [8]),
        _ => (SlotFrequency.Daily, []),
    };

    static SlotFrequency Frequency(Phase phase) => phase switch
    {
        Phase.Monthly => SlotFrequency.Monthly,
        Phase.TwiceWeekly => SlotFrequency.TwiceWeekly,
        Phase.Screening or Phase.Conditioning or Phase.Rest or Phase.Infusion or Phase.Daily => SlotFrequency.Daily,
    };

    static PlannedSlot Slot(Infusion infusion, int cycleDay, SlotFrequency frequency, LocalDateTime nominal, SubjectCalendar calendar)
    {
        var local = nominal.ToDateTimeUnspecified();
        var window = SlotWindow.Around(frequency, local);
        var instant = calendar.PlannedInstant(nominal);
        var opens = Limit(window.Opens);
        return new(infusion.Id, cycleDay, instant, opens > infusion.StartedAt ? opens : infusion.StartedAt, Limit(window.OnTimeUntil), Limit(window.Closes));

        DateTime Limit(DateTime limit) => SlotWindow.IsInterval(frequency)
            ? instant + (limit - local)
            : calendar.PlannedInstant(LocalDateTime.FromDateTime(limit));
    }
}
