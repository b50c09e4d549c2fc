using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Decisions;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>
/// Grades a subject by every table of its study from the facts that hold now. A part of the use case that stored them: that one holds the subject's
/// lock, saves and commits.
/// </summary>
/// <remarks>
/// CRS has one current assessment for every moment at which something gradable was observed and every one at which time alone changed the grade; the
/// other tables have one wherever they say something else than before. A fact changes its own moment and later ones, never earlier ones, so the current
/// assessments depend on the facts, the settings and the plan alone: not on the order in which they were entered, and not on when a sweep ran. Where an
/// assessment gives way to another grade, that is kept as a fact of its own (<see cref="AssessmentChange"/>).
/// </remarks>
public sealed class AssessSubject(MonitorContext db, TimeProvider time)
{
    /// <summary>What an alert looks back on: a rise is judged within it.</summary>
    static readonly TimeSpan LookBack = TimeSpan.FromHours(24);

    /// <summary>
    /// Grades every moment from the earliest of these facts on, and what has come due since; a new version is added only where the result is another one.
    /// </summary>
    /// <param name="subject">Tracked, with site and infusions.</param>
    /// <param name="facts">New, amended or withdrawn, and saved already; none: only what has come due.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<SubjectAssessed> Assess(Subject subject, IReadOnlyList<Observation> facts, CancellationToken cancel)
    {
        var now = time.Now();
        var next = await db.NextGradings.FindAsync([subject.Id], cancel);
        var due = next?.DueAt <= now ? next.DueAt : null;
        var earliest = facts.Count > 0 ? facts.Min(fact => fact.ObservedAt) : (DateTime?)null;
        if ((due < earliest ? due : earliest ?? due) is not { } start)
        {
            return SubjectAssessed.Unchanged;
        }

        var settings = await db.SettingsHistoryOf(subject.StudyId, cancel);
        var record = await db.FactsOf(subject, settings, cancel);
        var moments = await GradingMoments.Of(db, subject, record, settings.Changes, start, now, cancel);
        PlanNext(subject, next, moments.Next);
        var stored = await StoredCourses(subject, start, cancel);
        // What stands at the start is graded again, so that a table whose inputs have not changed since is known at once.
        var standing = stored.SelectMany(rows => rows).Where(row => row.IsCurrent && row.Moment < start).Select(row => row.Moment).Order().TakeLast(1);
        var graded = GradedCourse.Over(record, settings, [.. standing, .. moments.All]);
        await FollowOtherTables(subject, facts, graded, stored, new Span(moments, start, now), cancel);
        var crs = new AssessedCourse(subject, [.. stored[TablePart.Crs]], moments.ByTime.Contains, now);
        GradedMoment[] results = [.. graded[TablePart.Crs].Where(result => moments.IsOfCrs(result.Moment))];
        db.Assessments.AddRange(crs.Renew(results, start));
        await db.NoteChanges(subject, facts, crs.Replaced, now, cancel);
        await db.VoidSignaturesWithoutGround(subject, now, cancel);
        return results.Length == 0 && !crs.HasChanged ? SubjectAssessed.Unchanged
            : crs.Newest is { } newest ? Assessed(crs, record, newest, moments, isDue: due is not null) : SubjectAssessed.NothingLeft;
    }

    static SubjectAssessed Assessed(AssessedCourse crs, SubjectFacts record, DateTime newest, GradingMoments moments, bool isDue)
    {
        var isByTime = moments.ByTime.Contains(newest);
        var cameDue = crs.HasChanged && ((isDue && moments.ByTime.Count > 0) || (isByTime && moments.IsOverdue));
        return new SubjectAssessed(crs.UpTo(newest, LookBack), CrsCourse.At(record, newest).Danger, cameDue);
    }

    async Task FollowOtherTables(
        Subject subject, IReadOnlyList<Observation> facts, ILookup<TablePart, GradedMoment> graded, ILookup<TablePart, Assessment> stored, Span span, CancellationToken cancel)
    {
        List<Replaced> replaced = [];
        foreach (var table in graded.Select(results => results.Key).Union(stored.Select(rows => rows.Key)).Where(table => table != TablePart.Crs))
        {
            var course = new AssessedCourse(subject, [.. stored[table]], span.Moments.IsByTime, span.Now);
            db.Assessments.AddRange(course.RenewChanges(graded[table].OrderBy(result => result.Moment), span.Start));
            replaced.AddRange(course.Replaced);
        }

        await db.NoteChanges(subject, facts, replaced, span.Now, cancel);
    }

    /// <summary>Of CRS what an alert looks back on, of every other table the row that stands at the beginning; and every version of all moments since.</summary>
    async Task<ILookup<TablePart, Assessment>> StoredCourses(Subject subject, DateTime start, CancellationToken cancel)
    {
        var rows = await db.Assessments.Where(one => one.SubjectId == subject.Id && (one.Moment >= start
            || (one.Criteria == AstctCrs.Criteria && one.Moment > start - LookBack)
            || (one.IsCurrent && one.Criteria != AstctCrs.Criteria && !db.Assessments.Any(later => later.SubjectId == subject.Id && later.IsCurrent
                && later.Criteria == one.Criteria && later.Part == one.Part && later.Moment > one.Moment && later.Moment < start)))).ToListAsync(cancel);
        return rows.ToLookup(row => new TablePart(row.Criteria, row.Part));
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

    /// <summary>What is graded anew: these moments, from a start on, at a time.</summary>
    sealed record Span(GradingMoments Moments, DateTime Start, DateTime Now);
}
