using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>
/// What is known of a subject's conditioning: recorded doses, and the dates that the enrollment stated. Pure; the order of entry is no matter.
/// Source: day conventions of the specification, 0.3 (recovery days count from the first infusion after the most recent conditioning course).
/// </summary>
/// <param name="Doses">UTC, every <c>conditioning_dose</c> that holds.</param>
/// <param name="StatedFrom">First day by the enrollment, site calendar; null when it named none.</param>
/// <param name="StatedTo">Last day by the enrollment.</param>
public sealed record Conditioning(IReadOnlyList<DateTime> Doses, DateOnly? StatedFrom, DateOnly? StatedTo)
{
    /// <summary>
    /// Does a new recovery begin with this infusion? With the first of all, and with each one that has a dose, or the stated first day, between
    /// the infusion before and itself.
    /// </summary>
    /// <param name="calendar">With all infusions.</param>
    /// <param name="infusion">Its place in <see cref="SubjectCalendar.Infusions"/>.</param>
    public bool ComesBefore(SubjectCalendar calendar, int infusion)
    {
        if (infusion == 0)
        {
            return true;
        }

        var (before, start) = (calendar.Infusions[infusion - 1].StartedAt, calendar.Infusions[infusion].StartedAt);
        return Doses.Any(dose => dose > before && dose < start)
            || (DateOf(calendar, before) < StatedFrom && StatedFrom <= DateOf(calendar, start));
    }

    /// <summary>
    /// First and last day of the most recent course. A course are the doses that no infusion lies between; the stated days count only while no dose
    /// is on record. Null when nothing is known.
    /// </summary>
    public (DateOnly From, DateOnly To)? MostRecent(SubjectCalendar calendar)
    {
        if (Doses.Count == 0)
        {
            return StatedFrom is { } from && StatedTo is { } to ? (from, to) : null;
        }

        var last = Doses.Max();
        var infused = calendar.Infusions.Where(infusion => infusion.StartedAt < last).Select(infusion => infusion.StartedAt).DefaultIfEmpty(DateTime.MinValue).Max();
        return (DateOf(calendar, Doses.Where(dose => dose > infused).Min()), DateOf(calendar, last));
    }

    static DateOnly DateOf(SubjectCalendar calendar, DateTime utc) => calendar.DateOf(utc).ToDateOnly();
}

static class ConditioningOfSubject
{
    public static async Task<Conditioning> ConditioningOf(this MonitorContext db, Subject subject, CancellationToken cancel) => new(
        await db.Observations.Current().Where(dose => dose.SubjectId == subject.Id && dose.Code == "conditioning_dose")
            .Select(dose => dose.ObservedAt).ToListAsync(cancel),
        subject.ConditioningFrom, subject.ConditioningTo);
}
