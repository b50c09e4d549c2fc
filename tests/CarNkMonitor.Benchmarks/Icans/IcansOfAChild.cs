using BenchmarkDotNet.Attributes;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Icans;

namespace CarNkMonitor.Benchmarks.Icans;

/// <summary>One ICANS grading of a child: all known, and with CAPD wholly missing, whose eight items must not explode.</summary>
[MemoryDiagnoser]
public class IcansOfAChild
{
    readonly IcansInputs _known = new()
    {
        Day = 5, AgeYears = 6, CapdBaseline = 0, Consciousness = Consciousness.Voice, Seizure = SeizureReport.None, Motor = MotorWeakness.None,
        Pressure = PressureSigns.None,
        Capd = new CapdScore
        {
            EyeContact = 1, Purposeful = 1, Aware = 1, Communicates = 1, Restless = 2, Inconsolable = 1, Underactive = 0, SlowToRespond = 0,
        },
    };

    readonly IcansInputs _unknown = new() { Day = 5, AgeYears = 6, CapdBaseline = 0, Seizure = SeizureReport.None };

    [Benchmark(Baseline = true)]
    public object Straight() => StraightIcans.Of(_known);

    [Benchmark]
    public GradeResult Known() => IcansGrader.Grade(_known);

    [Benchmark]
    public GradeResult NineUnknown() => IcansGrader.Grade(_unknown);

    [Benchmark]
    public IReadOnlyList<MissingInput> NineUnknownAndWhatHangsOnThem() => IcansGrader.Grade(_unknown).Missing;
}
