using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>What follows for a notice and its alert from what became known of a text. The caller holds the lock, and saves.</summary>
sealed class NoticeFate(MonitorContext db, AlertLinks links)
{
    /// <summary>The provider says so, whether called back, asked, or at the moment of sending.</summary>
    /// <param name="held">The notice.</param>
    /// <param name="said">What the provider says of it, and when we heard it.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>False when it changed nothing: older than what is known, or about an earlier try.</returns>
    public async Task<bool> Learn(HeldNotice held, ProviderSays said, DateTime now, CancellationToken cancel)
    {
        var notice = held.Notice;
        if (await IsOfAnotherTry(notice, said, cancel) || !notice.Learn(said))
            return false;
        if (notice.State is NoticeState.Undelivered or NoticeState.Failed)
        {
            await FailedMessage.Remember(db, notice, said, now, cancel);
            await Fail(held, said.Error, ProviderAnswer.IsTransient(said.Error), now, cancel);
        }

        return true;
    }

    /// <summary>A notice that is tried anew must not take an older word, or a late answer to its sender, for the new try's.</summary>
    async Task<bool> IsOfAnotherTry(Notice notice, ProviderSays said, CancellationToken cancel) => notice.ProviderId is { } known
        ? known != said.ProviderId
        : await FailedMessage.IsKnown(db, said.ProviderId, cancel);

    /// <summary>
    /// It did not get through. What may pass by itself is tried again after 5, 15 and 45 s; otherwise, and after that, the next person is
    /// called at once. A phone that is no use is switched off.
    /// </summary>
    public async Task Fail(HeldNotice held, int? error, bool mayPass, DateTime now, CancellationToken cancel)
    {
        var (notice, alert) = (held.Notice, held.Alert);
        notice.ProviderError = error ?? notice.ProviderError;
        if (ProviderAnswer.DisablesContact(error) && notice.Contact is { } contact)
            SwitchOff(contact, error);
        else if (mayPass && held.IsWanted && ProviderAnswer.WaitAfter(notice.Tries) is { } wait)
        {
            notice.QueueAgain(now + wait);
            return;
        }

        if (notice.State is not (NoticeState.Undelivered or NoticeState.Failed))
            notice.End(NoticeState.Failed, now);
        await MoveOn(alert, now, cancel);
    }

    void SwitchOff(Contact contact, int? error)
    {
        if (ProviderAnswer.IsOptOut(error))
            new PhoneConsent(db).Withdraw(contact, $"The provider says that this phone replied STOP (error {error}).");
        else
            contact.SwitchOff(PhoneOff.OfNoUse, $"The provider says that texts cannot reach this phone (error {error}).");
    }

    public async Task Expire(HeldNotice held, DateTime now, CancellationToken cancel)
    {
        held.Notice.End(NoticeState.Expired, now);
        await MoveOn(held.Alert, now, cancel);
    }

    async Task MoveOn(Alert? alert, DateTime now, CancellationToken cancel)
    {
        if (alert is { State: AlertState.Open })
            await new AlertSteps(db, links).TakeDue(alert, now, cancel);
    }
}

/// <summary>A status word about one message, heard at this time.</summary>
sealed record ProviderSays(string ProviderId, string Status, int? Error, DateTime At)
{
    /// <summary>An answer about a message that the provider has: a word that we do not know still says that it has it.</summary>
    public static ProviderSays OfTaken(string providerId, string status, int? error, DateTime at) =>
        new(providerId, ProviderAnswer.StateOf(status) is null ? "accepted" : status, error, at);
}
