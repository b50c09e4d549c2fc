using BenchmarkDotNet.Attributes;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Schedule;

namespace CarNkMonitor.Benchmarks.Schedule;

/// <summary>The phase of one day and the state of one slot, each beside a straight if-chain.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
public class OneDayAndOneSlot
{
    static readonly int[] Infusions = [0, 7, 14];

    readonly PhaseInputs _day = new(new CourseDays(Infusions), 21);
    readonly SlotInputs _slot = new(SlotFrequency.EverySixHours, new(2026, 3, 2, 12, 0, 0), new(2026, 3, 2, 13, 31, 0));

    [Benchmark(Baseline = true), BenchmarkCategory("phase")]
    public Plain PhaseIfChain()
    {
        var latest = int.MinValue;
        foreach (var day in Infusions)
        {
            if (day <= _day.RecoveryDay && day > latest) latest = day;
        }

        var level = latest == int.MinValue ? (_day.RecoveryDay < -4 ? 0 : _day.RecoveryDay <= -2 ? 1 : 2)
            : _day.RecoveryDay - latest is var cycleDay && cycleDay == 0 ? 3
            : cycleDay <= 14 ? 4 : _day.RecoveryDay >= _day.Course.HomeDay ? 6 : 5;
        return new Plain(level, level);
    }

    [Benchmark, BenchmarkCategory("phase")]
    public GradeResult Phase() => PhaseGrader.Grade(_day);

    [Benchmark(Baseline = true), BenchmarkCategory("slot")]
    public Plain SlotIfChain()
    {
        var (now, nominal) = (_slot.Now, _slot.Nominal);
        var state = now < nominal.AddMinutes(-90) ? 0 : now <= nominal.AddMinutes(90) ? 1 : now < nominal.AddMinutes(270) ? 2 : 3;
        return new Plain(state, state);
    }

    [Benchmark, BenchmarkCategory("slot")]
    public GradeResult Slot() => SlotGrader.Grade(_slot);

    public sealed record Plain(int Low, int High);
}
