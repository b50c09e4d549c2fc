namespace CarNkMonitor.Monitoring.Alerts;

public sealed partial class EscalationPolicy
{
    /// <summary>
    /// The next step of an alert at this moment. Pure: there are no timers to cancel. A time that equals <paramref name="now"/> has come.
    /// </summary>
    /// <param name="alert">With its policy snapshot.</param>
    /// <param name="notices">The alert's notices; a call of the running level that failed for good makes the next level due at once.</param>
    /// <param name="now">UTC.</param>
    public static EscalationStep Next(Alert alert, IReadOnlyCollection<Notice> notices, DateTime now) => alert.State switch
    {
        AlertState.Open => HasCome(alert.NextStepAt, now) || notices.Any(notice => HasFailed(alert, notice))
            ? Onward(alert)
            : new EscalationStep.Wait(alert.NextStepAt),
        AlertState.Exhausted => HasCome(alert.NextStepAt, now)
            ? new EscalationStep.CallAgain(alert.Cycle + 1)
            : new EscalationStep.Wait(alert.NextStepAt),
        AlertState.Acknowledged => HasCome(alert.LeaseUntil, now)
            ? new EscalationStep.OpenAgain()
            : new EscalationStep.Wait(alert.LeaseUntil),
        AlertState.Managed => alert.ClosesAt is { } closes && closes <= now
            ? new EscalationStep.Close()
            : new EscalationStep.Wait(alert.ClosesAt),
        AlertState.Withdrawn or AlertState.Closed => new EscalationStep.Wait(null),
    };

    /// <summary>A level up; from the last level the next cycle; from the last cycle nothing is left.</summary>
    static EscalationStep Onward(Alert alert)
    {
        var timers = alert.Timers();
        return alert.Level < timers.Levels ? new EscalationStep.Call(alert.Level + 1, alert.Cycle)
            : alert.Cycle < timers.Cycles ? new EscalationStep.Call(1, alert.Cycle + 1)
            : new EscalationStep.Exhaust();
    }

    /// <summary>An open, exhausted or accepted alert without a time would be forgotten: it is due.</summary>
    static bool HasCome(DateTime? time, DateTime now) => time is null || time <= now;

    /// <summary>It ended without reaching anybody, or its phone has been switched off since.</summary>
    static bool HasFailed(Alert alert, Notice notice) =>
        notice.Kind == NoticeKind.Call && notice.IsOfRunningLevel(alert)
        && (notice.State is NoticeState.Undelivered or NoticeState.Failed or NoticeState.Expired || notice.Contact is { IsEnabled: false });
}
