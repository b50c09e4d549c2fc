using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>
/// Grades a subject from the facts that hold now. A part of the use case that stored them: that one holds the subject's lock, saves and commits.
/// </summary>
/// <remarks>
/// Every moment at which something gradable was observed has one current assessment, and every one at which time alone changed the grade. A fact
/// changes its own moment and later ones, never earlier ones, so the current assessments depend on the facts and the plan alone: not on the order in
/// which they were entered, and not on when a sweep ran.
/// </remarks>
public sealed class AssessSubject(MonitorContext db, TimeProvider time)
{
    /// <summary>What an alert looks back on: a rise is judged within it.</summary>
    static readonly TimeSpan LookBack = TimeSpan.FromHours(24);

    /// <summary>
    /// Grades every moment from <paramref name="from"/> on, and what has come due since; a new version is added only where the result is another one.
    /// </summary>
    /// <param name="subject">Tracked, with site and infusions.</param>
    /// <param name="from">The observed time of the earliest fact that is new, amended or withdrawn; it is saved already. Null: only what has come due.</param>
    /// <param name="settings">Those in force; their number is kept with each result.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<SubjectAssessed> Assess(Subject subject, DateTime? from, SettingsInForce settings, CancellationToken cancel)
    {
        var now = time.Now();
        var next = await db.NextGradings.FindAsync([subject.Id], cancel);
        var due = next?.DueAt <= now ? next.DueAt : null;
        if ((due < from ? due : from ?? due) is not { } start)
        {
            return SubjectAssessed.Unchanged;
        }

        var facts = await db.FactsOf(subject, CrsCodes.All, cancel);
        var moments = await GradingMoments.Of(db, subject, facts, start, now, cancel);
        PlanNext(subject, next, moments.Next);
        var known = await db.Assessments.Where(one => one.SubjectId == subject.Id && one.Criteria == AstctCrs.Criteria && one.Moment > start - LookBack)
            .ToListAsync(cancel);
        var course = new AssessedCourse(subject, known, moments.ByTime, settings.Version, now);
        var results = CrsCourse.Over(facts, moments.All);
        db.Assessments.AddRange(course.Renew(results, start));
        if (results is not [.., var newest])
        {
            return SubjectAssessed.Unchanged;
        }

        var isByTime = moments.ByTime.Contains(newest.Moment);
        var cameDue = course.HasChanged && ((due is not null && moments.ByTime.Count > 0) || (isByTime && moments.IsOverdue));
        return new SubjectAssessed(course.UpTo(newest.Moment, LookBack), newest.Danger, cameDue);
    }

    void PlanNext(Subject subject, NextGrading? row, DateTime? dueAt)
    {
        if (row is not null)
        {
            row.DueAt = dueAt;
        }
        else if (dueAt is not null)
        {
            db.NextGradings.Add(new NextGrading { SubjectId = subject.Id, DueAt = dueAt });
        }
    }
}
