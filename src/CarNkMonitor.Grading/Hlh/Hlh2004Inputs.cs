using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>What the HLH-2004 criteria read at one moment, worst values of (t - 72 h, t]. Null is "not recorded".</summary>
public sealed record Hlh2004Inputs
{
    /// <summary>Age in weeks; decides the haemoglobin limit.</summary>
    public decimal? AgeWeeks { get; init; }

    /// <summary>Highest temperature, °C.</summary>
    public Measured? TemperatureMax { get; init; }

    /// <summary>Enlarged spleen, latest since the infusion.</summary>
    public bool? Splenomegaly { get; init; }

    /// <summary>Lowest haemoglobin, g/L.</summary>
    public Measured? Hemoglobin { get; init; }

    /// <summary>Lowest platelets, 10*9/L.</summary>
    public Measured? Platelets { get; init; }

    /// <summary>Lowest neutrophils, 10*9/L.</summary>
    public Measured? Neutrophils { get; init; }

    /// <summary>Highest triglycerides, in the reported unit.</summary>
    public Triglycerides? Triglycerides { get; init; }

    /// <summary>Whether that sample was taken fasting. A raised value without this counts as unknown.</summary>
    public bool? TriglyceridesFasting { get; init; }

    /// <summary>Lowest fibrinogen, g/L.</summary>
    public Measured? Fibrinogen { get; init; }

    /// <summary>Haemophagocytosis in marrow, spleen, lymph nodes or liver; null when not examined.</summary>
    public bool? Hemophagocytosis { get; init; }

    /// <summary>NK-cell activity.</summary>
    public NkActivity? NkActivity { get; init; }

    /// <summary>Highest ferritin, ug/L.</summary>
    public Measured? Ferritin { get; init; }

    /// <summary>Soluble CD25 (sIL-2R), U/mL; a mass concentration is never converted.</summary>
    public Measured? SolubleCd25 { get; init; }

    /// <summary>A molecular diagnosis consistent with HLH; not recorded is no.</summary>
    public bool MolecularDiagnosis { get; init; }
}

/// <summary>Result of an assay of NK-cell activity, by the reference of that laboratory.</summary>
public enum NkActivity
{
    /// <summary>Normal.</summary>
    Normal,

    /// <summary>Low or absent: the criterion.</summary>
    LowOrAbsent,

    /// <summary>
    /// After an infusion of NK cells the assay measures the infused cells, and fludarabine with cyclophosphamide removed the patient's own: never
    /// scored, neither in the lower nor in the upper bound.
    /// </summary>
    UninterpretablePostNk,
}
