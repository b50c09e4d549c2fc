using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Quantities;

namespace CarNkMonitor.Grading.Courses;

/// <summary>How the laboratory tables read a value: the worst of a window, its own limits of normal, the unit in which it was reported.</summary>
static class Laboratory
{
    /// <summary>The highest, with what a bound leaves open beyond it; of equals the later.</summary>
    public static Fact? Highest(ReadOnlySpan<Fact> facts) => WorstReading.Of(facts, isHigh: true);

    /// <summary>The lowest, with what a bound leaves open beyond it; of equals the later.</summary>
    public static Fact? Lowest(ReadOnlySpan<Fact> facts) => WorstReading.Of(facts, isHigh: false);

    /// <summary>Limits of normal in the canonical unit: those reported with the value, otherwise the fallback for the subject.</summary>
    public static ReferenceRange Limits(SubjectFacts subject, Fact fact)
    {
        var fallback = subject.FallbackLimits.GetValueOrDefault(fact.Code);
        return CanonicalLimits(fact) is { } own ? new ReferenceRange(own.Lower ?? fallback.Lower, own.Upper ?? fallback.Upper) : fallback;
    }

    /// <summary>The limits that were reported with the value, in the canonical unit.</summary>
    public static ReferenceRange? CanonicalLimits(Fact fact) => fact.Reported is not { Limits: { } own, Unit: var unit } ? null
        : new ReferenceRange(Canonical(fact.Code, own.Lower, unit), Canonical(fact.Code, own.Upper, unit));

    /// <summary>The value against its own upper limit, in the unit of the report where the limit was reported with it; null without a limit.</summary>
    public static Multiple? OfUln(SubjectFacts subject, Fact fact) =>
        fact.Reported is { Limits.Upper: { } own } reported ? new Multiple(reported.Value, own)
        : Limits(subject, fact).Upper is { } fallback ? new Multiple(fact.Measured, fallback)
        : null;

    /// <summary>Is it above its own upper limit? Null when a bound or a missing limit leaves it open.</summary>
    public static bool? IsAboveUln(SubjectFacts subject, Fact fact) => OfUln(subject, fact)?.IsAbove(1);

    /// <summary>Triglycerides in the unit of the report (printed-unit rule).</summary>
    public static Triglycerides? Triglycerides(Fact? fact) => fact is null ? null
        : fact.Reported is { Unit: "mg/dL", Value: var reported } ? Facts.Triglycerides.InMgPerDL(reported)
        : Facts.Triglycerides.InMmolPerL(fact.Measured);

    /// <summary>Whether the sample of these triglycerides was taken fasting: an entry of the same observation time.</summary>
    public static bool? IsFasting(SubjectRecord record, Fact? triglycerides) =>
        triglycerides is null ? null : record.At("fasting_sample", triglycerides.ObservedAt)?.Flag;

    /// <summary>A number of the canonical unit in another one of the catalogue's.</summary>
    public static decimal In(string code, string unit, decimal canonical) =>
        QuantityRules.Find(code)!.FromCanonical(canonical, unit) ?? canonical;

    static decimal? Canonical(string code, decimal? limit, string unit) => limit is { } value ? QuantityRules.Find(code)?.ToCanonical(value, unit) : null;
}
