using CarNkMonitor.Monitoring.Data;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>Takes the steps that <see cref="EscalationPolicy.Next"/> says are due. The caller holds the alert's lock, and saves.</summary>
sealed class AlertSteps(MonitorContext db, AlertLinks links)
{
    readonly CallLevel _callLevel = new(db, links);

    /// <summary>
    /// Every step that is due, until the alert waits. A level where nobody can be reached is passed at once, so several may follow; after the
    /// last the alert is exhausted.
    /// </summary>
    /// <returns>The first text to each person called.</returns>
    public async Task<IReadOnlyList<Notice>> TakeDue(Alert alert, DateTime now, CancellationToken cancel)
    {
        List<Notice> called = [];
        while (EscalationPolicy.Next(alert, alert.Notices, now) is not EscalationStep.Wait and var step)
            called.AddRange(await Take(step, alert, now, cancel));
        return called;
    }

    /// <summary>The next level now, whatever its time.</summary>
    public Task<IReadOnlyList<Notice>> TakeNextNow(Alert alert, DateTime now, CancellationToken cancel)
    {
        alert.NextStepAt = now;
        return TakeDue(alert, now, cancel);
    }

    /// <summary>Calls the first level of the alert's present round, and further where nobody can be reached.</summary>
    public async Task<IReadOnlyList<Notice>> CallFromTheStart(Alert alert, bool wasAccepted, DateTime now, CancellationToken cancel)
    {
        SupersedeAllCalls(alert);
        var called = await _callLevel.Call(alert, wasAccepted, now, cancel);
        return [.. called, .. await TakeDue(alert, now, cancel)];
    }

    public static void SupersedeAllCalls(Alert alert)
    {
        foreach (var notice in alert.Notices.Where(notice => notice.AsksForReply))
            notice.Supersede();
    }

    /// <summary>Nobody has accepted so far: from now on everybody of the list is called each time, not only who did not answer before.</summary>
    async Task<IReadOnlyList<Notice>> CallEveryLevel(Alert alert, int cycle, DateTime now, CancellationToken cancel)
    {
        List<Notice> first = [];
        for (var level = 1; level <= alert.Timers().Levels; level++)
        {
            alert.MoveTo(level, cycle);
            first.AddRange(await _callLevel.Call(alert, wasAccepted: false, now, cancel));
        }

        alert.NextStepAt = now + EscalationDefaults.ExhaustedRepeat;
        return first;
    }

    /// <summary>The time has come; whether the readings bear it out is asked of the facts, so that it does not matter when the sweep woke.</summary>
    async Task CloseIfQuiet(Alert alert, DateTime now, CancellationToken cancel)
    {
        var quiet = await db.QuietTimesOf(alert, cancel);
        if (quiet.Any(time => time.ClosingTime(alert.ManagedAt!.Value) <= now))
            alert.End(AlertState.Closed, now);
        else
            alert.FollowBelow(quiet.FirstOrDefault(time => time.Holds(now))?.From);
    }

    async Task<IReadOnlyList<Notice>> Take(EscalationStep step, Alert alert, DateTime now, CancellationToken cancel)
    {
        switch (step)
        {
            case EscalationStep.Call(var level, var cycle):
                alert.MoveTo(level, cycle);
                return await _callLevel.Call(alert, wasAccepted: false, now, cancel);
            case EscalationStep.CallAgain(var cycle):
                return await CallEveryLevel(alert, cycle, now, cancel);
            case EscalationStep.OpenAgain:
                alert.OpenAgain();
                SupersedeAllCalls(alert);
                return await _callLevel.Call(alert, wasAccepted: true, now, cancel);
            case EscalationStep.Exhaust:
                alert.Exhaust(now);
                return [];
            case EscalationStep.Close:
                await CloseIfQuiet(alert, now, cancel);
                return [];
            default:
                throw new InvalidOperationException($"{step} is no step to take.");
        }
    }
}
