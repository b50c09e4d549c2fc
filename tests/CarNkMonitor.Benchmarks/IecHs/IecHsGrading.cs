using BenchmarkDotNet.Attributes;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.IecHs;

namespace CarNkMonitor.Benchmarks.IecHs;

/// <summary>One IEC-HS pattern, fully known and with two values missing, and one grade, beside the same rules as one chain of ifs.</summary>
[MemoryDiagnoser]
public class IecHsGrading
{
    static readonly IecHsInputs Known = new()
    {
        Ferritin = 12_000m, FerritinUln = 300m, FerritinBaseline = 900m, FerritinRapidRise = false, Timing = IecHsTiming.ResolvingOrResolvedCrs,
        Ast = 240m, AstUln = 40m, AstBaseline = 30m, Alt = 40m, AltUln = 45m, AltBaseline = 30m, Fibrinogen = 1.2m, FibrinogenLln = 1.8m, Hemophagocytosis = false,
        Neutrophils = 1.6m, Platelets = 90m, CytopeniaCourse = IecHsCytopeniaCourse.ExpectedStable, LdhAboveUln = true, PtOrApttProlonged = false,
        DirectHyperbilirubinemia = false, NewSplenomegaly = false, NewOrPersistentFever = true, Neurotoxicity = false, PulmonaryManifestation = false,
        NewRenalInsufficiency = false, Triglycerides = Triglycerides.InMmolPerL(1.6m), TriglyceridesFasting = true, AlternativeSoleCause = false,
        Events = IecHsEvents.DirectedTherapy,
    };

    readonly IecHsInputs _known = Known;
    readonly IecHsInputs _unknown = Known with { Fibrinogen = null, Hemophagocytosis = null };

    [Benchmark(Baseline = true)]
    public Plain IfChain() => Chain(_known);

    [Benchmark]
    public GradeResult PatternAllKnown() => IecHsPatternGrader.Grade(_known);

    [Benchmark]
    public GradeResult PatternTwoMissing() => IecHsPatternGrader.Grade(_unknown);

    [Benchmark]
    public GradeResult GradeAllKnown() => IecHsGrader.Grade(_known);

    static Plain Chain(IecHsInputs one)
    {
        var ferritin = one.Ferritin!.Value.Value > 2m * Math.Max(one.FerritinUln!.Value, one.FerritinBaseline!.Value.Value) || one.FerritinRapidRise == true;
        var timing = one.Timing is IecHsTiming.ResolvingOrResolvedCrs or IecHsTiming.WorseningAfterImprovement;
        var enzymes = one.Ast!.Value.Value > 5m * Math.Max(one.AstUln!.Value, one.AstBaseline!.Value.Value) || one.Alt!.Value.Value > 5m * Math.Max(one.AltUln!.Value, one.AltBaseline!.Value.Value);
        var low = one.Neutrophils!.Value.Value < 0.5m || one.Platelets!.Value.Value < 25m;
        var common = (enzymes ? 1 : 0) + (one.Fibrinogen!.Value.Value < Math.Max(1.5m, one.FibrinogenLln!.Value) ? 1 : 0) + (one.Hemophagocytosis == true ? 1 : 0)
            + (low && one.CytopeniaCourse != IecHsCytopeniaCourse.ExpectedStable ? 1 : 0);
        var other = (one.LdhAboveUln == true ? 1 : 0) + (one.PtOrApttProlonged == true ? 1 : 0) + (one.DirectHyperbilirubinemia == true ? 1 : 0) + (one.NewSplenomegaly == true ? 1 : 0)
            + (one.NewOrPersistentFever == true ? 1 : 0) + (one.Neurotoxicity == true ? 1 : 0) + (one.PulmonaryManifestation == true ? 1 : 0) + (one.NewRenalInsufficiency == true ? 1 : 0)
            + (one.TriglyceridesFasting == true && one.Triglycerides!.Value.Value.Value >= 3m ? 1 : 0);
        var level = one.AlternativeSoleCause == true || !ferritin ? 0 : timing && common >= 2 ? 2 : common >= 1 || other >= 2 ? 1 : 0;
        return new Plain(one, level, level);
    }

    public sealed record Plain(IecHsInputs Inputs, int Low, int High);
}
