using CarNkMonitor.Monitoring.Data;
using static System.FormattableString;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>The moment of a check, or what is wrong with it.</summary>
sealed record CheckTime(DateTime? Utc, IReadOnlyList<EntryProblem> Problems)
{
    /// <summary>A bedside clock may be a little fast; more than this is a slip of the hand.</summary>
    static readonly TimeSpan FastestClock = TimeSpan.FromMinutes(2);

    static readonly DateTime Earliest = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static CheckTime Read(CheckEntry entry, string zone, DateTime now)
    {
        var (utc, problem) = Instant(entry.ObservedAt, zone, now);
        return utc is { } instant
            ? new CheckTime(utc, [.. OfEnds(entry, instant, now)])
            : new CheckTime(null, [new EntryProblem("observedAt", problem!)]);
    }

    /// <summary>The instant to the millisecond, as it is stored; or why it cannot be when something was observed.</summary>
    public static (DateTime? Utc, string? Problem) Instant(ObservedTime time, string zone, DateTime now)
    {
        var (utc, error) = time.In(zone);
        var problem = error
            ?? (utc > now + FastestClock ? Invariant($"{utc:yyyy-MM-dd HH:mm} UTC lies in the future.") : null)
            ?? (utc < Earliest ? "The time lies before 1900." : null);
        return problem is null ? (UtcClock.ToMilliseconds(utc!.Value), null) : (null, problem);
    }

    static IEnumerable<EntryProblem> OfEnds(CheckEntry entry, DateTime start, DateTime now) => entry.Items
        .Select((item, index) => (item.Code, Index: index, Problem: item.EndedAt is { } end ? OfEnd(start, end, now) : null))
        .Where(item => item.Problem is not null)
        .Select(item => new EntryProblem(item.Code, item.Problem!, item.Index));

    static string? OfEnd(DateTime start, DateTime end, DateTime now) =>
        end.Kind != DateTimeKind.Utc ? "An end is given in UTC."
        : end < start ? "The end lies before the start."
        : end > now + FastestClock ? "The end lies in the future."
        : null;
}
