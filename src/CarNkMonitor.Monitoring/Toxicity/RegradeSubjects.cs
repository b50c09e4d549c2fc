using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>
/// Grades every subject whose next grading has come due, as of the moment at which it was due, and calls as for any stored change. Recurring; running
/// twice or late changes nothing but the moment of it. One transaction per subject, under the same lock as recording a check; a subject that fails
/// keeps none of the others from being graded.
/// </summary>
public sealed class RegradeSubjects(MonitorContext db, TimeProvider time, FollowFacts follow)
{
    /// <returns>How many subjects were looked at.</returns>
    /// <exception cref="AggregateException">Subjects that failed; all others were done, but the heartbeat is not stamped.</exception>
    public async Task<int> Run(CancellationToken cancel)
    {
        var now = time.Now();
        var due = await db.NextGradings.Where(next => next.DueAt <= now).OrderBy(next => next.DueAt).Select(next => next.SubjectId).ToListAsync(cancel);
        List<Exception> errors = [];
        foreach (var subject in due)
        {
            try
            {
                await Regrade(subject, cancel);
            }
            catch (Exception error) when (!cancel.IsCancellationRequested)
            {
                errors.Add(error);
            }
        }

        if (errors.Count > 0)
        {
            throw new AggregateException("Some subjects could not be graded.", errors);
        }

        await db.Beat(nameof(RegradeSubjects), time.Now(), cancel);
        return due.Count;
    }

    async Task Regrade(Guid subjectId, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        db.Act = AuditAct.BySystem(nameof(RegradeSubjects));
        await using var transaction = await db.BeginFor(subjectId, cancel);
        var subject = await db.Subjects.Include(row => row.Site).Include(row => row.Infusions).SingleAsync(row => row.Id == subjectId, cancel);
        await follow.FollowTime(subject, cancel);
        await transaction.CommitAsync(cancel);
    }
}
