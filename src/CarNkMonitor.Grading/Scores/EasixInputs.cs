using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Scores;

/// <summary>The last values before the first conditioning dose; null is "not recorded". Each index reads only its own.</summary>
public sealed record EasixInputs
{
    /// <summary>Lactate dehydrogenase, U/L.</summary>
    public Measured? Ldh { get; init; }

    /// <summary>Creatinine, mg/dL: EASIX only.</summary>
    public Measured? Creatinine { get; init; }

    /// <summary>C-reactive protein, mg/L: m-EASIX only.</summary>
    public Measured? Crp { get; init; }

    /// <summary>Platelets, 10*9/L.</summary>
    public Measured? Platelets { get; init; }
}
