using BenchmarkDotNet.Attributes;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.EarlyWarning;

namespace CarNkMonitor.Benchmarks.EarlyWarning;

/// <summary>One qSOFA, beside the same limits as one chain of ifs.</summary>
[MemoryDiagnoser]
public class QsofaScoring
{
    readonly QsofaInputs _known = new() { RespiratoryRate = 22, Systolic = 104, GlasgowComaScore = 14 };

    [Benchmark(Baseline = true)]
    public Plain IfChain() => Chain(_known);

    [Benchmark]
    public GradeResult Known() => QsofaGrader.Grade(_known);

    static Plain Chain(QsofaInputs inputs)
    {
        var total = inputs.RespiratoryRate!.Value.Value >= 22 ? 1 : 0;
        total += inputs.Systolic!.Value.Value <= 100 ? 1 : 0;
        total += inputs.GlasgowComaScore!.Value.Value < 15 ? 1 : 0;
        return new Plain(inputs, total, total);
    }

    public sealed record Plain(QsofaInputs Inputs, int Low, int High);
}
