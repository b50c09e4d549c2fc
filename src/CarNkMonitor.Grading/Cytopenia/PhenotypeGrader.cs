using CarNkMonitor.Grading.Cytopenia.Days;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>Neutrophil counts of a course to a recovery phenotype (specification 2.5).</summary>
public static class PhenotypeGrader
{
    const decimal ImputedTo = 10;

    /// <summary>The phenotype as a level of <see cref="AncPhenotype.Words"/>.</summary>
    /// <returns>
    /// NOT_APPLICABLE when the course ends before day 0; NOT_COMPUTED when no day from 0 to 60 has a count. A range only where a count is known
    /// as a bound that leaves a limit open; its ends are the least and the most worrying phenotype that is still possible.
    /// </returns>
    public static GradeResult Grade(PhenotypeInputs inputs)
    {
        if (inputs.EndDay < 0)
        {
            return PhenotypeExplainer.One.Result(inputs, GradeState.NotApplicable);
        }

        var room = inputs.Counts.Count <= 64 ? stackalloc DailyCount[inputs.Counts.Count] : new DailyCount[inputs.Counts.Count];
        var daily = DailyCount.Of(inputs.Counts, 0, Math.Min(AncPhenotype.LastDay, inputs.EndDay), room);
        if (daily.IsEmpty)
        {
            return PhenotypeExplainer.One.Result(inputs, GradeState.NotComputed);
        }

        var (low, high) = daily.ContainsOpen() ? Range(daily, inputs.EndDay) : Known(daily, inputs.EndDay);
        return PhenotypeExplainer.One.Result(inputs, (int)low, (int)high);
    }

    /// <summary>No neutrophil count has been recorded since the infusion; set by the caller.</summary>
    public static readonly GradeResult NotAssessed = PhenotypeExplainer.One.NotAssessed();

    /// <summary>The days below 500 in a row that decide; of length 0 when there are none.</summary>
    internal static DayRun Aplasia(ReadOnlySpan<DailyCount> daily, int endDay, Reading reading)
    {
        Span<FilledDay> days = stackalloc FilledDay[Math.Min(AncPhenotype.LastDay, endDay) + 1];
        DayFilling.Fill(daily, reading, ImputedTo, days);
        return DaySet.Below(days, AncPhenotype.Aplastic).Longest;
    }

    static (NeutrophilPhenotype Low, NeutrophilPhenotype High) Known(ReadOnlySpan<DailyCount> daily, int endDay)
    {
        var phenotype = Of(IsAplastic(daily, endDay, Reading.Highest), RecoveryWalk.Over(daily), endDay);
        return (phenotype, phenotype);
    }

    static (NeutrophilPhenotype Low, NeutrophilPhenotype High) Range(ReadOnlySpan<DailyCount> daily, int endDay)
    {
        if (IsAplastic(daily, endDay, Reading.Highest))
        {
            return (NeutrophilPhenotype.Aplastic, NeutrophilPhenotype.Aplastic);
        }

        var others = RecoveryWalk.AllOver(daily).Select(walk => Of(isAplastic: false, walk, endDay)).ToArray();
        return (others.Min(), IsAplastic(daily, endDay, Reading.Lowest) ? NeutrophilPhenotype.Aplastic : others.Max());
    }

    static bool IsAplastic(ReadOnlySpan<DailyCount> daily, int endDay, Reading reading) =>
        Aplasia(daily, endDay, reading).Length >= AncPhenotype.AplasticDays;

    static NeutrophilPhenotype Of(bool isAplastic, RecoveryWalk walk, int endDay) =>
        AncPhenotype.Of(isAplastic, walk.DipsAgain, walk.IsSustained && endDay >= AncPhenotype.QuickFromDay);
}
