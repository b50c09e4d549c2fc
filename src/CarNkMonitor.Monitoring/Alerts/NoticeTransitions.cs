namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>The ways in which a notice changes its state. None stores anything.</summary>
public sealed partial class Notice
{
    /// <summary>Within the claim a text is sent and marked; after it somebody else asks the provider what became of it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    /// <summary>It has ended, one way or the other.</summary>
    public bool HasEnded => State is NoticeState.Delivered or NoticeState.Undelivered or NoticeState.Failed or NoticeState.Expired or NoticeState.Superseded;

    /// <summary>It was given to the provider at least once, as far as we know: somebody may have read it.</summary>
    public bool MayHaveBeenRead => Tries > 0 && State is not NoticeState.Expired;

    /// <summary>No longer wanted: only what nobody has claimed yet can still be held back.</summary>
    internal void Supersede()
    {
        if (State == NoticeState.Queued)
            State = NoticeState.Superseded;
    }

    internal void Claim(DateTime now)
    {
        (State, LeaseUntil) = (NoticeState.Sending, now + Lease);
        Tries++;
    }

    /// <summary>Nothing is on its way: try again then.</summary>
    internal void QueueAgain(DateTime due)
    {
        (State, DueAt, LeaseUntil) = (NoticeState.Queued, due, null);
        (ProviderId, ProviderStatus) = (null, null);
        (AcceptedAt, SentAt, EndedAt, ReconciledAt) = (null, null, null, null);
    }

    /// <summary>Nobody knows whether it was sent; the provider is asked at this time.</summary>
    internal void Doubt(DateTime askAt) => (State, LeaseUntil) = (NoticeState.Unknown, askAt);

    internal void End(NoticeState end, DateTime now)
    {
        (State, EndedAt, LeaseUntil) = (end, now, null);
    }

    /// <summary>
    /// Takes over what the provider says; its rank only rises, so a late "sent" after "delivered" changes nothing.
    /// </summary>
    /// <returns>False when nothing changed.</returns>
    internal bool Learn(ProviderSays said)
    {
        if (ProviderAnswer.StateOf(said.Status) is not { } state || (Rank(state) <= Rank(State) && ProviderId is not null))
            return false;
        (ProviderId, ProviderStatus, LeaseUntil) = (said.ProviderId, said.Status, null);
        AcceptedAt ??= said.At;
        if (Rank(state) <= Rank(State))
            return true;
        (State, ProviderError) = (state, said.Error);
        SentAt ??= state is NoticeState.Sent or NoticeState.Delivered ? said.At : null;
        DeliveredAt ??= state is NoticeState.Delivered ? said.At : null;
        EndedAt ??= HasEnded ? said.At : null;
        return true;
    }

    static int Rank(NoticeState state) => state switch
    {
        NoticeState.Queued => 0,
        NoticeState.Sending => 1,
        NoticeState.Unknown => 2,
        NoticeState.Accepted => 3,
        NoticeState.Sent => 4,
        NoticeState.Delivered or NoticeState.Undelivered or NoticeState.Failed or NoticeState.Expired or NoticeState.Superseded => 5,
    };
}
