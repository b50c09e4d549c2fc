using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>
/// What follows from new, amended or withdrawn facts of a subject, the same for every door: status, plan, grade, alert. A part of the use case
/// that stored them: that one holds the subject's lock and commits.
/// </summary>
public sealed class FollowFacts(MonitorContext db, AssessSubject assess, RaiseAlert raise, PlanAssessments plan)
{
    /// <summary>These facts move the calendar or end the study.</summary>
    static readonly HashSet<string> ChangingThePlan = ["infusion", "discharge_home", "death"];

    /// <summary>Saves.</summary>
    /// <param name="subject">Tracked, with site and infusions.</param>
    /// <param name="facts">What is new, amended or withdrawn; saved already.</param>
    /// <param name="isLateAndNotCurrent">See <see cref="Lateness"/>.</param>
    /// <param name="calls">False for an import that must not call anybody.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>Who is being called; null if nothing gradable changed, or nobody may be called.</returns>
    public async Task<AlertOutcome?> Follow(
        Subject subject, IReadOnlyList<Observation> facts, bool isLateAndNotCurrent, bool calls, CancellationToken cancel)
    {
        if (facts.Any(fact => ChangingThePlan.Contains(fact.Code)))
        {
            await db.BringInLineWithFacts(subject, cancel);
            await db.SaveChangesAsync(cancel);
            await plan.For(subject.Id, cancel);
        }

        var assessed = await assess.Assess(subject, facts.Min(fact => fact.ObservedAt), cancel);
        var outcome = calls && assessed.Current.Count > 0
            ? await raise.Consider(subject, assessed.Current, assessed.Danger != VitalDanger.None, isLateAndNotCurrent, cancel)
            : null;
        await db.SaveChangesAsync(cancel);
        return outcome;
    }
}
