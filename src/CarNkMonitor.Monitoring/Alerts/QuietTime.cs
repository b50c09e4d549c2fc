using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>
/// A time over which the readings themselves say, without a break, that an alert's ground is gone. An alert closes by itself only on such evidence
/// and never because nobody looked: where a window holds no reading, nothing is quiet.
/// </summary>
/// <param name="From">UTC, inclusive.</param>
/// <param name="Until">UTC, exclusive; null when nothing will end it.</param>
public sealed record QuietTime(DateTime From, DateTime? Until)
{
    /// <summary>When an alert closes on this evidence: quiet for 24 h, managed, and quiet still; null if that never is.</summary>
    public DateTime? ClosingTime(DateTime managedAt)
    {
        var closes = From + EscalationDefaults.ClosesAfter > managedAt ? From + EscalationDefaults.ClosesAfter : managedAt;
        return closes >= Until ? null : closes;
    }

    public bool Holds(DateTime moment) => From <= moment && !(Until <= moment);

    /// <summary>The quiet times of a course, ascending.</summary>
    /// <param name="course">Results at every change, ascending.</param>
    /// <param name="kind">What the alert is about.</param>
    public static IReadOnlyList<QuietTime> Of(IEnumerable<CrsAssessment> course, AlertKind kind)
    {
        List<QuietTime> times = [];
        DateTime? from = null;
        foreach (var one in course)
        {
            if (!IsQuiet(one, kind) && from is { } began)
            {
                times.Add(new QuietTime(began, one.Moment));
            }

            from = IsQuiet(one, kind) ? from ?? one.Moment : null;
        }

        return from is { } last ? [.. times, new QuietTime(last, null)] : times;
    }

    /// <summary>CRS: grade 0 for sure. Vital signs: every one of them read, and none beyond its limit. Other kinds have no course yet.</summary>
    static bool IsQuiet(CrsAssessment one, AlertKind kind) => kind switch
    {
        AlertKind.Crs => one.IsQuiet,
        AlertKind.Vitals => one.Result.State is GradeState.Determined or GradeState.CannotExclude && one.PossibleDanger == VitalDanger.None,
        AlertKind.Icans or AlertKind.IecHs or AlertKind.Mas or AlertKind.Gvhd or AlertKind.Cytopenia or AlertKind.Infection
            or AlertKind.DataGap or AlertKind.Overdue or AlertKind.Coverage or AlertKind.System => false,
    };
}

static class QuietTimesOfAlert
{
    /// <summary>By the facts that hold now, as far back as the alert's closing may rest on.</summary>
    public static async Task<IReadOnlyList<QuietTime>> QuietTimesOf(this MonitorContext db, Alert alert, CancellationToken cancel)
    {
        var facts = await db.FactsOfAlert(alert, cancel);
        var from = alert.OpenedAt - EscalationDefaults.ClosesAfter;
        return QuietTime.Of(CrsCourse.Changes(facts, from, [from]), alert.Kind);
    }

    /// <summary>Of the subject that an alert is about, by what holds now.</summary>
    public static async Task<SubjectFacts> FactsOfAlert(this MonitorContext db, Alert alert, CancellationToken cancel)
    {
        var subject = await db.Subjects.Include(row => row.Site).Include(row => row.Infusions).SingleAsync(row => row.Id == alert.SubjectId, cancel);
        return await db.FactsOf(subject, await db.SettingsHistoryOf(subject.StudyId, cancel), cancel);
    }
}
