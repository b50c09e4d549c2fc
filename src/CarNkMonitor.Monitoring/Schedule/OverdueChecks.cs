using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Schedule;
using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Monitoring.Schedule;

/// <summary>
/// When planned CRS checks are overdue, as a pure function of the calendar and the facts. It does not ask which check filled which stored slot, because
/// that goes by the order of recording; here the earliest set with a temperature inside a slot's window fills it.
/// </summary>
public static class OverdueChecks
{
    /// <summary>Nothing that is known at a moment changes the grade by time alone later than this.</summary>
    const int DaysAhead = 35;

    /// <param name="calendar">The subject's infusions and clocks.</param>
    /// <param name="facts">All facts of the subject.</param>
    /// <param name="from">Slots closed by then are left out.</param>
    /// <param name="now">The plan is looked through to some weeks after it.</param>
    public static IReadOnlyList<OverdueCheck> Of(SubjectCalendar calendar, SubjectFacts facts, DateTime from, DateTime now)
    {
        var sets = facts.Facts.Where(fact => fact.Code == "temperature").Select(fact => fact.ObservedAt).Order().ToArray();
        return
        [
            .. from slot in ScheduleOfAssessments.CrsChecks(calendar, calendar.DateOf(now).PlusDays(DaysAhead))
               where slot.ClosesAt > @from
               let overdue = new SlotWindow(slot.OpensAt, slot.OnTimeUntil, slot.ClosesAt).Overdue(FirstIn(sets, slot))
               where overdue is not null
               select new OverdueCheck(overdue.Value.From, overdue.Value.Until, slot.CycleDay <= PhaseOfCourse.LastDailyDay),
        ];
    }

    static DateTime? FirstIn(DateTime[] sets, PlannedSlot slot)
    {
        var index = Array.BinarySearch(sets, slot.OpensAt);
        index = index < 0 ? ~index : index;
        return index < sets.Length && sets[index] < slot.ClosesAt ? sets[index] : null;
    }
}
