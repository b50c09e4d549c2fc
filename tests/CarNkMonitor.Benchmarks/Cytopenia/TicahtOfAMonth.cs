using BenchmarkDotNet.Attributes;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Cytopenia.Days;

namespace CarNkMonitor.Benchmarks.Cytopenia;

/// <summary>Early T-ICAHT on 31 days with a count a day, beside the same rule written straight down for this input.</summary>
[MemoryDiagnoser]
public class TicahtOfAMonth
{
    static readonly TicahtInputs Daily = new()
    {
        Counts = Enumerable.Range(0, 31).Select(day => new DayValue(day, day is > 4 and < 19 ? 12 + day % 5 * 11m : 150m)).ToArray(),
        EndDay = 30,
    };

    [Benchmark(Baseline = true)]
    public object ByHand()
    {
        Span<decimal> values = stackalloc decimal[31];
        values.Fill(decimal.MaxValue);
        foreach (var count in (DayValue[])Daily.Counts)
        {
            if (count.Day is >= 0 and <= 30)
            {
                values[count.Day] = Math.Min(values[count.Day], count.Value.Value);
            }
        }

        var (d50, d20) = (Sum(values, 50), Sum(values, 20));
        return new Answer(d20 >= 14 ? 4 : d20 >= 1 ? 3 : d50 >= 7 ? 2 : d50 >= 1 ? 1 : 0);
    }

    [Benchmark]
    public GradeResult Grader() => TicahtGrader.Early(Daily);

    static int Sum(Span<decimal> values, decimal limit)
    {
        var (sum, end) = (0, -9);
        for (var day = 0; day < 31; day++)
        {
            if (values[day] < limit)
            {
                sum += day - end <= 3 ? day - end : 1;
                end = day;
            }
        }

        return sum;
    }

    sealed record Answer(int Grade);
}
