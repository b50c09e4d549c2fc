using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Ctcae;

/// <summary>
/// Laboratory terms of CTCAE over time (specification of observations 2.1 and 2.2): the latest value within its carry-forward time, in the unit and with
/// the limits of its report, and the statements of (t - 24 h, t]. A pure function of the facts; it does not need an infusion.
/// </summary>
public static class CtcaeCourse
{
    /// <summary>WHO grade from which a bleeding counts, inclusive.</summary>
    const decimal BleedingFrom = 1;

    /// <summary>The terms of an edition, in the order of the specification.</summary>
    public static IReadOnlyList<LabCriterion> Terms(CtcaeEdition edition) => edition switch
    {
        CtcaeEdition.Version5 => TermsOf5,
        CtcaeEdition.Version6 => TermsOf6,
    };

    /// <summary>The grade of one term at a moment, UTC; an entry observed at that very moment counts.</summary>
    /// <returns>NOT_ASSESSED while no value stands and no statement alone gives a grade.</returns>
    public static GradeResult At(SubjectFacts facts, LabCriterion term, DateTime moment) => At(new SubjectRecord(facts, countProvisional: true), term, moment);

    internal static GradeResult At(SubjectRecord record, LabCriterion term, DateTime moment)
    {
        var inputs = InputsAt(record, term, moment);
        return inputs is { Value: null, TransfusionIndicated: false, LifeThreatening: false } ? term.NotAssessed : term.Grade(inputs);
    }

    /// <summary>The most of a bleeding that (t - 24 h, t] tells: what a bound leaves open is neither a bleeding nor none.</summary>
    static bool? Bleeds(SubjectRecord record, DateTime moment) =>
        Laboratory.Highest(record.Between(CtcaeCodes.Bleeding, moment - CourseTimes.Day, moment)) is { } most ? most.Measured.IsAtLeast(BleedingFrom) : false;

    internal static LabInputs InputsAt(SubjectRecord record, LabCriterion term, DateTime moment)
    {
        var value = record.Between(term.Code, moment - CarryForward.Bilirubin(record, moment), moment) is [.., var latest] ? latest : null;
        return (value is null ? new LabInputs() : Of(record, value)) with
        {
            TransfusionIndicated = term.Code == HemoglobinCode && Says(record, CtcaeCodes.TransfusionIndicated, moment, static fact => fact.Flag == true),
            LifeThreatening = Says(record, CtcaeCodes.LifeThreatening, moment, fact => string.Equals(fact.Coded, term.Term, StringComparison.OrdinalIgnoreCase)),
            RecordedBleeding = term.BleedingGrade > 0 ? Bleeds(record, moment) : false,
        };
    }

    const string HemoglobinCode = "hgb";

    static readonly LabCriterion[] TermsOf5 = [.. Ctcae5.Hematology, .. Ctcae5.Chemistry];
    static readonly LabCriterion[] TermsOf6 = [.. Ctcae6.Hematology, .. Ctcae6.Chemistry];

    static bool Says(SubjectRecord record, string code, DateTime moment, Func<Fact, bool> says)
    {
        foreach (var fact in record.Between(code, moment - CourseTimes.Day, moment))
        {
            if (says(fact))
            {
                return true;
            }
        }

        return false;
    }

    static LabInputs Of(SubjectRecord record, Fact value)
    {
        var baseline = Conditioning.Baseline(record, value);
        var limits = LimitsInUnit(record.Subject, value);
        var before = baseline is null ? default : Laboratory.Limits(record.Subject, baseline);
        return new LabInputs
        {
            Value = value.Reported?.Value ?? value.Measured,
            Unit = UnitOf(value),
            Lln = limits.Lower,
            Uln = limits.Upper,
            Baseline = baseline is null ? null : InUnitOf(value, baseline),
            BaselineIsHigh = before.Upper is { } upper ? baseline!.Measured.IsAbove(upper) : null,
            BaselineIsLow = before.Lower is { } lower ? baseline!.Measured.IsBelow(lower) : null,
            OnAnticoagulation = record.Standing(CtcaeCodes.Anticoagulant, value.ObservedAt)?.Coded == "start",
        };
    }

    static string UnitOf(Fact value) => value.Reported?.Unit ?? Quantities.QuantityRules.Find(value.Code)!.Unit;

    /// <summary>Those of the report as they stand; the fallback of the catalogue in the unit of the value.</summary>
    static ReferenceRange LimitsInUnit(SubjectFacts subject, Fact value)
    {
        var (own, fallback) = (value.Reported?.Limits, subject.FallbackLimits.GetValueOrDefault(value.Code));
        return new ReferenceRange(own?.Lower ?? In(fallback.Lower), own?.Upper ?? In(fallback.Upper));

        decimal? In(decimal? limit) => limit is { } canonical ? Laboratory.In(value.Code, UnitOf(value), canonical) : null;
    }

    static Measured InUnitOf(Fact value, Fact baseline) => UnitOf(baseline) == UnitOf(value)
        ? baseline.Reported?.Value ?? baseline.Measured
        : baseline.Measured with { Value = Laboratory.In(value.Code, UnitOf(value), baseline.Measured.Value) };
}

/// <summary>Editions of CTCAE; a study uses one, never both.</summary>
public enum CtcaeEdition
{
    /// <summary>Version 5.0, 2017.</summary>
    Version5,

    /// <summary>Version 6.0, 2025; only where the protocol says so.</summary>
    Version6,
}
