using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Infection;

/// <summary>One temperature of a fever episode.</summary>
/// <param name="Minute">Minutes from the first reading of the episode that is at least 38.0 °C.</param>
/// <param name="Celsius">The temperature wherever it was measured, °C; not corrected for the site.</param>
public readonly record struct TemperatureReading(decimal Minute, Measured Celsius);

/// <summary>One absolute neutrophil count.</summary>
/// <param name="Hour">Hours from the same moment; negative = before the fever.</param>
/// <param name="Count">10*9/L, possibly a bound such as <c>&lt;0.1</c>.</param>
public readonly record struct NeutrophilCount(decimal Hour, Measured Count);

/// <summary>
/// What febrile neutropenia is read from: one fever episode and the counts around its beginning, each in any order. Statements that are not
/// reported are false.
/// </summary>
public sealed record FebrileNeutropeniaInputs
{
    /// <summary>All readings of the episode; empty when none is recorded.</summary>
    public IReadOnlyList<TemperatureReading> Temperatures { get; init; } = [];

    /// <summary>Counts from 168 h before the fever to 24 h after it; others are not used.</summary>
    public IReadOnlyList<NeutrophilCount> Counts { get; init; } = [];

    /// <summary>A clinician expects the count to fall below 0.5 within 48 h. False does not cancel the computed expectation.</summary>
    public bool IsExpectedToFall { get; init; }

    /// <summary>A clinician judged the febrile neutropenia to be life-threatening (CTCAE grade 4).</summary>
    public bool IsLifeThreatening { get; init; }
}
