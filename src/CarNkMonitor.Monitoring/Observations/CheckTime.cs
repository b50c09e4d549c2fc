using CarNkMonitor.Monitoring.Data;
using static System.FormattableString;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>The moment of a check and of each of its items, or what is wrong with them.</summary>
/// <param name="Utc">Null when it cannot be told.</param>
/// <param name="Items">In the order of the entry: the item's own time, or that of the check. Empty when <paramref name="Utc"/> is null.</param>
sealed record CheckTime(DateTime? Utc, IReadOnlyList<DateTime> Items, IReadOnlyList<EntryProblem> Problems)
{
    /// <summary>A bedside clock may be a little fast; more than this is a slip of the hand.</summary>
    static readonly TimeSpan FastestClock = TimeSpan.FromMinutes(2);

    static readonly DateTime Earliest = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static CheckTime Read(CheckEntry entry, string zone, DateTime now)
    {
        var (utc, problem) = Instant(entry.ObservedAt, zone, now);
        if (utc is not { } check)
        {
            return new CheckTime(null, [], [new EntryProblem("observedAt", problem!)]);
        }

        List<(DateTime? Utc, string? Problem)> own = [.. entry.Items.Select(item => item.ObservedAt is { } time ? Instant(time, zone, now) : (check, null))];
        IReadOnlyList<DateTime> times = [.. own.Select(item => item.Utc ?? check)];
        return new CheckTime(check, times,
        [
            .. own.Index().Where(item => item.Item.Problem is not null)
                .Select(item => new EntryProblem(entry.Items[item.Index].Code, item.Item.Problem!, item.Index, IsAboutTime: true)),
            .. OfEnds(entry, times, now),
        ]);
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

    static IEnumerable<EntryProblem> OfEnds(CheckEntry entry, IReadOnlyList<DateTime> starts, DateTime now) => entry.Items
        .Select((item, index) => (item.Code, Index: index, Problem: item.EndedAt is { } end ? OfEnd(starts[index], end, now) : null))
        .Where(item => item.Problem is not null)
        .Select(item => new EntryProblem(item.Code, item.Problem!, item.Index));

    static string? OfEnd(DateTime start, DateTime end, DateTime now) =>
        end.Kind != DateTimeKind.Utc ? "An end is given in UTC."
        : end < start ? "The end lies before the start."
        : end > now + FastestClock ? "The end lies in the future."
        : null;
}
