namespace CarNkMonitor.Grading.Courses;

/// <summary>One table over time.</summary>
/// <param name="Criteria">Criteria id, such as <c>ASTCT-CRS-2019</c>.</param>
/// <param name="Part">Which result of a table that has several, such as the term of CTCAE; empty where it has one.</param>
/// <param name="Results">One for each moment that was asked for, in that order.</param>
public sealed record CriterionCourse(string Criteria, string Part, IReadOnlyList<CourseResult> Results);
