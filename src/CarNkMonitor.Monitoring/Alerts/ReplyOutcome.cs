namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>What was made of an inbound text; its name is stored with the event.</summary>
public enum ReplyOutcome
{
    Accepted, PassedOn, NotOnDuty, Confirmed, AlreadyAccepted, NotAllowed, WrongCode, OldCode, Unreadable, SwitchedOff, SwitchedOn, LeftToProvider, Ignored, UnknownPhone,
}

/// <summary>Limits on what one phone may do, from what it did before. Pure.</summary>
public static class ReplyLimits
{
    public const int WrongCodes = 5;
    public const int PassiveAnswers = 5;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Five wrong codes within 15 min: nothing from this phone is heard for 15 min.</summary>
    /// <param name="wrongCodesAt">When wrong codes came from it, in any order.</param>
    /// <param name="now">UTC.</param>
    public static bool IsIgnored(IEnumerable<DateTime> wrongCodesAt, DateTime now)
    {
        DateTime[] latest = [.. wrongCodesAt.OrderDescending().Take(WrongCodes)];
        return latest.Length == WrongCodes && latest[0] - latest[^1] <= Window && now - latest[0] < Window;
    }

    /// <summary>The person acted; from here on answers are counted anew.</summary>
    public static bool IsAct(ReplyOutcome outcome) => outcome is ReplyOutcome.Accepted or ReplyOutcome.PassedOn or ReplyOutcome.NotOnDuty or ReplyOutcome.Confirmed;

    /// <summary>It got a text that asks for nothing, or would have.</summary>
    public static bool GetsPassiveAnswer(ReplyOutcome outcome) => outcome is ReplyOutcome.AlreadyAccepted or ReplyOutcome.NotAllowed
        or ReplyOutcome.WrongCode or ReplyOutcome.OldCode or ReplyOutcome.Unreadable;

    /// <summary>Not more than five to one phone until it acts, so that two machines never talk to each other for ever.</summary>
    /// <param name="newestFirst">What was made of its earlier texts.</param>
    public static bool MayAnswer(IEnumerable<ReplyOutcome> newestFirst) =>
        newestFirst.TakeWhile(outcome => !IsAct(outcome)).Count(GetsPassiveAnswer) < PassiveAnswers;
}
