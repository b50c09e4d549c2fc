using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Infection;

/// <summary>A span of hours in which one count is looked for. Of several counts at one hour the lowest is meant, so that the order of entry never matters.</summary>
readonly record struct CountWindow
{
    decimal From { get; init; }

    decimal Until { get; init; }

    bool IncludesFrom { get; init; }

    bool IncludesUntil { get; init; }

    /// <summary>Both ends included.</summary>
    public static CountWindow Closed(decimal from, decimal until) => new() { From = from, Until = until, IncludesFrom = true, IncludesUntil = true };

    /// <summary>The lower end excluded.</summary>
    public static CountWindow OpenBelow(decimal from, decimal until) => Closed(from, until) with { IncludesFrom = false };

    /// <summary>The upper end excluded.</summary>
    public static CountWindow OpenAbove(decimal from, decimal until) => Closed(from, until) with { IncludesUntil = false };

    public NeutrophilCount? Latest(IReadOnlyList<NeutrophilCount> counts) => Outermost(counts, direction: 1);

    public NeutrophilCount? First(IReadOnlyList<NeutrophilCount> counts) => Outermost(counts, direction: -1);

    NeutrophilCount? Outermost(IReadOnlyList<NeutrophilCount> counts, int direction)
    {
        NeutrophilCount? outermost = null;
        for (var index = 0; index < counts.Count; index++)
        {
            if (Contains(counts[index].Hour) && (outermost is not { } found || IsNearer(counts[index], found, direction)))
            {
                outermost = counts[index];
            }
        }

        return outermost;
    }

    bool Contains(decimal hour) => (IncludesFrom ? hour >= From : hour > From) && (IncludesUntil ? hour <= Until : hour < Until);

    static bool IsNearer(NeutrophilCount one, NeutrophilCount other, int direction) =>
        one.Hour == other.Hour ? IsLower(one.Count, other.Count) : (one.Hour > other.Hour) == (direction > 0);

    /// <summary>An upper bound may be anything below it, so it goes before every number.</summary>
    static bool IsLower(Measured one, Measured other) =>
        (one.Comparator == Comparator.Below) != (other.Comparator == Comparator.Below) ? one.Comparator == Comparator.Below
        : one.Value == other.Value ? other.Comparator == Comparator.Above && one.Comparator != Comparator.Above
        : one.Value < other.Value;
}
