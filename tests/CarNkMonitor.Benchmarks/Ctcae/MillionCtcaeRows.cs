using BenchmarkDotNet.Attributes;
using CarNkMonitor.Grading.Ctcae;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Benchmarks.Ctcae;

/// <summary>
/// A million random laboratory rows over every term of CTCAE 5.0, a tenth of them without their limit and one in fifty a bound: time per row.
/// Rows per second = 1,000,000,000 / mean in ns.
/// </summary>
[MemoryDiagnoser]
public class MillionCtcaeRows
{
    const int Rows = 1_000_000;

    (LabCriterion Term, LabInputs Inputs)[] _rows = [];

    [GlobalSetup]
    public void MakeRows()
    {
        var random = new Random(20_171_127);
        LabCriterion[] terms = [.. Ctcae5.Hematology, .. Ctcae5.Chemistry];
        _rows = [.. Enumerable.Range(0, Rows).Select(_ => (terms[random.Next(terms.Length)], random)).Select(pair => (pair.Item1, Inputs(pair.Item1, pair.random)))];
    }

    /// <summary>The sum keeps the work from being left out.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public long Grade()
    {
        long sum = 0;
        foreach (var (term, inputs) in _rows)
        {
            sum += term.Grade(inputs).Low ?? 0;
        }

        return sum;
    }

    static LabInputs Inputs(LabCriterion term, Random random)
    {
        var (lln, uln) = (random.Next(10, 60) / 10m, random.Next(61, 400) / 10m);
        var value = random.Next(1, 20_000) / 100m;
        var hasLimits = random.Next(10) > 0;
        return new LabInputs
        {
            Value = new Measured(value, random.Next(50) == 0 ? Comparator.Below : Comparator.Equal),
            Unit = term.Units[random.Next(term.Units.Count)],
            Lln = hasLimits ? lln : null,
            Uln = hasLimits ? uln : null,
            Baseline = random.Next(3) == 0 ? null : random.Next(1, 600) / 10m,
            BaselineIsHigh = random.Next(4) == 0,
            OnAnticoagulation = random.Next(2) == 0,
        };
    }
}
