namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>What a person texted back.</summary>
public abstract record Reply
{
    Reply()
    {
    }

    /// <summary>Null code: <c>A</c> alone, good only where exactly one alert calls that phone.</summary>
    public sealed record Accept(string? Code) : Reply;

    /// <summary>Cannot come: call the next.</summary>
    public sealed record PassOn(string Code) : Reply;

    /// <summary>Not on duty: call the next, and this phone no more.</summary>
    public sealed record NotMe(string Code) : Reply;

    /// <summary>STOP and its kin: the provider has stopped our texts to this phone already.</summary>
    public sealed record Stop : Reply;

    /// <summary>START and its kin: the provider lets our texts through again.</summary>
    public sealed record Start : Reply;

    /// <summary>HELP and INFO: the provider answers by itself.</summary>
    public sealed record Help : Reply;

    public sealed record Unreadable : Reply;
}
