using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>
/// What CARTOX HLH/MAS reads: highest values of the CRS phase, from the infusion to the closing of the CRS episode and at least days 0 to 5.
/// Null is "not recorded".
/// </summary>
public sealed record CartoxHlhInputs
{
    /// <summary>Highest ferritin of the phase, ug/L.</summary>
    public Measured? FerritinPeak { get; init; }

    /// <summary>Highest total bilirubin, mg/dL, against its upper limit of normal.</summary>
    public Multiple? Bilirubin { get; init; }

    /// <summary>Highest AST, U/L, against its upper limit of normal.</summary>
    public Multiple? Ast { get; init; }

    /// <summary>Highest ALT, U/L, against its upper limit of normal.</summary>
    public Multiple? Alt { get; init; }

    /// <summary>Highest CTCAE v4.03 grade of oliguria, 0 to 5.</summary>
    public Measured? OliguriaGrade { get; init; }

    /// <summary>Highest creatinine, mg/dL, against the last one before the first infusion.</summary>
    public Multiple? Creatinine { get; init; }

    /// <summary>Highest CTCAE v4.03 grade of pulmonary oedema, 0 to 5.</summary>
    public Measured? PulmonaryEdemaGrade { get; init; }

    /// <summary>Haemophagocytosis in marrow or organ, by morphology or CD68; null when not examined.</summary>
    public bool? Hemophagocytosis { get; init; }
}
