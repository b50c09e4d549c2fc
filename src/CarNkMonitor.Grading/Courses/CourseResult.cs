namespace CarNkMonitor.Grading.Courses;

/// <summary>What a table makes of a subject's facts at one moment.</summary>
/// <param name="Moment">UTC.</param>
/// <param name="Result">The result of the table.</param>
/// <param name="Episode">1 plus the number of episodes of this toxicity that were closed by then.</param>
/// <param name="OnsetAt">When the open episode began; null when none is open.</param>
public sealed record CourseResult(DateTime Moment, GradeResult Result, int Episode, DateTime? OnsetAt);
