using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>What the HScore reads at one moment, worst values of (t - 72 h, t]. Null is "not recorded".</summary>
public sealed record HScoreInputs
{
    /// <summary>HIV or long-term immunosuppressants (steroids, ciclosporin, azathioprine …); lymphodepletion alone is no.</summary>
    public bool? KnownImmunosuppression { get; init; }

    /// <summary>Highest temperature, °C.</summary>
    public Measured? TemperatureMax { get; init; }

    /// <summary>Enlarged liver, latest since the infusion.</summary>
    public bool? Hepatomegaly { get; init; }

    /// <summary>Enlarged spleen, latest since the infusion.</summary>
    public bool? Splenomegaly { get; init; }

    /// <summary>Lowest haemoglobin, g/L.</summary>
    public Measured? Hemoglobin { get; init; }

    /// <summary>Lowest leukocytes, 10*9/L.</summary>
    public Measured? Leukocytes { get; init; }

    /// <summary>Lowest platelets, 10*9/L.</summary>
    public Measured? Platelets { get; init; }

    /// <summary>Highest ferritin, ug/L.</summary>
    public Measured? Ferritin { get; init; }

    /// <summary>Highest triglycerides, in the reported unit.</summary>
    public Triglycerides? Triglycerides { get; init; }

    /// <summary>Lowest fibrinogen, g/L.</summary>
    public Measured? Fibrinogen { get; init; }

    /// <summary>Highest AST, U/L.</summary>
    public Measured? Ast { get; init; }

    /// <summary>Haemophagocytosis on a marrow aspirate; null when not examined.</summary>
    public bool? Hemophagocytosis { get; init; }
}
