using BenchmarkDotNet.Attributes;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Infection;

namespace CarNkMonitor.Benchmarks.Infection;

/// <summary>One fever episode of six temperatures and three counts, alarm and grade, beside straight loops with one result object each.</summary>
[MemoryDiagnoser]
public class FebrileNeutropeniaEpisode
{
    readonly FebrileNeutropeniaInputs _known = new()
    {
        Temperatures = [new(0, 38.0m), new(30, 38.1m), new(50, 38.2m), new(65, 38.1m), new(120, 37.8m), new(240, 37.6m)],
        Counts = [new(-78, 2.4m), new(-54, 1.2m), new(-6, 0.8m)],
    };

    readonly FebrileNeutropeniaInputs _withoutCount = new() { Temperatures = [new(0, 38.6m)] };

    [Benchmark(Baseline = true)]
    public (Plain Alarm, Plain Grade) ByHand() => (new Plain(_known, HasFever(_known, 38.3m, orEqual: true) && IsLow(_known, 0.5m) ? 1 : 0),
        new Plain(_known, HasFever(_known, 38.3m, orEqual: false) && IsLow(_known, 1.0m) ? 3 : 0));

    [Benchmark]
    public (GradeResult Alarm, GradeResult Grade) Graded() => (IdsaFebrileNeutropenia.Grade(_known), CtcaeFebrileNeutropenia.Grade(_known));

    [Benchmark]
    public (GradeResult Alarm, GradeResult Grade) WithoutCount() => (IdsaFebrileNeutropenia.Grade(_withoutCount), CtcaeFebrileNeutropenia.Grade(_withoutCount));

    /// <summary>Readings in order, no two at one time, no bounds.</summary>
    static bool HasFever(FebrileNeutropeniaInputs inputs, decimal single, bool orEqual)
    {
        decimal? start = null;
        for (var index = 0; index < inputs.Temperatures.Count; index++)
        {
            var (minute, celsius) = (inputs.Temperatures[index].Minute, inputs.Temperatures[index].Celsius.Value);
            if (celsius > single || (orEqual && celsius == single))
            {
                return true;
            }

            start = celsius >= 38.0m ? start ?? minute : null;
            if (start is { } began && (orEqual ? minute - began >= 60 : minute - began > 60))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The last count is the one used and lies in the window.</summary>
    static bool IsLow(FebrileNeutropeniaInputs inputs, decimal limit)
    {
        var (last, before) = (inputs.Counts[^1], inputs.Counts[^2]);
        var (now, hours) = (last.Count.Value, last.Hour - before.Hour);
        return now < limit || (limit == 0.5m && now < 1.0m && before.Count.Value > now && now + ((now - before.Count.Value) / hours * 48) < 0.5m);
    }

    /// <summary>What somebody would return by hand.</summary>
    public sealed record Plain(FebrileNeutropeniaInputs Inputs, int Level);
}
