using BenchmarkDotNet.Attributes;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Cytopenia.Days;

namespace CarNkMonitor.Benchmarks.Cytopenia;

/// <summary>Early ICAHT on 31 days: a count a day, and a count on every third day, beside the same algorithm written straight down for this input.</summary>
[MemoryDiagnoser]
public class IcahtOfAMonth
{
    static readonly IcahtInputs Daily = Course(everyDays: 1), EveryThirdDay = Course(everyDays: 3);

    [Benchmark(Baseline = true)]
    public object ByHand() => ByHand(Daily);

    [Benchmark]
    public GradeResult Grader() => IcahtGrader.Early(Daily);

    [Benchmark]
    public object ByHandFilled() => ByHand(EveryThirdDay);

    [Benchmark]
    public GradeResult GraderFilled() => IcahtGrader.Early(EveryThirdDay);

    static IcahtInputs Course(int everyDays) => new()
    {
        Counts = Enumerable.Range(0, 31).Where(day => day % everyDays == 0).Select(day => new DayValue(day, day is > 4 and < 19 ? 60 + day % 5 * 20m : 1500m)).ToArray(),
        EndDay = 30,
        IsClosed = true,
    };

    static object ByHand(IcahtInputs inputs)
    {
        Span<decimal> values = stackalloc decimal[31];
        values.Fill(-1);
        foreach (var count in (DayValue[])inputs.Counts)
        {
            if (count.Day is >= 0 and <= 30)
            {
                values[count.Day] = values[count.Day] < 0 ? count.Value.Value : Math.Min(values[count.Day], count.Value.Value);
            }
        }

        var before = -1;
        for (var day = 0; day < 31; day++)
        {
            if (values[day] < 0)
            {
                continue;
            }

            for (var gap = before + 1; before >= 0 && day - before <= 8 && gap < day; gap++)
            {
                values[gap] = decimal.Round((values[before] + (values[day] - values[before]) * (gap - before) / (day - before)) / 10) * 10;
            }

            before = day;
        }

        var (d500, never) = Longest(values, 500);
        var (d100, _) = Longest(values, 100);
        return new Answer(never || d100 >= 14 ? 4 : d500 >= 14 || d100 >= 7 ? 3 : d500 >= 7 ? 2 : d500 >= 1 ? 1 : 0);
    }

    static (int Length, bool Never) Longest(Span<decimal> values, decimal limit)
    {
        var (longest, start, end) = (0, -1, -9);
        for (var day = 0; day < 31; day++)
        {
            if (values[day] < 0 || values[day] > limit)
            {
                continue;
            }

            start = day - end > 3 ? day : start;
            end = day;
            longest = Math.Max(longest, end - start + 1);
        }

        return (longest, start is >= 0 and <= 3 && end == 30);
    }

    sealed record Answer(int Grade);
}
