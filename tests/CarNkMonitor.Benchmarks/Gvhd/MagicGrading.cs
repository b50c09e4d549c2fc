using BenchmarkDotNet.Attributes;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Gvhd;

namespace CarNkMonitor.Benchmarks.Gvhd;

/// <summary>One MAGIC signal, everything known and with two organs missing, beside the same rules as one chain of ifs.</summary>
[MemoryDiagnoser]
public class MagicGrading
{
    readonly MagicInputs _known = new()
    {
        Age = new SubjectAge(50, false), WeightKg = 70, RashPct = 30, Bilirubin = 2.4m, NauseaDays = 1, VomitingEpisodes = 0, VomitingDays = 0,
        AnorexiaWithWeightLoss = false, StoolVolume = 700, UnmeasuredStools = 1,
    };

    readonly MagicInputs _unknown = new()
    {
        Age = new SubjectAge(50, false), WeightKg = 70, RashPct = 30, Bilirubin = null, NauseaDays = null, StoolVolume = 700, UnmeasuredStools = 1,
    };

    [Benchmark(Baseline = true)]
    public Plain IfChain() => Chain(_known);

    [Benchmark]
    public GradeResult Known() => MagicGrader.Grade(_known);

    [Benchmark]
    public GradeResult TwoOrgansMissing() => MagicGrader.Grade(_unknown);

    static Plain Chain(MagicInputs inputs)
    {
        var (rash, bilirubin) = (inputs.RashPct!.Value.Value, inputs.Bilirubin!.Value.Value);
        var skin = rash > 50 && inputs.Erythroderma && inputs.Bullae && inputs.DesquamationPct?.Value > 5 ? 4 : rash > 50 ? 3 : rash >= 25 ? 2 : rash > 0 ? 1 : 0;
        var liver = bilirubin > 15 ? 4 : bilirubin > 6 ? 3 : bilirubin > 3 ? 2 : bilirubin >= 2 ? 1 : 0;
        var upper = inputs.AnorexiaWithWeightLoss == true || inputs.NauseaDays!.Value.Value >= 3
            || (inputs.VomitingEpisodes!.Value.Value >= 2 && inputs.VomitingDays!.Value.Value >= 2) ? 1 : 0;
        var stool = inputs.StoolVolume!.Value.Value + (200 * inputs.UnmeasuredStools!.Value.Value);
        var lower = inputs.SevereAbdominalPain || inputs.GrossBlood ? 4 : stool > 1500 ? 3 : stool >= 1000 ? 2 : stool >= 500 ? 1 : 0;
        var grade = skin == 4 || liver == 4 || lower == 4 ? 4 : liver >= 2 || lower >= 2 ? 3 : skin == 3 || liver == 1 || upper == 1 || lower == 1 ? 2 : skin >= 1 ? 1 : 0;
        return new Plain(inputs, grade, grade);
    }

    public sealed record Plain(MagicInputs Inputs, int Low, int High);
}
