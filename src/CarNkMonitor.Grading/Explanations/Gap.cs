namespace CarNkMonitor.Grading.Explanations;

/// <summary>One input that may be missing, for the search of <see cref="MissingSearch"/>.</summary>
/// <param name="Code">Observation code.</param>
/// <param name="Row">
/// What the row of the table that this input belongs to says of a completed record (a comparable value). Inputs of one row share one function,
/// by reference; rows do not touch each other, which keeps the search small.
/// </param>
/// <param name="IsMissing">Whether the record lacks it and nothing else stands in for it.</param>
/// <param name="Cells">The record completed by each cell that the input could take: one value for every cell of the table.</param>
sealed record Gap<TInputs>(string Code, Func<TInputs, object?> Row, Func<TInputs, bool> IsMissing, params Func<TInputs, TInputs>[] Cells);
