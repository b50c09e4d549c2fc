using CarNkMonitor.Grading.Cytopenia.Days;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>Counts of one lineage to expected or unexpected cytopenia (specification 2.7).</summary>
public static class CytopeniaGrader
{
    /// <summary>The category as a level of <see cref="CnkCytopenia.Words"/>.</summary>
    /// <returns>
    /// NOT_APPLICABLE before conditioning; NOT_COMPUTED when no day from LD1 to the evaluation has a count. A range only where a count is known
    /// as a bound that leaves its limit open; its ends are the first and the last category, in the order of the words, that is still possible.
    /// </returns>
    public static GradeResult Grade(CytopeniaInputs inputs)
    {
        if (inputs.EvaluationDay < inputs.ConditioningDay)
        {
            return CytopeniaExplainer.One.Result(inputs, GradeState.NotApplicable);
        }

        var room = inputs.Counts.Count <= 64 ? stackalloc DailyCount[inputs.Counts.Count] : new DailyCount[inputs.Counts.Count];
        var daily = DailyCount.Of(inputs.Counts, inputs.ConditioningDay, inputs.EvaluationDay, room);
        return daily.IsEmpty ? CytopeniaExplainer.One.Result(inputs, GradeState.NotComputed)
            : daily.ContainsOpen() || inputs.Baseline is { Comparator: not Facts.Comparator.Equal } ? Range(inputs)
            : Known(daily, inputs);
    }

    /// <summary>No count of the lineage has been recorded since conditioning; set by the caller.</summary>
    public static readonly GradeResult NotAssessed = CytopeniaExplainer.One.NotAssessed();

    /// <summary>True when somebody must hear of it: a category that is a signal for certain, or a depth beyond expectation.</summary>
    public static bool IsSignal(GradeResult result) =>
        (result.Low is { } low && ((CytopeniaCategory)low).IsSignal()) || result.Flags.Contains(CytopeniaFlag.ExceedsExpectedDepth);

    static GradeResult Known(ReadOnlySpan<DailyCount> daily, CytopeniaInputs inputs)
    {
        var category = (int)CnkCytopenia.Of(CytopeniaWalk.Over(daily, inputs).Findings(inputs));
        return CytopeniaExplainer.One.Result(inputs, category, category);
    }

    static GradeResult Range(CytopeniaInputs inputs)
    {
        var categories = CytopeniaCourse.AllOf(inputs).Select(course => (int)course.Category).ToArray();
        return CytopeniaExplainer.One.Result(inputs, categories.Min(), categories.Max());
    }
}
