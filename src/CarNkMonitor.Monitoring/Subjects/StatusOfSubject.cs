using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Toxicity;

namespace CarNkMonitor.Monitoring.Subjects;

static class StatusOfSubject
{
    /// <summary>The plan and the next grading follow from the status. Saves.</summary>
    public static async Task FollowStatus(this MonitorContext db, Subject subject, PlanAssessments plan, DateTime now, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        await plan.For(subject.Id, cancel);
        await db.AskForGrading(subject.Id, now, cancel);
        await db.SaveChangesAsync(cancel);
    }
}
