using BenchmarkDotNet.Attributes;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Cytopenia.Days;

namespace CarNkMonitor.Benchmarks.Cytopenia;

/// <summary>The recovery phenotype over 61 days with a count a day, beside the same definitions written straight down for daily counts.</summary>
[MemoryDiagnoser]
public class RecoveryPhenotype
{
    static readonly PhenotypeInputs Course = new()
    {
        Counts = Enumerable.Range(0, 61).Select(day => new DayValue(day, day is > 3 and < 14 ? 300m : day is > 24 and < 28 ? 800m : 1800m)).ToArray(),
        EndDay = 60,
    };

    [Benchmark(Baseline = true)]
    public object ByHand()
    {
        var (run, longest, low, rose, dips, back, bad, good) = (0, 0, false, false, false, false, false, false);
        foreach (var count in (DayValue[])Course.Counts)
        {
            var value = count.Value.Value;
            run = value < 500 ? run + 1 : 0;
            longest = Math.Max(longest, run);
            dips |= rose && count.Day > 21 && value < 1000;
            rose |= low && value > 1500;
            back |= low && value >= 1000;
            low |= value < 1000;
            bad |= back && count.Day > 21 && value < 1000;
            good |= back && count.Day > 21 && value >= 1000;
        }

        return new Answer(longest >= 14 ? "aplastic" : dips ? "intermittent" : Course.EndDay >= 28 && (!low || (good && !bad)) ? "quick" : "unclassified");
    }

    [Benchmark]
    public GradeResult Grader() => PhenotypeGrader.Grade(Course);

    sealed record Answer(string Phenotype);
}
