using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Courses;

/// <summary>
/// RecoveryDay: calendar days since the first infusion after the most recent conditioning course (specification of cytopenias, 0.3). A new
/// conditioning course closes the old count on the day before its first dose.
/// </summary>
/// <param name="subject">Zone and stated conditioning.</param>
/// <param name="infusions">Starts, in order.</param>
/// <param name="doses">Conditioning doses, in order of time.</param>
sealed class RecoveryCalendar(SubjectFacts subject, DateTime[] infusions, Fact[] doses)
{
    /// <summary>The infusion that is day 0 at a moment; null before the first.</summary>
    public DateTime? DayZeroAt(DateTime moment)
    {
        DateTime? zero = null;
        for (var index = 0; index < infusions.Length && infusions[index] <= moment; index++)
        {
            zero = index == 0 || FollowsConditioning(index) ? infusions[index] : zero;
        }

        return zero;
    }

    /// <summary>Calendar days from day 0 to the date of a moment; negative for moments before it when seen from <paramref name="now"/>.</summary>
    public int? Day(DateTime moment, DateTime now) =>
        DayZeroAt(now) is { } zero ? subject.LocalDate(moment).DayNumber - subject.LocalDate(zero).DayNumber : null;

    /// <summary>RecoveryDay of a moment, seen from that moment.</summary>
    public int? DayAt(DateTime moment) => Day(moment, moment);

    /// <summary>Is a new conditioning course under way: a dose after the last infusion started by this moment?</summary>
    public DateTime? NextCourseAfter(DateTime zero, DateTime moment)
    {
        var next = infusions.FirstOrDefault(start => start > zero && FollowsConditioning(Array.IndexOf(infusions, start)), DateTime.MaxValue);
        var last = infusions.Where(start => start >= zero && start < next).Max();
        var dose = Array.Find(doses, one => one.ObservedAt > last && one.ObservedAt <= moment);
        return dose?.ObservedAt;
    }

    /// <summary>First fludarabine or cyclophosphamide dose of the course before day 0 (LD1); the stated first day where no dose is recorded.</summary>
    public int? FirstDose(DateTime zero)
    {
        var before = infusions.Where(start => start < zero).DefaultIfEmpty(DateTime.MinValue).Max();
        var dose = Array.Find(doses, one => one.ObservedAt > before && one.ObservedAt < zero && (one.Coded is "fludarabine" or "cyclophosphamide"));
        var date = dose is not null ? subject.LocalDate(dose.ObservedAt) : doses.Length == 0 ? subject.StatedConditioningFrom : null;
        return date is { } first && first <= subject.LocalDate(zero) ? first.DayNumber - subject.LocalDate(zero).DayNumber : null;
    }

    bool FollowsConditioning(int index)
    {
        var (before, start) = (infusions[index - 1], infusions[index]);
        return Array.Exists(doses, dose => dose.ObservedAt > before && dose.ObservedAt < start)
            || (doses.Length == 0 && subject.StatedConditioningFrom is { } from && subject.LocalDate(before) < from && from <= subject.LocalDate(start));
    }
}
