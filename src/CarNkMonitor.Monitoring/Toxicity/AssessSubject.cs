using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>
/// Grades a subject from the facts that hold now. A part of the use case that stored them: that one holds the subject's lock, saves and commits.
/// </summary>
/// <remarks>
/// Every moment at which something gradable was observed has one current assessment. A fact changes its own moment and later ones, never
/// earlier ones, so the current assessments depend on the facts alone and not on the order in which they were entered.
/// </remarks>
public sealed class AssessSubject(MonitorContext db, TimeProvider time)
{
    /// <summary>What an alert looks back on: a rise is judged within it.</summary>
    static readonly TimeSpan LookBack = TimeSpan.FromHours(24);

    /// <summary>Grades every moment from <paramref name="from"/> on; a new version is added only where the result is another one.</summary>
    /// <param name="subject">Tracked, with site and infusions.</param>
    /// <param name="from">The observed time of the earliest fact that is new, amended or withdrawn; it is saved already.</param>
    /// <param name="settings">Those in force; their number is kept with each result.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<SubjectAssessed> Assess(Subject subject, DateTime from, SettingsInForce settings, CancellationToken cancel)
    {
        var facts = await db.FactsOf(subject, CrsCodes.All, cancel);
        var known = await db.Assessments.Where(assessment => assessment.SubjectId == subject.Id && assessment.IsCurrent
            && assessment.Criteria == AstctCrs.Criteria && assessment.Moment > from - LookBack).ToListAsync(cancel);
        var moments = facts.Facts.Select(fact => fact.ObservedAt).Concat(known.Select(assessment => assessment.Moment))
            .Where(moment => moment >= from).Distinct().Order().ToList();
        if (moments.Count == 0)
        {
            return SubjectAssessed.Unchanged;
        }

        var results = CrsCourse.Over(facts, moments);
        return new SubjectAssessed([.. Renew(subject, known, results, settings.Version)], results[^1].Danger);
    }

    /// <summary>The current assessments after the new results, ordered by moment, as far back as an alert looks.</summary>
    IEnumerable<Assessment> Renew(Subject subject, List<Assessment> known, IReadOnlyList<CrsAssessment> results, int settingsVersion)
    {
        var standing = known.ToDictionary(assessment => assessment.Moment);
        foreach (var result in results)
        {
            var before = standing.GetValueOrDefault(result.Moment);
            var fresh = AssessmentRow.Of(subject, result, (before?.Version ?? 0) + 1, settingsVersion, time.Now());
            if (before is null || AssessmentRow.Differs(before, fresh))
            {
                standing[result.Moment] = Replace(before, fresh);
            }
        }

        var newest = results[^1].Moment;
        return standing.Values.Where(assessment => assessment.Moment > newest - LookBack).OrderBy(assessment => assessment.Moment);
    }

    Assessment Replace(Assessment? before, Assessment fresh)
    {
        before?.IsCurrent = false;
        db.Assessments.Add(fresh);
        return fresh;
    }
}
