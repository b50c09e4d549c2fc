using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Explanations;

/// <summary>An input that decided the grade.</summary>
/// <param name="Code">Observation code, for example <c>temperature</c>.</param>
/// <param name="Value">As it is compared: canonical unit, or the coded value; a bound carries its sign (<c>&lt;5</c>).</param>
/// <param name="Unit">UCUM unit of the value; null for coded and yes/no values.</param>
/// <param name="ObservedAt">UTC; null when graded from a case table.</param>
/// <param name="FactId">The stored observation; null when graded from a case table.</param>
public sealed record Driver(string Code, string Value, string? Unit = null, DateTime? ObservedAt = null, Guid? FactId = null)
{
    /// <summary>A measured value, without trailing zeros: one database keeps them, another makes some.</summary>
    internal static Driver Of(string code, Measured value, string? unit, Fact? source = null) =>
        new(code, value.Text, unit, source?.ObservedAt, source?.Id);

    /// <summary>A coded or yes/no value.</summary>
    internal static Driver Of(string code, string value, Fact? source = null) => new(code, value, null, source?.ObservedAt, source?.Id);
}
