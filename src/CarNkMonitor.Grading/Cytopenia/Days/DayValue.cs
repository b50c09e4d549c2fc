using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Cytopenia.Days;

/// <summary>One measured blood count of a course.</summary>
/// <param name="Day">RecoveryDay of the sample: calendar days since the first infusion after the most recent conditioning; that day is 0.</param>
/// <param name="Value">In the unit that the table asks for, unrounded, 0 or more; a bound (<c>&lt;100</c>) is never taken for the number.</param>
public readonly record struct DayValue(int Day, Measured Value)
{
    /// <summary>The stored observation, for the drivers; null when graded from a case table.</summary>
    public Fact? Source { get; init; }
}
