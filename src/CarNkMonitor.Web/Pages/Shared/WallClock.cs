using System.Globalization;
using NodaTime;

namespace CarNkMonitor.Web.Pages.Shared;

/// <summary>Writes instants as the clock on a wall shows them: the zone is named once on the page, the day only when it is not today.</summary>
/// <param name="Zone">IANA name.</param>
/// <param name="Now">UTC; what counts as today.</param>
public sealed record WallClock(string Zone, DateTime Now)
{
    readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[Zone];

    /// <summary>03:14 today, 24 May 03:14 on another day, 24 May 2025 03:14 in another year.</summary>
    public string Text(DateTime utc)
    {
        var (at, today) = (Local(utc), Local(Now));
        var pattern = at.Date == today.Date ? "HH:mm" : at.Year == today.Year ? "d MMM HH:mm" : "d MMM yyyy HH:mm";
        return at.ToString(pattern, CultureInfo.InvariantCulture);
    }

    /// <summary>With seconds, for a timeline.</summary>
    public string Exact(DateTime utc) => Local(utc).Date == Local(Now).Date
        ? Local(utc).ToString("HH:mm:ss", CultureInfo.InvariantCulture)
        : Local(utc).ToString("d MMM HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>With the year, for what lies weeks back: 22 May 2026 15:00.</summary>
    public string Full(DateTime utc) => Local(utc).ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A day: 22 May 2026.</summary>
    public static string Text(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>As a date and time field wants it.</summary>
    public string ForInput(DateTime utc) => Local(utc).ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The zone by name with its present offset: Asia/Shanghai, UTC+08.</summary>
    public string ZoneText => string.Create(CultureInfo.InvariantCulture, $"{Zone}, UTC{_zone.GetUtcOffset(Instant.FromDateTimeUtc(Now)):m}");

    LocalDateTime Local(DateTime utc) => Instant.FromDateTimeUtc(utc).InZone(_zone).LocalDateTime;
}
