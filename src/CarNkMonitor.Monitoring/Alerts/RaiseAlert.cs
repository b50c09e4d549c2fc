using CarNkMonitor.Grading.Urgency;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>
/// Lets new assessments open, worsen, calm or withdraw a subject's alerts. It is a part of the use case that stored them: that one holds the
/// subject's lock (<see cref="MonitorContext.BeginFor"/>), saves and commits; nothing is saved here.
/// </summary>
/// <remarks>
/// A data gap is an alert of kind CRS as well, and what is known later changes the same alert: one open alert stands for a subject's CRS
/// until it is below the threshold, so that a gap that turns out to be grade 2 does not ring twice for two reasons. Values that ran out because a
/// check is overdue are such a gap; they take nothing back of what an alert stands for already.
/// </remarks>
public sealed class RaiseAlert(MonitorContext db, TimeProvider time, AlertLinks links)
{
    readonly OpenAlert _open = new(db, links);
    readonly AlertSteps _steps = new(db, links);
    readonly WithdrawAlert _withdraw = new(db);

    /// <param name="subject">Whose assessments these are.</param>
    /// <param name="current">Current CRS assessments of the last 24 h including the newest, ordered by moment; saved or not yet.</param>
    /// <param name="danger">Vasopressor, systolic pressure below the limit or SpO2 below 90 % now, whatever it is attributed to.</param>
    /// <param name="isLateAndNotCurrent">The entry is late and outside its evaluation window now: it calls at most with SAME_DAY.</param>
    /// <param name="cancel">Stops reading.</param>
    public Task<AlertOutcome> Consider(
        Subject subject, IReadOnlyList<Assessment> current, bool danger, bool isLateAndNotCurrent, CancellationToken cancel) =>
        Consider(subject, current, danger, isLateAndNotCurrent, ended: [], cancel);

    /// <summary>
    /// The same for who is on study again, never late. Nothing need have been entered since, so what a physician has closed knowing the newest
    /// assessment opens no new alert, as it would have opened none without the absence.
    /// </summary>
    public async Task<AlertOutcome> ConsiderReturn(Subject subject, IReadOnlyList<Assessment> current, bool danger, CancellationToken cancel) =>
        await Consider(subject, current, danger, isLateAndNotCurrent: false, await ClosedKnowing(subject, current, cancel), cancel);

    /// <summary>The alerts that ended because the subject was not on study: see <see cref="TakeUpAlerts"/>. To be saved before anything is considered.</summary>
    public Task TakeUp(Subject subject, CancellationToken cancel) => new TakeUpAlerts(db, links).Of(subject, time.Now(), cancel);

    async Task<AlertOutcome> Consider(
        Subject subject, IReadOnlyList<Assessment> current, bool danger, bool isLateAndNotCurrent, IReadOnlyCollection<AlertKind> ended, CancellationToken cancel)
    {
        // Nobody would be called: the sweep would end at once what is opened here.
        if (subject.Status != SubjectStatus.OnStudy)
            return AlertOutcome.Nothing;
        var now = time.Now();
        var open = await OpenAlertsOf(subject, cancel);
        await CloseWhatIsOver(open, now, cancel);
        var episode = current is [.., var last] ? last.Episode : 0;
        var crs = Standing(open, AlertKind.Crs, episode);
        var ground = AlertRule.Judge(current, await ReviewedLow(subject, crs?.Episode ?? episode, cancel), isLateAndNotCurrent);
        var outcome = crs is null && ended.Contains(AlertKind.Crs) ? AlertOutcome.Nothing : await ConsiderCrs(subject, crs, ground, current, now, cancel);
        var vitals = Standing(open, AlertKind.Vitals, episode);
        return vitals is null && ended.Contains(AlertKind.Vitals) ? outcome
            : outcome with { Danger = await ConsiderDanger(subject, vitals, ground, current, (danger, isLateAndNotCurrent, episode), now, cancel) };
    }

    async Task<AlertOutcome> ConsiderCrs(
        Subject subject, Alert? alert, AlertGround? ground, IReadOnlyList<Assessment> current, DateTime now, CancellationToken cancel)
    {
        if (alert is not null && await _withdraw.HasLostItsGround(alert, cancel))
        {
            if (await _withdraw.SupportOf(alert, current, cancel) is not { } support)
                return await WithdrawGrade(subject, alert, current, now, cancel);
            alert.StandOn(support);
        }

        if (ground is null)
            return AlertOutcome.Nothing with { Alert = alert, Step = alert is null ? AlertStep.None : AlertStep.Unchanged };
        var newest = ground.Newest;
        var seed = new AlertSeed(subject.SiteId, subject.Id, AlertKind.Crs, alert?.Episode ?? newest.Episode, ground.Urgency)
        {
            Low = newest.Low, High = newest.High, PreviousLow = ground.PreviousLow, AssessmentId = newest.Id,
        };
        if (alert is not null && newest.HasRunOut)
            seed = seed with { Low = alert.Low > newest.Low ? alert.Low : newest.Low, AssessmentId = alert.AssessmentId };
        return await Apply(AlertRule.Change(alert, ground.Urgency, seed.Low, ground.IsLateAndNotCurrent), alert, seed, newest.Moment, now, cancel);
    }

    /// <summary>
    /// The grade that people were called for is gone: they are told so. What remains is an alert of its own, judged as it stands now: how old the
    /// corrected entry is says nothing about it.
    /// </summary>
    async Task<AlertOutcome> WithdrawGrade(Subject subject, Alert alert, IReadOnlyList<Assessment> current, DateTime now, CancellationToken cancel)
    {
        var withdrawn = _withdraw.Withdraw(alert, now);
        var rest = AlertRule.Judge(current, await ReviewedLow(subject, alert.Episode, cancel), isLateAndNotCurrent: false);
        return rest is null || rest.Urgency == ClinicalUrgency.Routine ? withdrawn
            : await ConsiderCrs(subject, alert: null, rest, current, now, cancel);
    }

    async Task<AlertOutcome> ConsiderDanger(
        Subject subject, Alert? alert, AlertGround? ground, IReadOnlyList<Assessment> current, (bool IsPresent, bool IsLate, int Episode) danger, DateTime now, CancellationToken cancel)
    {
        if (alert is not null && !danger.IsPresent && !await _withdraw.WasInDanger(alert, cancel))
            return _withdraw.Withdraw(alert, now);
        var urgency = AlertRule.Danger(ground, danger.IsPresent, danger.IsLate);
        // The first danger stays the ground: whether an alert was ever right is asked from there on.
        var seed = new AlertSeed(subject.SiteId, subject.Id, AlertKind.Vitals, alert?.Episode ?? danger.Episode, urgency)
        {
            AssessmentId = alert is not null ? alert.AssessmentId : current is [.., var newest] ? newest.Id : null,
        };
        var step = AlertRule.Change(alert, urgency, low: null, danger.IsLate);
        return await Apply(step, alert, seed, ground?.Newest.Moment ?? now, now, cancel);
    }

    async Task<AlertOutcome> Apply(
        AlertStep step, Alert? alert, AlertSeed seed, DateTime moment, DateTime now, CancellationToken cancel)
    {
        if (step == AlertStep.Opened)
            return await _open.Open(seed, now, cancel);
        if (alert is null)
            return AlertOutcome.Nothing;
        if (step == AlertStep.Worse)
            return await _open.Worsen(alert, seed, now, cancel);
        alert.Follow(seed, step == AlertStep.Below ? await QuietSince(alert, moment > now ? moment : now, cancel) : null);
        return new AlertOutcome(alert, step, []);
    }

    /// <summary>An alert whose time to close has come is not mistaken for a standing one because the sweep has not run yet.</summary>
    async Task CloseWhatIsOver(List<Alert> open, DateTime now, CancellationToken cancel)
    {
        foreach (var alert in open.Where(alert => alert.State == AlertState.Managed && alert.NextStepAt <= now))
            await _steps.TakeDue(alert, now, cancel);
        open.RemoveAll(alert => alert.IsOver);
    }

    async Task<DateTime?> QuietSince(Alert alert, DateTime moment, CancellationToken cancel) =>
        (await db.QuietTimesOf(alert, cancel)).FirstOrDefault(time => time.Holds(moment))?.From;

    async Task<IReadOnlyCollection<AlertKind>> ClosedKnowing(Subject subject, IReadOnlyList<Assessment> current, CancellationToken cancel) =>
        current is not [.., var newest] ? []
        : await db.Alerts.Where(alert => alert.SubjectId == subject.Id && alert.State == AlertState.Closed && alert.LastStateOnStudy == null
            && alert.ClosedAt >= newest.AssessedAt).Select(alert => alert.Kind).ToListAsync(cancel);

    Task<List<Alert>> OpenAlertsOf(Subject subject, CancellationToken cancel) => db.Alerts.WithCalls()
        .Where(alert => alert.SubjectId == subject.Id && alert.ClosedAt == null).OrderByDescending(alert => alert.OpenedAt).ToListAsync(cancel);

    /// <summary>Of this episode, or of another one whose ground still stands: then it is the same illness, numbered before it was established.</summary>
    static Alert? Standing(List<Alert> open, AlertKind kind, int episode) =>
        open.Find(alert => alert.Kind == kind && alert.Episode == episode)
        ?? open.Find(alert => alert.Kind == kind && alert.BelowThresholdSince is null);

    async Task<int?> ReviewedLow(Subject subject, int episode, CancellationToken cancel) => await db.AlertReviews
        .Where(review => db.Alerts.Any(alert => alert.Id == review.AlertId && alert.SubjectId == subject.Id
            && alert.Kind == AlertKind.Crs && alert.Episode == episode))
        .OrderByDescending(review => review.At).Select(review => review.CalculatedLow).FirstOrDefaultAsync(cancel);
}
