using CarNkMonitor.Grading.Ctcae;
using CarNkMonitor.Grading.Facts;
using CsCheck;

namespace CarNkMonitor.Grading.Tests.Ctcae;

/// <summary>Random laboratory rows whose values lie on and beside the limits of their own term.</summary>
static class LabGenerators
{
    static readonly decimal[] Multiples = [0, 0.25m, 0.5m, 0.75m, 1, 1.5m, 2, 2.5m, 3, 4, 5, 6, 10, 20, 0.9m, 1.2m, 30];
    static readonly decimal[] Counts = [0, 0.05m, 0.1m, 0.2m, 0.5m, 0.8m, 1, 1.2m, 1.5m, 1.71m, 2, 2.5m, 3, 3.42m, 4.9m, 5.7m, 6.2m, 8, 10, 11.4m, 25, 50, 75, 80, 100, 150, 200, 300, 500, 1000];

    public static readonly Gen<LabCriterion> Term = Gen.Int[0, Lab.Terms.Length - 1].Select(index => Lab.Terms[index]);

    /// <summary>Everything known and exact, in one of the units of the term.</summary>
    public static readonly Gen<(LabCriterion Term, LabInputs Inputs)> Known =
        from term in Term
        from at in Gen.Int[0, 9999].Array[8]
        select (term, Inputs(term, at));

    /// <summary>As <see cref="Known"/>, with some things missing, some bounds, and some statements.</summary>
    public static readonly Gen<(LabCriterion Term, LabInputs Inputs)> Any =
        from known in Known
        from gaps in Gen.Int[0, 4095]
        select (known.Term, With(known.Inputs, gaps));

    static LabInputs Inputs(LabCriterion term, int[] at)
    {
        var (lln, baseline) = (Pick(Counts, at[0]) + 0.1m, Pick(Counts, at[1]) + (at[1] % 7 == 0 ? 0 : 0.2m));
        var uln = lln + Pick(Counts, at[2]);
        var near = (at[3] % 5) switch { 0 => lln, 1 => uln, 2 => baseline, _ => 0 };
        var value = near > 0 ? near * Pick(Multiples, at[4]) : Pick(Counts, at[4]);
        return new LabInputs
        {
            Value = Math.Max(0, value + ((at[5] % 3) - 1) * 0.01m), Unit = term.Units[at[6] % term.Units.Count], Lln = lln, Uln = uln,
            Baseline = baseline, BaselineIsHigh = at[7] % 2 == 0, BaselineIsLow = at[7] % 2 == 1 && at[7] % 3 == 0, OnAnticoagulation = at[7] % 5 < 2,
        };
    }

    static LabInputs With(LabInputs known, int gaps) => known with
    {
        Value = (gaps & 15) switch { 0 => null, 1 => Bound(known.Value, Comparator.Below), 2 => Bound(known.Value, Comparator.Above), _ => known.Value },
        Lln = (gaps & 16) != 0 ? null : known.Lln,
        Uln = (gaps & 32) != 0 ? null : known.Uln,
        Baseline = (gaps & 192) switch { 0 => null, 64 => Bound(known.Baseline, Comparator.Below), 128 => Bound(known.Baseline, Comparator.Above), _ => known.Baseline },
        BaselineIsHigh = (gaps & 256) != 0 ? null : known.BaselineIsHigh,
        BaselineIsLow = (gaps & 512) != 0 ? null : known.BaselineIsLow,
        TransfusionIndicated = (gaps & 3072) == 1024,
        LifeThreatening = (gaps & 3072) == 2048,
        Bleeding = (gaps & 3072) == 3072,
    };

    static Measured? Bound(Measured? number, Comparator comparator) => number is { } known ? known with { Comparator = comparator } : null;

    static decimal Pick(decimal[] from, int at) => from[at % from.Length];
}
