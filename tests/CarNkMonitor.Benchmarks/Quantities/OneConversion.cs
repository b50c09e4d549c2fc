using BenchmarkDotNet.Attributes;
using CarNkMonitor.Grading.Quantities;

namespace CarNkMonitor.Benchmarks.Quantities;

/// <summary>One value judged in another unit, beside the bare arithmetic.</summary>
[MemoryDiagnoser]
public class OneConversion
{
    readonly QuantityRule _rule = QuantityRules.Find("temperature")!;
    readonly decimal _value = 101.3m;

    [Benchmark(Baseline = true)]
    public int IfChain()
    {
        var canonical = (_value * 5 - 160) / 9;
        return canonical < 30 || canonical > 45 ? 2 : canonical < 34 || canonical > 41 ? 1 : 0;
    }

    [Benchmark]
    public Disposition Judged() => _rule.JudgeTyped(_value, "[degF]");
}
