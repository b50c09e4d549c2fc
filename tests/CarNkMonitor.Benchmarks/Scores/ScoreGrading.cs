using BenchmarkDotNet.Attributes;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Scores;

namespace CarNkMonitor.Benchmarks.Scores;

/// <summary>One CAR-HEMATOTOX with everything known, beside the same limits as one chain of ifs.</summary>
[MemoryDiagnoser]
public class CarHematotoxScoring
{
    readonly CarHematotoxInputs _known = new() { Platelets = 100, Neutrophils = 1.1m, Hemoglobin = 95, Crp = 31, Ferritin = 900 };

    [Benchmark(Baseline = true)]
    public Plain IfChain() => Chain(_known);

    [Benchmark]
    public GradeResult Known() => CarHematotoxGrader.Grade(_known);

    static Plain Chain(CarHematotoxInputs inputs)
    {
        var (platelets, ferritin) = (inputs.Platelets!.Value.Value, inputs.Ferritin!.Value.Value);
        var total = platelets > 175 ? 0 : platelets >= 75 ? 1 : 2;
        total += inputs.Neutrophils!.Value.Value < 1.2m ? 1 : 0;
        total += inputs.Hemoglobin!.Value.Value < 90 ? 1 : 0;
        total += inputs.Crp!.Value.Value > 30 ? 1 : 0;
        total += ferritin > 2000 ? 2 : ferritin >= 650 ? 1 : 0;
        return new Plain(inputs, total, total);
    }

    public sealed record Plain(object Inputs, int Low, int High);
}

/// <summary>One EASIX, beside the bare formula.</summary>
[MemoryDiagnoser]
public class EasixScoring
{
    readonly EasixInputs _known = new() { Ldh = 400, Creatinine = 1.2m, Platelets = 61 };

    [Benchmark(Baseline = true)]
    public Plain Formula() => new(_known, _known.Ldh!.Value.Value * _known.Creatinine!.Value.Value / _known.Platelets!.Value.Value);

    [Benchmark]
    public GradeResult Known() => EasixGrader.Easix(_known);

    public sealed record Plain(object Inputs, decimal Index);
}
