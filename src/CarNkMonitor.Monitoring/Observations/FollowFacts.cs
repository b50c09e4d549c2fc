using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>
/// What follows from new, amended or withdrawn facts of a subject, from time, or from being on study again, the same for every door: status, plan,
/// grade, alert. A part of the use case that stored it: that one holds the subject's lock and commits.
/// </summary>
public sealed class FollowFacts(MonitorContext db, AssessSubject assess, RaiseAlert raise, PlanAssessments plan)
{
    /// <summary>These facts move the calendar or end the study.</summary>
    static readonly HashSet<string> ChangingThePlan = ["infusion", "conditioning_dose", "discharge_home", "death"];

    /// <summary>A withdrawn temperature takes back the check that filled a slot.</summary>
    static bool ChangesThePlan(Observation fact) => ChangingThePlan.Contains(fact.Code) || fact is { IsWithdrawal: true, Code: "temperature" };

    /// <summary>Saves.</summary>
    /// <param name="subject">Tracked, with site and infusions.</param>
    /// <param name="facts">What is new, amended or withdrawn; saved already.</param>
    /// <param name="isLateAndNotCurrent">See <see cref="Lateness"/>.</param>
    /// <param name="calls">False for an import that must not call anybody.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<Followed> Follow(
        Subject subject, IReadOnlyList<Observation> facts, bool isLateAndNotCurrent, bool calls, CancellationToken cancel)
    {
        var wasAway = subject.Status != SubjectStatus.OnStudy;
        if (facts.Any(ChangesThePlan))
        {
            await db.BringInLineWithFacts(subject, cancel);
            await db.SaveChangesAsync(cancel);
            await plan.For(subject.Id, cancel);
        }

        if (wasAway && subject.Status == SubjectStatus.OnStudy)
        {
            return await Return(subject, facts, facts.Min(fact => fact.ObservedAt), cancel); // a death was a slip
        }

        var assessed = facts.Count > 0 ? await assess.Assess(subject, facts, cancel) : SubjectAssessed.Unchanged;
        // A laboratory value says nothing new of CRS: it must not call, and must not make a running call look late.
        // A withdrawn infusion takes back every grade since.
        var judges = assessed.CameDue || (calls && facts.Any(fact => CrsCodes.All.Contains(fact.Code) || fact is { IsWithdrawal: true, Code: "infusion" }));
        return await Conclude(subject, assessed, judges, isLateAndNotCurrent, cancel);
    }

    /// <summary>The same when nothing was stored but time has passed: grades what has come due. Saves.</summary>
    /// <param name="subject">Tracked, with site and infusions.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<Followed> FollowTime(Subject subject, CancellationToken cancel)
    {
        var assessed = await assess.Assess(subject, [], cancel);
        return await Conclude(subject, assessed, assessed.CameDue, isLateAndNotCurrent: false, cancel);
    }

    /// <summary>
    /// The same when leaving the study is taken back: all is as if the subject had never been away. What came due meanwhile is graded, the alerts that
    /// ended with the subject's stay are taken up as they stood, and then what stands now is judged once, whatever was entered and however old it is. Saves.
    /// </summary>
    /// <param name="subject">Tracked, with site and infusions; on study, and saved as such.</param>
    /// <param name="awaySince">UTC, not after the absence began.</param>
    /// <param name="cancel">Stops reading.</param>
    public Task<Followed> FollowReturn(Subject subject, DateTime awaySince, CancellationToken cancel) => Return(subject, [], awaySince, cancel);

    async Task<Followed> Return(Subject subject, IReadOnlyList<Observation> facts, DateTime awaySince, CancellationToken cancel)
    {
        await db.AskForGradingSince(subject.Id, awaySince, cancel);
        var assessed = await assess.Assess(subject, facts, cancel);
        await raise.TakeUp(subject, cancel);
        await db.SaveChangesAsync(cancel);
        var outcome = await raise.ConsiderReturn(subject, assessed.Current, assessed.Danger != VitalDanger.None, cancel);
        return await Done(subject, assessed, outcome, cancel);
    }

    async Task<Followed> Conclude(Subject subject, SubjectAssessed assessed, bool judges, bool isLateAndNotCurrent, CancellationToken cancel)
    {
        var outcome = judges && (assessed.Current.Count > 0 || assessed.HasLostAll)
            ? await raise.Consider(subject, assessed.Current, assessed.Danger != VitalDanger.None, isLateAndNotCurrent && !assessed.IsOfNow, cancel)
            : null;
        return await Done(subject, assessed, outcome, cancel);
    }

    async Task<Followed> Done(Subject subject, SubjectAssessed assessed, AlertOutcome? outcome, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        return new Followed(assessed.Current.Count > 0 ? ToxicityNow.Of(assessed.Current[^1]) : await db.NewestCrs(subject.Id, cancel), outcome);
    }
}

/// <summary>What followed.</summary>
/// <param name="Crs">CRS at the newest moment of the subject; null if nothing has been graded yet.</param>
/// <param name="Alert">What became of the subject's alerts; null if nothing gradable changed, or nobody may be called.</param>
public sealed record Followed(ToxicityNow? Crs, AlertOutcome? Alert);
