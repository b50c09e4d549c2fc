using BenchmarkDotNet.Attributes;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.EarlyWarning;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Benchmarks.EarlyWarning;

/// <summary>One NEWS2, complete and with three parameters missing, beside the chart as one chain of ifs.</summary>
[MemoryDiagnoser]
public class News2Scoring
{
    readonly News2Inputs _known = new()
    {
        Age = new SubjectAge(50, false), RespiratoryRate = 22, Saturation = 93, IsOnOxygen = true, Temperature = 39.2m, Systolic = 96, Pulse = 118,
        Consciousness = Consciousness.Alert,
    };

    readonly News2Inputs _unknown = new()
    {
        Age = new SubjectAge(50, false), RespiratoryRate = 22, Saturation = 93, Systolic = 96, Pulse = 118,
    };

    [Benchmark(Baseline = true)]
    public Plain IfChain() => Chain(_known);

    [Benchmark]
    public GradeResult Known() => News2Grader.Grade(_known);

    [Benchmark]
    public GradeResult ThreeMissing() => News2Grader.Grade(_unknown);

    static Plain Chain(News2Inputs inputs)
    {
        var (rate, saturation, pressure) = (inputs.RespiratoryRate!.Value.Value, inputs.Saturation!.Value.Value, inputs.Systolic!.Value.Value);
        var (pulse, temperature, oxygen) = (inputs.Pulse!.Value.Value, inputs.Temperature!.Value.Value, inputs.IsOnOxygen!.Value);
        var total = rate <= 8 ? 3 : rate <= 11 ? 1 : rate <= 20 ? 0 : rate <= 24 ? 2 : 3;
        total += !inputs.UsesScale2 ? saturation <= 91 ? 3 : saturation <= 93 ? 2 : saturation <= 95 ? 1 : 0
            : saturation <= 83 ? 3 : saturation <= 85 ? 2 : saturation <= 87 ? 1 : saturation <= 92 || !oxygen ? 0 : saturation <= 94 ? 1 : saturation <= 96 ? 2 : 3;
        total += oxygen ? 2 : 0;
        total += pressure <= 90 ? 3 : pressure <= 100 ? 2 : pressure <= 110 ? 1 : pressure <= 219 ? 0 : 3;
        total += pulse <= 40 ? 3 : pulse <= 50 ? 1 : pulse <= 90 ? 0 : pulse <= 110 ? 1 : pulse <= 130 ? 2 : 3;
        total += inputs.Consciousness == Consciousness.Alert ? 0 : 3;
        total += temperature <= 35 ? 3 : temperature <= 36 ? 1 : temperature <= 38 ? 0 : temperature <= 39 ? 1 : 2;
        return new Plain(inputs, total, total);
    }

    public sealed record Plain(News2Inputs Inputs, int Low, int High);
}
