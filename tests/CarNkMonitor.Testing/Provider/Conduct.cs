namespace CarNkMonitor.Testing.Provider;

/// <summary>What the stand-in does with one text. To combine: <c>Conduct.Deliver with { Callbacks = Callbacks.Lost }</c>.</summary>
public sealed record Conduct
{
    /// <summary>HTTP status of a refusal; null when the text is taken.</summary>
    public int? RefusedWith { get; init; }

    /// <summary>The provider's error code, of a refusal or of a failed delivery.</summary>
    public int? ErrorCode { get; init; }
    public Answer Answer { get; init; } = Answer.Given;

    /// <summary>What becomes of the text, one callback each.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = ["queued", "sent", "delivered"];
    public Callbacks Callbacks { get; init; } = Callbacks.InOrder;

    /// <summary>Whether the person gets to see it.</summary>
    internal bool IsSeen => RefusedWith is null && ErrorCode is null && Statuses.Any(status => status is "sent" or "delivered");

    public static Conduct Deliver { get; } = new();

    /// <summary>Taken, then never seen by the person.</summary>
    public static Conduct FailForGood(int errorCode, string status = "undelivered") =>
        new() { ErrorCode = errorCode, Statuses = ["queued", "sent", status] };

    /// <summary>Refused with the provider's JSON.</summary>
    public static Conduct Reject(int errorCode, int httpStatus = 400) => new() { RefusedWith = httpStatus, ErrorCode = errorCode };

    /// <summary>Refused without readable JSON, as by a machine in front of the provider.</summary>
    public static Conduct Trouble(int httpStatus) => new() { RefusedWith = httpStatus };
}

/// <summary>What the sender hears of a text that was taken.</summary>
public enum Answer
{
    Given,

    /// <summary>The connection breaks after the text was taken.</summary>
    Cut,

    /// <summary>Nothing comes back until the sender gives up.</summary>
    Silent,
}

public enum Callbacks
{
    InOrder,
    Duplicated,
    Reversed,

    /// <summary>Kept until <see cref="ProviderStandIn.DeliverDelayed"/>.</summary>
    Delayed,
    Lost,

    /// <summary>They arrive before the answer to the request itself, so before the sender can have stored the id.</summary>
    BeforeAnswer,
}
