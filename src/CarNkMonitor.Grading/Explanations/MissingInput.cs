namespace CarNkMonitor.Grading.Explanations;

/// <summary>A missing input and the levels that hang on it.</summary>
/// <param name="Code">Observation code.</param>
/// <param name="CouldReach">
/// Every level of the table's scale that some value of this input leads to, where another value of it (all else equal) leads to a different
/// level; ascending.
/// </param>
public sealed record MissingInput(string Code, IReadOnlyList<int> CouldReach);
