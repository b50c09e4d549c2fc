using CarNkMonitor.Grading.Icans;

namespace CarNkMonitor.Grading.Tests.Icans;

/// <summary>Every value of every missing input under every value of all the others, by plain loops over records.</summary>
static class IcansBruteForce
{
    /// <summary>Few enough records to walk them all in a moment.</summary>
    public static bool IsSmall(IcansInputs inputs) => Gaps(inputs).Aggregate(1L, (product, gap) => product * gap.Values.Length) <= 20_000;

    /// <summary>"code 0,1,2" for each missing input that makes a difference.</summary>
    /// <param name="inputs">The record as it is.</param>
    /// <param name="only">Of this input alone; null = of all.</param>
    public static string[] Of(IcansInputs inputs, string? only = null)
    {
        var gaps = Gaps(inputs).ToArray();
        return
        [
            .. from gap in gaps
               where only is null || gap.Code == only
               let reach = Reach(inputs, gap, gaps)
               where reach.Count > 0
               select $"{gap.Code} {string.Join(",", reach)}",
        ];
    }

    static SortedSet<int> Reach(IcansInputs inputs, Gap gap, Gap[] gaps)
    {
        var reach = new SortedSet<int>();
        foreach (var completed in gaps.Where(other => other != gap).Aggregate((IEnumerable<IcansInputs>)[inputs], Filled))
        {
            var ranges = gap.Values.Select(value => Range(value(completed))).Distinct().ToArray();
            if (ranges.Length > 1)
            {
                reach.UnionWith(ranges.SelectMany(range => new[] { range.Low, range.High }));
            }
        }

        return reach;
    }

    static IEnumerable<IcansInputs> Filled(IEnumerable<IcansInputs> all, Gap gap) => all.SelectMany(one => gap.Values, (one, value) => value(one));

    /// <summary>Scores of the wrong instrument say nothing: as if they were not there.</summary>
    static (int Low, int High) Range(IcansInputs inputs)
    {
        var result = IcansGrader.Grade(inputs);
        result = result.State == GradeState.WrongInstrument ? IcansGrader.Grade(inputs with { Ice = default, Capd = default, Used = null }) : result;
        return (result.Low!.Value, result.High!.Value);
    }

    static IEnumerable<Gap> Gaps(IcansInputs inputs)
    {
        var (hasIce, hasCapd) = (inputs.Ice.Range is not null, inputs.Capd.Range is not null);
        var instrument = IcansInstrument.For(inputs.AgeYears, inputs.HasDevelopmentalDelay) ?? inputs.Used;
        var ice = instrument == Instrument.Ice || instrument is null && (hasIce || !hasCapd) ? Items(inputs, IcansItems.Ice, hasIce, inputs.IceNotDone) : [];
        var capd = instrument == Instrument.Capd || instrument is null && (hasCapd || !hasIce) ? Items(inputs, IcansItems.Capd, hasCapd, inputs.CapdNotDone) : [];
        return [.. ice, .. capd, .. Others(inputs)];
    }

    static IEnumerable<Gap> Items(IcansInputs inputs, IcansItem[] items, bool isTested, NotDoneReason? reason)
    {
        var isUntested = items.All(item => item.Points(inputs) is null);
        var standsIn = isUntested && (isTested || reason == NotDoneReason.Unarousable && !inputs.ConsciousnessHasOtherCause);
        return from item in items
               where item.Points(inputs) is null && !standsIn
               select new Gap(item.Code, [.. Values(item), .. isUntested && inputs.ConsciousnessHasOtherCause ? [Unable] : Array.Empty<Func<IcansInputs, IcansInputs>>()]);
    }

    static IEnumerable<Gap> Others(IcansInputs inputs)
    {
        if (inputs.Consciousness is null && !inputs.ConsciousnessHasOtherCause)
        {
            yield return new Gap("consciousness", [.. Enum.GetValues<Consciousness>().Select(level => (Func<IcansInputs, IcansInputs>)(record => record with { Consciousness = level }))]);
        }

        if (inputs.Seizure == SeizureReport.Unspecified && inputs.SeizureMinutes is null)
        {
            yield return new Gap("seizure_duration", [record => record with { SeizureMinutes = 1m }, record => record with { SeizureMinutes = 60m }]);
        }

        if (inputs.AgeYears is null)
        {
            yield return new Gap("birth_date", [record => record with { AgeYears = 40 }, record => record with { AgeYears = 2 }]);
        }

        if (inputs.Death == IcansDeathCause.Unknown)
        {
            yield return new Gap("death", [record => record with { Death = IcansDeathCause.Other }, record => record with { Death = IcansDeathCause.Icans }]);
        }
    }

    static IEnumerable<Func<IcansInputs, IcansInputs>> Values(IcansItem item) =>
        Enumerable.Range(0, item.Most + 1).Select(points => (Func<IcansInputs, IcansInputs>)(record => item.With(record, points)));

    static IcansInputs Unable(IcansInputs record) => record with { Consciousness = Consciousness.VigorousOrUnarousable, ConsciousnessHasOtherCause = false };

    sealed record Gap(string Code, Func<IcansInputs, IcansInputs>[] Values);
}
