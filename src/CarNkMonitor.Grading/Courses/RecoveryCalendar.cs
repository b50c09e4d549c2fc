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

    /// <summary>LD1, the day: that of <see cref="ConditioningFrom"/> as RecoveryDay of the course of <paramref name="zero"/>; null when not known.</summary>
    public int? FirstDose(DateTime zero) =>
        StartedBefore(zero) is { } start ? subject.LocalDate(start).DayNumber - subject.LocalDate(zero).DayNumber : null;

    /// <summary>
    /// LD1, the instant: the first fludarabine or cyclophosphamide dose of the most recent course that an infusion followed by this moment; where no
    /// dose is on record, the beginning of the stated first day.
    /// </summary>
    public DateTime? ConditioningFrom(DateTime moment) => DayZeroAt(moment) is { } zero ? StartedBefore(zero) : null;

    /// <summary>LD1 of the first course as far as it is known before any infusion.</summary>
    public DateTime? FirstCourseUntil(DateTime moment) => !HasDoseBefore(moment.AddTicks(1))
        ? subject.StatedConditioningFrom is { } date && subject.StartOf(date) is var start && start <= moment ? start : null
        : Array.Find(doses, one => one.ObservedAt <= moment && IsFirstAgent(one))?.ObservedAt;

    /// <summary>The stated first day counts only where no dose is on record; one that was given later says nothing of an earlier course.</summary>
    bool HasDoseBefore(DateTime instant) => doses.Length > 0 && doses[0].ObservedAt < instant;

    static bool IsFirstAgent(Fact dose) => dose.Coded is "fludarabine" or "cyclophosphamide";

    DateTime? StartedBefore(DateTime zero)
    {
        var before = infusions.Where(start => start < zero).DefaultIfEmpty(DateTime.MinValue).Max();
        return !HasDoseBefore(zero)
            ? subject.StatedConditioningFrom is { } date && date <= subject.LocalDate(zero) ? subject.StartOf(date) : null
            : Array.Find(doses, one => one.ObservedAt > before && one.ObservedAt < zero && IsFirstAgent(one))?.ObservedAt;
    }

    bool FollowsConditioning(int index)
    {
        var (before, start) = (infusions[index - 1], infusions[index]);
        return Array.Exists(doses, dose => dose.ObservedAt > before && dose.ObservedAt < start)
            || (!HasDoseBefore(start) && subject.StatedConditioningFrom is { } from && subject.LocalDate(before) < from && from <= subject.LocalDate(start));
    }
}
