using BenchmarkDotNet.Attributes;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;

namespace CarNkMonitor.Benchmarks.Hlh;

/// <summary>One HLH-2004 count, fully known and with two values missing, beside the same criteria as one chain of ifs.</summary>
[MemoryDiagnoser]
public class Hlh2004Counting
{
    static readonly Hlh2004Inputs Known = new()
    {
        AgeWeeks = 2800, TemperatureMax = 39m, Splenomegaly = true, Hemoglobin = 85m, Platelets = 40m, Neutrophils = 0.4m,
        Triglycerides = Triglycerides.InMmolPerL(2.1m), TriglyceridesFasting = true, Fibrinogen = 1.2m, Hemophagocytosis = false, NkActivity = NkActivity.UninterpretablePostNk,
        Ferritin = 8000m, SolubleCd25 = 2100m,
    };

    readonly Hlh2004Inputs _known = Known;
    readonly Hlh2004Inputs _unknown = Known with { SolubleCd25 = null, Hemophagocytosis = null };

    [Benchmark(Baseline = true)]
    public Plain IfChain() => Chain(_known);

    [Benchmark]
    public GradeResult AllKnown() => Hlh2004Grader.Grade(_known);

    [Benchmark]
    public GradeResult TwoMissing() => Hlh2004Grader.Grade(_unknown);

    static Plain Chain(Hlh2004Inputs one)
    {
        var lineages = (one.Hemoglobin!.Value.Value < (one.AgeWeeks < 4 ? 100m : 90m) ? 1 : 0) + (one.Platelets!.Value.Value < 100m ? 1 : 0) + (one.Neutrophils!.Value.Value < 1m ? 1 : 0);
        var count = (one.TemperatureMax!.Value.Value >= 38.5m ? 1 : 0) + (one.Splenomegaly == true ? 1 : 0) + (lineages >= 2 ? 1 : 0)
            + ((one.TriglyceridesFasting == true && one.Triglycerides!.Value.Value.Value >= 3m) || one.Fibrinogen!.Value.Value <= 1.5m ? 1 : 0)
            + (one.Hemophagocytosis == true ? 1 : 0) + (one.NkActivity == NkActivity.LowOrAbsent ? 1 : 0) + (one.Ferritin!.Value.Value >= 500m ? 1 : 0)
            + (one.SolubleCd25!.Value.Value >= 2400m ? 1 : 0);
        return new Plain(one, count, count);
    }

    public sealed record Plain(Hlh2004Inputs Inputs, int Low, int High);
}

/// <summary>One HScore, fully known and with two values missing, beside the same points as one chain of ifs.</summary>
[MemoryDiagnoser]
public class HScoreScoring
{
    static readonly HScoreInputs Known = new()
    {
        KnownImmunosuppression = false, TemperatureMax = 39m, Hepatomegaly = false, Splenomegaly = true, Hemoglobin = 80m, Leukocytes = 7m, Platelets = 60m,
        Ferritin = 7000m, Triglycerides = Triglycerides.InMmolPerL(2m), Fibrinogen = 1.8m, Ast = 90m, Hemophagocytosis = false,
    };

    readonly HScoreInputs _known = Known;
    readonly HScoreInputs _unknown = Known with { Hemophagocytosis = null, Triglycerides = null };

    [Benchmark(Baseline = true)]
    public Plain IfChain() => Chain(_known);

    [Benchmark]
    public GradeResult AllKnown() => HScoreGrader.Grade(_known);

    [Benchmark]
    public GradeResult TwoMissing() => HScoreGrader.Grade(_unknown);

    static Plain Chain(HScoreInputs one)
    {
        var (temperature, ferritin, lipids) = (one.TemperatureMax!.Value.Value, one.Ferritin!.Value.Value, one.Triglycerides!.Value.Value.Value);
        var lineages = (one.Hemoglobin!.Value.Value <= 92m ? 1 : 0) + (one.Leukocytes!.Value.Value <= 5m ? 1 : 0) + (one.Platelets!.Value.Value <= 110m ? 1 : 0);
        var organs = (one.Hepatomegaly == true ? 1 : 0) + (one.Splenomegaly == true ? 1 : 0);
        var score = (one.KnownImmunosuppression == true ? 18 : 0) + (temperature > 39.4m ? 49 : temperature >= 38.4m ? 33 : 0) + (organs == 2 ? 38 : organs == 1 ? 23 : 0)
            + (lineages == 3 ? 34 : lineages == 2 ? 24 : 0) + (ferritin > 6000m ? 50 : ferritin >= 2000m ? 35 : 0) + (lipids > 4m ? 64 : lipids >= 1.5m ? 44 : 0)
            + (one.Fibrinogen!.Value.Value <= 2.5m ? 30 : 0) + (one.Ast!.Value.Value >= 30m ? 19 : 0) + (one.Hemophagocytosis == true ? 35 : 0);
        return new Plain(one, score, score);
    }

    public sealed record Plain(HScoreInputs Inputs, int Low, int High);
}

/// <summary>One CARTOX call, fully known and with one value missing, beside the same rule as one chain of ifs.</summary>
[MemoryDiagnoser]
public class CartoxCalling
{
    static readonly CartoxHlhInputs Known = new()
    {
        FerritinPeak = 15_000m, Bilirubin = new Multiple(1m), Ast = new Multiple(240m, 40m), Alt = new Multiple(1m), OliguriaGrade = 0, Creatinine = new Multiple(1m),
        PulmonaryEdemaGrade = 3, Hemophagocytosis = false,
    };

    readonly CartoxHlhInputs _known = Known;
    readonly CartoxHlhInputs _unknown = Known with { Hemophagocytosis = null };

    [Benchmark(Baseline = true)]
    public Plain IfChain() => Chain(_known);

    [Benchmark]
    public GradeResult AllKnown() => CartoxHlhGrader.Call(_known);

    [Benchmark]
    public GradeResult MarrowMissing() => CartoxHlhGrader.Call(_unknown);

    static Plain Chain(CartoxHlhInputs one)
    {
        var count = (Over(one.Bilirubin, 3m) || Over(one.Ast, 5m) || Over(one.Alt, 5m) ? 1 : 0) + (one.OliguriaGrade is { Value: >= 3 } || Over(one.Creatinine, 3m) ? 1 : 0)
            + (one.PulmonaryEdemaGrade is { Value: >= 3 } ? 1 : 0) + (one.Hemophagocytosis == true ? 1 : 0);
        var call = one.FerritinPeak!.Value.Value > 10_000m && count >= 2 ? 1 : 0;
        return new Plain(one, call, call);
    }

    static bool Over(Multiple? value, decimal factor) => value!.Value.Value.Value > factor * (value.Value.Reference ?? 1m);

    public sealed record Plain(CartoxHlhInputs Inputs, int Low, int High);
}
