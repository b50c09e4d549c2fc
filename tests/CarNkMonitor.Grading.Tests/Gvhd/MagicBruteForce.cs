using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Gvhd;

namespace CarNkMonitor.Grading.Tests.Gvhd;

/// <summary>
/// Every value of every missing input under every completion of the others, by plain loops over many values; shares nothing with the program's
/// search but the grader itself.
/// </summary>
static class MagicBruteForce
{
    static readonly decimal[] Rashes = [0, 5, 24.9m, 25, 50, 51];
    static readonly decimal[] Bilirubins = [0.5m, 2, 3.5m, 7, 20];
    static readonly decimal[] Volumes = [0, 150, 220, 500, 600, 1000, 1200, 1600];
    static readonly decimal[] Counts = [0, 3, 4, 5, 7, 8, 11];

    /// <summary>Null where so much is missing that plain loops would not end in reasonable time.</summary>
    public static string[]? Missing(MagicInputs inputs, GvhdConfidence least)
    {
        var gaps = Gaps(inputs, least).ToArray();
        return gaps.Aggregate(1, (all, gap) => all * gap.Values.Length) > 4000 ? null
            : [.. from gap in gaps let reach = Reach(gap, gaps, inputs, least) where reach.Count > 0 select $"{gap.Code} {string.Join(",", reach)}"];
    }

    static SortedSet<int> Reach(Gap gap, Gap[] gaps, MagicInputs inputs, GvhdConfidence least)
    {
        var reach = new SortedSet<int>();
        foreach (var completed in gaps.Where(other => other != gap).Aggregate((IEnumerable<MagicInputs>)[inputs], Filled))
        {
            var ranges = gap.Values.Select(value => Graded(value(completed), least)).Distinct().ToArray();
            if (ranges.Length > 1)
            {
                reach.UnionWith(ranges.SelectMany(range => new[] { range.Low, range.High }));
            }
        }

        return reach;
    }

    static IEnumerable<MagicInputs> Filled(IEnumerable<MagicInputs> records, Gap gap) => records.SelectMany(record => gap.Values.Select(value => value(record)));

    static (int Low, int High) Graded(MagicInputs inputs, GvhdConfidence least)
    {
        var result = least == GvhdConfidence.Possible ? MagicGrader.Grade(inputs) : MagicGrader.Reported(inputs);
        return (result.Low!.Value, result.High!.Value);
    }

    sealed record Gap(string Code, Func<MagicInputs, MagicInputs>[] Values);

    static IEnumerable<Gap> Gaps(MagicInputs inputs, GvhdConfidence least)
    {
        if (inputs.SkinConfidence >= least && inputs.RashPct is null)
        {
            yield return new("rash_bsa_pct",
            [
                .. Rashes.Select(rash => (Func<MagicInputs, MagicInputs>)(record => record with { RashPct = rash, Erythroderma = false })),
                record => record with { RashPct = 90, Erythroderma = true, Bullae = true, DesquamationPct = 20 },
            ]);
        }

        if (inputs.LiverConfidence >= least && inputs.Bilirubin is null)
        {
            yield return new("bilirubin_total", [.. Bilirubins.Select(value => (Func<MagicInputs, MagicInputs>)(record => record with { Bilirubin = value }))]);
        }

        foreach (var gap in inputs.UpperGiConfidence >= least ? UpperGi(inputs) : [])
        {
            yield return gap;
        }

        foreach (var gap in inputs.LowerGiConfidence >= least && !inputs.GrossBlood && !inputs.SevereAbdominalPain ? LowerGi(inputs) : [])
        {
            yield return gap;
        }
    }

    static IEnumerable<Gap> UpperGi(MagicInputs inputs)
    {
        if (inputs.NauseaDays is null)
        {
            yield return new("nausea_days", [record => record with { NauseaDays = 2 }, record => record with { NauseaDays = 9 }]);
        }

        if (inputs.VomitingEpisodes is null)
        {
            yield return new("vomiting_episodes", [record => record with { VomitingEpisodes = 1 }, record => record with { VomitingEpisodes = 6 }]);
        }

        if (inputs.VomitingDays is null)
        {
            yield return new("vomiting_days", [record => record with { VomitingDays = 1 }, record => record with { VomitingDays = 4 }]);
        }

        if (inputs.AnorexiaWithWeightLoss is null)
        {
            yield return new("anorexia_with_weight_loss", [record => record with { AnorexiaWithWeightLoss = false }, record => record with { AnorexiaWithWeightLoss = true }]);
        }
    }

    static IEnumerable<Gap> LowerGi(MagicInputs inputs)
    {
        if (inputs.StoolVolume is null && inputs.UnmeasuredStools is null)
        {
            yield return new("stool_volume", [.. Volumes.Select(value => (Func<MagicInputs, MagicInputs>)(record => record with { StoolVolume = value })), Bloody]);
            yield return new("stool_unquantified_episodes", [.. Counts.Select(value => (Func<MagicInputs, MagicInputs>)(record => record with { UnmeasuredStools = value })), Bloody]);
        }

        if (inputs.WeightKg is null && inputs.Age?.CompletedYears is null or < 18)
        {
            yield return new("weight", [.. Weights(inputs).Select(kg => (Func<MagicInputs, MagicInputs>)(record => record with { WeightKg = kg }))]);
        }

        if (inputs.Age is null && (inputs.WeightKg is null || inputs.WeightKg?.Value < 50))
        {
            yield return new("birth_date", [record => record with { Age = new SubjectAge(2, false) }, record => record with { Age = new SubjectAge(60, false) }]);
        }
    }

    static MagicInputs Bloody(MagicInputs record) => record with { SevereAbdominalPain = true };

    /// <summary>A child's weights, few where the volume is open as well.</summary>
    static IEnumerable<decimal> Weights(MagicInputs inputs) => inputs.StoolVolume is null
        ? [1, 8, 20, 49.99m]
        : Enumerable.Range(2, 98).Select(half => half / 2m).Append(49.99999m);
}
