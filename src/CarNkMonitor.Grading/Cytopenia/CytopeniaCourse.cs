using CarNkMonitor.Grading.Cytopenia.Days;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>What became of one lineage, with the days that show it.</summary>
/// <param name="Category">The category.</param>
/// <param name="FirstLowDay">RecoveryDay of the first low count since conditioning; null when none was low.</param>
/// <param name="RecoveryDay">RecoveryDay of the first of the two good counts; null without a recovery.</param>
/// <param name="LowDaysAgain">Low days after the recovery; one suspects a second dip, two or more confirm it.</param>
public readonly record struct CytopeniaCourse(CytopeniaCategory Category, int? FirstLowDay, int? RecoveryDay, int LowDaysAgain)
{
    /// <summary>True when a second dip has been seen on two or more days, false when on one; null for every other category.</summary>
    public bool? IsConfirmed => Category == CytopeniaCategory.Biphasic ? LowDaysAgain >= 2 : null;

    /// <summary>Every course that the counts leave possible: one, unless a count is known only as a bound that leaves its limit open; none without counts.</summary>
    public static IReadOnlyList<CytopeniaCourse> AllOf(CytopeniaInputs inputs)
    {
        var daily = DailyCount.Of(inputs.Counts, inputs.ConditioningDay, inputs.EvaluationDay, new DailyCount[inputs.Counts.Count]);
        return daily.IsEmpty ? [] : [.. CytopeniaWalk.AllOver(daily, inputs).Select(walk => Of(walk, inputs)).Distinct()];
    }

    internal static CytopeniaCourse Of(CytopeniaWalk walk, CytopeniaInputs inputs) =>
        new(CnkCytopenia.Of(walk.Findings(inputs)), walk.FirstLowDay, walk.RecoveryDay, walk.LowDaysAgain);
}
