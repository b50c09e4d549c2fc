using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Infection;

/// <summary>Counts to the neutropenia of febrile neutropenia (specification 3.1), 10*9/L.</summary>
static class Neutropenia
{
    /// <summary>IDSA, exclusive: below 0.5, or expected to be.</summary>
    const decimal IdsaLimit = 0.5m;

    /// <summary>CTCAE, exclusive; also the count below which a fall is looked at.</summary>
    const decimal CtcaeLimit = 1.0m;

    /// <summary>Profound, exclusive.</summary>
    const decimal ProfoundLimit = 0.1m;

    /// <summary>Hours before the fever, inclusive, in which the latest count is used.</summary>
    const decimal LookBack = 72;

    /// <summary>Hours after the fever, inclusive, in which the first count is used when none lies before it.</summary>
    const decimal LookAhead = 24;

    /// <summary>Hours, inclusive, that the preceding count may lie before the one used.</summary>
    const decimal LongestFall = 96;

    /// <summary>Hours that the line through both is extended.</summary>
    const decimal Ahead = 48;

    /// <summary>The count that decides: the latest in the 72 h up to the fever, or else the first in the 24 h after it. Of several at one hour the lowest.</summary>
    public static NeutrophilCount? Used(IReadOnlyList<NeutrophilCount> counts) =>
        CountWindow.Closed(-LookBack, 0).Latest(counts) ?? CountWindow.OpenBelow(0, LookAhead).First(counts);

    /// <summary>&lt; 0.5, or expected to fall below it; null without a count that can be used.</summary>
    public static bool? Idsa(FebrileNeutropeniaInputs inputs)
    {
        if (inputs.IsExpectedToFall)
        {
            return true;
        }

        if (Used(inputs.Counts) is not { } used)
        {
            return null;
        }

        var (isBelow, isFalling) = (used.Count.IsBelow(IdsaLimit), IsFalling(inputs.Counts, used));
        return isBelow == true || isFalling == true ? true : isBelow == false && isFalling == false ? false : null;
    }

    /// <summary>&lt; 1.0; null without a count that can be used.</summary>
    public static bool? Ctcae(FebrileNeutropeniaInputs inputs) => Used(inputs.Counts)?.Count.IsBelow(CtcaeLimit);

    /// <summary>&lt; 0.5 for certain, without any expectation.</summary>
    public static bool IsBelowIdsaLimit(FebrileNeutropeniaInputs inputs) => Used(inputs.Counts)?.Count.IsBelow(IdsaLimit) == true;

    /// <summary>&lt; 0.1 for certain.</summary>
    public static bool IsProfound(FebrileNeutropeniaInputs inputs) => Used(inputs.Counts)?.Count.IsBelow(ProfoundLimit) == true;

    /// <summary>Below 1.0, lower than the preceding count, and the line through both is below 0.5 within 48 h. Bounds leave it open.</summary>
    static bool? IsFalling(IReadOnlyList<NeutrophilCount> counts, NeutrophilCount used)
    {
        if (used.Count.IsBelow(CtcaeLimit) == false || CountWindow.OpenAbove(used.Hour - LongestFall, used.Hour).Latest(counts) is not { } preceding)
        {
            return false;
        }

        return used.Count.Comparator == Comparator.Equal && preceding.Count.Comparator == Comparator.Equal ? FallsBelowLimit(preceding, used) : null;
    }

    /// <summary>used + (used - preceding) / hours × 48 &lt; 0.5, multiplied by the hours so that nothing is divided.</summary>
    static bool FallsBelowLimit(NeutrophilCount preceding, NeutrophilCount used)
    {
        var (before, now, hours) = (preceding.Count.Value, used.Count.Value, used.Hour - preceding.Hour);
        return before > now && (now * hours) + ((now - before) * Ahead) < IdsaLimit * hours;
    }
}
