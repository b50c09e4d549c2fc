namespace CarNkMonitor.Grading.Facts;

/// <summary>A laboratory value as it was reported.</summary>
/// <param name="Value">Number or bound, in <paramref name="Unit"/>, unrounded.</param>
/// <param name="Unit">UCUM.</param>
/// <param name="Limits">The laboratory's own limits of normal on that day, in <paramref name="Unit"/>; null when none were reported.</param>
public sealed record ReportedValue(Measured Value, string Unit, ReferenceRange? Limits = null);

/// <summary>Limits of normal; a value equal to a limit is normal.</summary>
/// <param name="Lower">LLN; null when there is none.</param>
/// <param name="Upper">ULN; null when there is none.</param>
public readonly record struct ReferenceRange(decimal? Lower, decimal? Upper);
