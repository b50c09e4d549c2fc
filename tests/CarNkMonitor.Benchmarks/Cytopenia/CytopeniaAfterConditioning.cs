using BenchmarkDotNet.Attributes;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Cytopenia.Days;

namespace CarNkMonitor.Benchmarks.Cytopenia;

/// <summary>The expected window over 24 platelet counts with a transfusion, beside the same rules written straight down for sorted counts.</summary>
[MemoryDiagnoser]
public class CytopeniaAfterConditioning
{
    static readonly CytopeniaInputs Course = new()
    {
        Lineage = BloodLineage.Platelets, ConditioningDay = -5, EvaluationDay = 42, Baseline = 180m, TransfusionDays = [11],
        Counts = Enumerable.Range(0, 24).Select(at => new DayValue(at * 2 - 5, at is > 5 and < 13 ? 20m + at : 90m)).ToArray(),
    };

    [Benchmark(Baseline = true)]
    public object ByHand()
    {
        int? firstLow = null, good = null, recovery = null;
        var (lowBase, again, late) = (Course.Baseline!.Value.Value < 50, 0, false);
        var seen = lowBase;
        foreach (var count in (DayValue[])Course.Counts)
        {
            if (count.Value.Value < 50)
            {
                seen = true;
                firstLow ??= count.Day;
                good = null;
                again += recovery is null ? 0 : 1;
                late |= recovery is null && count.Day > 30;
            }
            else if (count.Day - Course.TransfusionDays[0] is >= 0 and < 7)
            {
                good = null;
            }
            else if (seen && recovery is null)
            {
                recovery = count.Day - good <= 10 ? good : null;
                good = count.Day;
            }
        }

        return new Answer(
            lowBase && recovery is null ? "baseline_cytopenia" : !seen ? "none" : again > 0 ? "biphasic" : firstLow > 30 ? "late_onset" : late ? "prolonged"
            : recovery is not null ? "expected_resolved" : Course.EvaluationDay > 30 ? "recovery_unverified" : "expected_ongoing");
    }

    [Benchmark]
    public GradeResult Grader() => CytopeniaGrader.Grade(Course);

    sealed record Answer(string Category);
}
