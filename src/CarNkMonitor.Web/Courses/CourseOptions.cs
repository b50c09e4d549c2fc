using CarNkMonitor.Grading.Courses;

namespace CarNkMonitor.Web.Courses;

/// <summary>What a file of observations does not say of its subjects.</summary>
/// <param name="Zone">IANA zone: local times are read on its clock, and its calendar counts the days.</param>
/// <param name="DayZero">UTC start of the infusion of every subject that has no infusion in the file; null = such a subject is an error.</param>
/// <param name="AgeYears">Age of every subject at the first infusion; null = not recorded.</param>
/// <param name="Settings">Tables in force.</param>
public sealed record CourseOptions(string Zone, DateTime? DayZero, decimal? AgeYears, CourseSettings Settings);
