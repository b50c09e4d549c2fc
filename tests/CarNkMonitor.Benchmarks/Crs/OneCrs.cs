using BenchmarkDotNet.Attributes;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Benchmarks.Crs;

/// <summary>CRS of one moment, with everything known and with three inputs unknown, each beside a straight if-chain over the same inputs.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class OneCrs
{
    static readonly CrsInputs Known = new()
    {
        Day = 5, Age = new SubjectAge(54, false), TemperatureMax = 39.5m, Masking = MaskingTherapy.None, SystolicMin = 96, HypotensionSeen = false,
        Vasopressors = Vasopressors.Norepinephrine, Device = OxygenDevice.NasalCannula, Flow = 2, SaturationMin = 94,
    };

    static readonly CrsInputs ThreeUnknown = Known with { Vasopressors = null, Device = null, Masking = null };

    [Benchmark(Baseline = true), BenchmarkCategory("everything known")]
    public Plain IfChain()
    {
        var inputs = Known;
        if (inputs.Death is not null)
        {
            return new Plain(5, 5);
        }

        if (inputs.TemperatureMax!.Value.Value < 38.0m || inputs.FeverHasOtherCause)
        {
            return new Plain(0, 0);
        }

        var agents = inputs.Vasopressors!.Value;
        var counted = System.Numerics.BitOperations.PopCount((uint)(agents & Vasopressors.Counted));
        var hypotension = inputs.HypotensionHasOtherCause ? 0
            : counted >= 2 ? 4
            : counted == 1 || (agents & Vasopressors.VasopressinClass) != 0 ? 3
            : inputs.FluidBolus || inputs.HypotensionSeen == true || inputs.SystolicMin!.Value.Value < 90 ? 2 : 0;
        var oxygen = inputs.HypoxiaHasOtherCause ? 0 : inputs.Device!.Value switch
        {
            OxygenDevice.RoomAir => inputs.SaturationMin!.Value.Value < 90 ? 2 : 0,
            OxygenDevice.NasalCannula or OxygenDevice.HighFlowCannula => inputs.Flow!.Value.Value <= 6 ? 2 : 3,
            OxygenDevice.BlowBy => 2,
            OxygenDevice.SimpleFacemask or OxygenDevice.Nonrebreather or OxygenDevice.Venturi or OxygenDevice.TracheostomyMask => 3,
            OxygenDevice.Cpap or OxygenDevice.Bipap or OxygenDevice.InvasiveVentilation or OxygenDevice.Ecmo => 4,
        };
        var grade = Math.Max(1, Math.Max(hypotension, oxygen));
        return new Plain(grade, grade);
    }

    [Benchmark, BenchmarkCategory("everything known")]
    public GradeResult EverythingKnown() => CrsGrader.Grade(Known);

    /// <summary>Written for just these three: an unknown agent or device may be nothing or the worst, an unknown masking drug may waive the fever.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("three unknown")]
    public Plain IfChainOfThreeUnknown()
    {
        var inputs = ThreeUnknown;
        if (inputs.Death is not null)
        {
            return new Plain(5, 5);
        }

        var isFever = inputs.TemperatureMax!.Value.Value >= 38.0m && !inputs.FeverHasOtherCause;
        var pressure = inputs.HypotensionHasOtherCause ? 0 : inputs.FluidBolus || inputs.HypotensionSeen == true || inputs.SystolicMin!.Value.Value < 90 ? 2 : 0;
        var oxygen = inputs.HypoxiaHasOtherCause || inputs.Device is null ? 0 : 2;
        var low = isFever ? Math.Max(1, Math.Max(pressure, oxygen)) : 0;
        var high = inputs.HypotensionHasOtherCause && inputs.HypoxiaHasOtherCause ? low : inputs.Vasopressors is null || inputs.Device is null ? 4 : low;
        return new Plain(low, isFever || inputs.Masking is null ? high : 0);
    }

    [Benchmark, BenchmarkCategory("three unknown")]
    public GradeResult ThreeInputsUnknown() => CrsGrader.Grade(ThreeUnknown);

    public sealed record Plain(int Low, int High);
}
