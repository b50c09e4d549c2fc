using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>When something was observed, as it was given: an instant, or text that may need the site's zone.</summary>
public sealed record ObservedTime
{
    static readonly OffsetDateTimePattern WithOffset = OffsetDateTimePattern.ExtendedIso;

    static readonly LocalDateTimePattern[] WithoutOffset =
    [
        LocalDateTimePattern.ExtendedIso,
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"),
    ];

    readonly DateTime? _utc;
    readonly string _text = "";

    ObservedTime(DateTime utc) => _utc = utc;

    ObservedTime(string text) => _text = text.Trim();

    /// <summary>A known instant, UTC.</summary>
    /// <exception cref="ArgumentException">Not UTC.</exception>
    public static ObservedTime At(DateTime utc) => utc.Kind == DateTimeKind.Utc ? new(utc)
        : throw new ArgumentException("An instant is UTC.", nameof(utc));

    /// <summary>
    /// Text such as <c>2026-03-29T01:30</c>, with a blank for the T and seconds if wanted, read on the clock of the site; with an offset
    /// (<c>2026-03-29T01:30+01:00</c> or <c>Z</c>) it needs no zone.
    /// </summary>
    public static ObservedTime Text(string text) => new(text);

    /// <summary>The instant, or why there is none. A local time that a clock change skipped or repeated is never guessed.</summary>
    public (DateTime? Utc, string? Error) In(string zone)
    {
        if (_utc is { } utc)
        {
            return (utc, null);
        }

        var text = _text.Length > 10 && _text[10] == ' ' ? _text[..10] + 'T' + _text[11..] : _text;
        var offset = WithOffset.Parse(WithSeconds(text));
        if (offset.Success)
        {
            return Utc(offset.Value.ToInstant());
        }

        var local = WithoutOffset.Select(pattern => pattern.Parse(text)).FirstOrDefault(parsed => parsed.Success);
        return local is null
            ? (null, $"'{_text}' is not a time. Write it as 2026-03-29 14:30.")
            : Resolve(local.Value, DateTimeZoneProviders.Tzdb[zone]);
    }

    static (DateTime?, string?) Resolve(LocalDateTime local, DateTimeZone zone)
    {
        var map = zone.MapLocal(local);
        return map.Count switch
        {
            1 => Utc(map.Single().ToInstant()),
            0 => (null, Say($"{local:uuuu-MM-dd HH:mm} did not exist in {zone.Id}: the clocks were put forward.")),
            _ => (null, Say($"{local:uuuu-MM-dd HH:mm} came twice in {zone.Id}: the clocks were put back. Give the time with its offset from UTC.")),
        };
    }

    /// <summary>A year that a <see cref="DateTime"/> cannot hold is a blank or a placeholder of the sending system.</summary>
    static (DateTime?, string?) Utc(Instant instant) => instant < Earliest || instant > Latest
        ? (null, "This time lies outside the years 1900 to 9000: give the time at which it was observed.")
        : (instant.ToDateTimeUtc(), null);

    static readonly Instant Earliest = Instant.FromUtc(1900, 1, 1, 0, 0);
    static readonly Instant Latest = Instant.FromUtc(9000, 1, 1, 0, 0);

    /// <summary>NodaTime's ISO pattern with offset wants seconds; forms and files often leave them out.</summary>
    static string WithSeconds(string text) => text.Length > 16 && text[13] == ':' && text[16] != ':' ? text[..16] + ":00" + text[16..] : text;

    static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
