using CarNkMonitor.Grading.Quantities;

namespace CarNkMonitor.Grading.Ctcae;

/// <summary>The printed numbers of one row in one unit; null where the row prints no number for a grade.</summary>
/// <param name="Unit">UCUM.</param>
/// <param name="Grade1">Limit of grade 1 where it is a number and not the limit of normal.</param>
/// <param name="Grade2">Limit of grade 2.</param>
/// <param name="Grade3">Limit of grade 3.</param>
/// <param name="Grade4">Limit of grade 4.</param>
sealed record Limits(string Unit, decimal? Grade1, decimal Grade2, decimal Grade3, decimal? Grade4)
{
    public static Limits In(string unit, decimal second, decimal third, decimal? fourth = null, decimal? first = null) =>
        new(unit, first, second, third, fourth);

    /// <summary>Limits that are printed for each unit of the catalogue, in the order of its units.</summary>
    public static Limits[] Printed(QuantityRule rule, ReadOnlySpan<Limits> printed)
    {
        var all = printed.ToArray();
        return [.. rule.Units.Select(unit => all.Single(limits => limits.Unit == unit))];
    }

    /// <summary>
    /// The same limits in every unit of the catalogue, so that a value is compared as it was reported and never converted. The quotients end: a
    /// limit of the table is as exact in each unit as in the first.
    /// </summary>
    public Limits[] InEveryUnit(QuantityRule rule) =>
        [this, .. rule.OtherUnits.Select(other => new Limits(other.Unit, In(other, Grade1), other.FromCanonical(Grade2), other.FromCanonical(Grade3), In(other, Grade4)))];

    /// <summary>One number of the canonical unit in every unit of the catalogue.</summary>
    public static IEnumerable<decimal> InEveryUnit(QuantityRule rule, decimal number) =>
        [number, .. rule.OtherUnits.Select(other => other.FromCanonical(number))];

    public IEnumerable<decimal> Numbers => from number in new[] { Grade1, Grade2, Grade3, Grade4 } where number is not null select number.Value;

    static decimal? In(UnitFactor other, decimal? limit) => limit is { } number ? other.FromCanonical(number) : null;
}
