using BenchmarkDotNet.Attributes;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Icans;

namespace CarNkMonitor.Benchmarks.Icans;

/// <summary>One ICANS grading of an adult: all known, three inputs unknown, and what is missing with its sentence.</summary>
[MemoryDiagnoser]
public class IcansOfAnAdult
{
    readonly IcansInputs _known = new()
    {
        Day = 5, AgeYears = 61, Ice = new IceScore { Orientation = 3, Naming = 2, Commands = 1, Writing = 0, Attention = 1 }, IceBaseline = 10,
        Consciousness = Consciousness.Spontaneous, Seizure = SeizureReport.BriefResolved, SeizureMinutes = 2m, Motor = MotorWeakness.MildOrGeneralized,
        Pressure = PressureSigns.FocalEdema,
    };

    readonly IcansInputs _unknown = new()
    {
        Day = 5, AgeYears = 61, Ice = new IceScore { Orientation = 3, Commands = 1, Attention = 1 }, IceBaseline = 10, Seizure = SeizureReport.None,
    };

    [Benchmark(Baseline = true)]
    public object Straight() => StraightIcans.Of(_known);

    [Benchmark]
    public GradeResult Known() => IcansGrader.Grade(_known);

    [Benchmark]
    public GradeResult ThreeUnknown() => IcansGrader.Grade(_unknown);

    [Benchmark]
    public IReadOnlyList<MissingInput> ThreeUnknownAndWhatHangsOnThem() => IcansGrader.Grade(_unknown).Missing;
}
