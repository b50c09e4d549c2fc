using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Courses;

/// <summary>What a table makes of a subject's facts at one moment.</summary>
/// <param name="Moment">UTC.</param>
/// <param name="Result">The result of the table.</param>
/// <param name="Episode">1 plus the number of episodes of this toxicity that were closed by then.</param>
/// <param name="OnsetAt">When the open episode began; null when none is open.</param>
public sealed record CourseResult(DateTime Moment, GradeResult Result, int Episode, DateTime? OnsetAt)
{
    /// <summary>
    /// The recorded inputs that decided, each with the observation that it was read from: of several that say the same the latest. An input that the table
    /// derives from several observations, such as a count of days, has none.
    /// </summary>
    public IReadOnlyList<Driver> Drivers => Record is { } record ? [.. Result.Drivers.Select(driver => DriverSources.Of(record, Moment, driver))] : Result.Drivers;

    /// <summary>What was graded.</summary>
    internal SubjectRecord? Record { get; init; }
}
