using CarNkMonitor.Grading.Urgency;
using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>Opens an alert, or opens it again because it got worse, with the study's policy of that urgency as it is now.</summary>
sealed class OpenAlert(MonitorContext db, AlertLinks links)
{
    readonly AlertSteps _steps = new(db, links);

    /// <returns>The alert, added to the context, and whom it calls first.</returns>
    public async Task<AlertOutcome> Open(AlertSeed seed, DateTime now, CancellationToken cancel)
    {
        var alert = new Alert
        {
            SiteId = seed.SiteId, SubjectId = seed.SubjectId, Kind = seed.Kind, Episode = seed.Episode, Urgency = seed.Urgency,
            Reference = await AlertReference.Fresh(db, cancel), PolicyJson = await PolicyNow(seed.SiteId, seed.Urgency, cancel),
            Low = seed.Low, High = seed.High, PreviousLow = seed.PreviousLow, AssessmentId = seed.AssessmentId, OpenedAt = now,
        };
        db.Alerts.Add(alert);
        return new AlertOutcome(alert, AlertStep.Opened, await _steps.CallFromTheStart(alert, wasAccepted: false, now, cancel));
    }

    /// <summary>Everybody at once, from level 1 of the policy of the higher urgency.</summary>
    public async Task<AlertOutcome> Worsen(Alert alert, AlertSeed seed, DateTime now, CancellationToken cancel)
    {
        alert.OpenAgain();
        (alert.PreviousLow, alert.Low, alert.High, alert.AssessmentId) = (alert.Low, seed.Low, seed.High, seed.AssessmentId);
        alert.Urgency = seed.Urgency;
        alert.PolicyJson = await PolicyNow(seed.SiteId, seed.Urgency, cancel);
        return new AlertOutcome(alert, AlertStep.Worse, await _steps.CallFromTheStart(alert, wasAccepted: false, now, cancel));
    }

    async Task<string> PolicyNow(Guid siteId, ClinicalUrgency urgency, CancellationToken cancel)
    {
        var stored = await db.EscalationPolicies
            .Where(policy => policy.Urgency == urgency && db.Sites.Any(site => site.Id == siteId && site.StudyId == policy.StudyId))
            .OrderByDescending(policy => policy.Version).Select(policy => policy.TimersJson).FirstOrDefaultAsync(cancel);
        return stored ?? Json.Write(EscalationDefaults.For(urgency));
    }
}

/// <summary>What an alert is opened for, or worsened to.</summary>
sealed record AlertSeed(Guid SiteId, Guid? SubjectId, AlertKind Kind, int Episode, ClinicalUrgency Urgency)
{
    public int? Low { get; init; }
    public int? High { get; init; }
    public int? PreviousLow { get; init; }
    public Guid? AssessmentId { get; init; }
}

/// <summary>What became of an alert, and who is being called now.</summary>
/// <param name="Alert">Null with <see cref="AlertStep.None"/>.</param>
/// <param name="Step">What was done.</param>
/// <param name="Notices">The first text to each person called now, with <see cref="Notice.Contact"/> filled.</param>
public sealed record AlertOutcome(Alert? Alert, AlertStep Step, IReadOnlyList<Notice> Notices)
{
    /// <summary>The same for danger without a grade, which is an alert of its own.</summary>
    public AlertOutcome? Danger { get; init; }

    /// <summary>Everybody called now, by either alert.</summary>
    public IEnumerable<string> Called => Notices.Concat(Danger?.Notices ?? []).Select(notice => notice.Contact!.Label).Distinct();

    internal static readonly AlertOutcome Nothing = new(null, AlertStep.None, []);
}
