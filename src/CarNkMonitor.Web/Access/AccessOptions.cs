namespace CarNkMonitor.Web.Access;

/// <summary>Configuration section <c>Access</c>.</summary>
public sealed class AccessOptions
{
    /// <summary>Without activity of a person for this long, a session ends. A list that refreshes itself is no activity.</summary>
    public int IdleMinutes { get; init; } = 30;

    /// <summary>A session ends this long after its sign-in, whatever happens.</summary>
    public int LongestHours { get; init; } = 12;

    /// <summary>Tries per minute from one address, over all sign-in pages together.</summary>
    public int SignInsPerMinute { get; init; } = 30;

    /// <summary>Cases that one person may have graded per minute through the stateless interface.</summary>
    public int GradesPerMinute { get; init; } = 600;

    /// <summary>Cookies also over plain HTTP: for the demo and for tests on this machine, never for a real site.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>Addresses of reverse proxies whose forwarded headers are believed; none by default.</summary>
    public string[] KnownProxies { get; init; } = [];
}
