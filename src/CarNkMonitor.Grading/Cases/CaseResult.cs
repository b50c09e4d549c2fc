namespace CarNkMonitor.Grading.Cases;

/// <summary>What a table made of one case.</summary>
/// <param name="Results">
/// One result, or several where one case answers several questions (febrile neutropenia by two definitions, early and late ICAHT); the first is
/// the one that the table is named for. Empty for a table that grades nothing, such as units.
/// </param>
/// <param name="Answers">The cells of the answer columns in the order of <see cref="CaseTable.Answers"/>; an empty text is a blank cell.</param>
public sealed record CaseResult(IReadOnlyList<GradeResult> Results, IReadOnlyList<string> Answers);
