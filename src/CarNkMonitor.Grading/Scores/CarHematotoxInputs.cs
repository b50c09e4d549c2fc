using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Scores;

/// <summary>The last values before the first conditioning dose; null is "not recorded".</summary>
public sealed record CarHematotoxInputs
{
    /// <summary>Platelets, 10*9/L.</summary>
    public Measured? Platelets { get; init; }

    /// <summary>Absolute neutrophil count, 10*9/L.</summary>
    public Measured? Neutrophils { get; init; }

    /// <summary>Haemoglobin, g/L.</summary>
    public Measured? Hemoglobin { get; init; }

    /// <summary>C-reactive protein, mg/L.</summary>
    public Measured? Crp { get; init; }

    /// <summary>Ferritin, ug/L.</summary>
    public Measured? Ferritin { get; init; }
}
