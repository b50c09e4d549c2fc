using System.Globalization;

namespace CarNkMonitor.Testing.Provider;

/// <summary>A text that the stand-in took.</summary>
sealed class StandInMessage(string sid, string to, string body, DateTimeOffset createdAt, string? callback, Conduct conduct)
{
    public string Sid { get; } = sid;
    public string To { get; } = to;
    public string Body { get; } = body;
    public DateTimeOffset CreatedAt { get; } = createdAt;
    public string? Callback { get; } = callback;
    public Conduct Conduct { get; } = conduct;
    public string Status { get; set; } = "queued";
    public int? ErrorCode => IsFailed(Status) ? Conduct.ErrorCode : null;

    public static bool IsFailed(string status) => status is "undelivered" or "failed";

    /// <summary>As the API prints it.</summary>
    public object Json => new
    {
        sid = Sid,
        to = To,
        body = Body,
        status = Status,
        error_code = ErrorCode,
        date_created = CreatedAt.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture),
        direction = "outbound-api",
    };
}
