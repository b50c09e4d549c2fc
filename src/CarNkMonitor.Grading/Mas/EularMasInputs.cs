using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Mas;

/// <summary>What the EULAR/ACR/PRINTO criteria read at one moment, worst values of (t - 72 h, t]. Null is "not recorded".</summary>
public sealed record EularMasInputs
{
    /// <summary>Known or suspected systemic juvenile idiopathic arthritis; not recorded is no.</summary>
    public bool KnownOrSuspectedSjia { get; init; }

    /// <summary>A temperature of at least 38.0 °C in (t - 24 h, t]; null without a reading.</summary>
    public bool? IsFebrile { get; init; }

    /// <summary>Highest ferritin, ug/L.</summary>
    public Measured? Ferritin { get; init; }

    /// <summary>Lowest platelets, 10*9/L.</summary>
    public Measured? Platelets { get; init; }

    /// <summary>Highest AST, U/L.</summary>
    public Measured? Ast { get; init; }

    /// <summary>Highest triglycerides, in the reported unit.</summary>
    public Triglycerides? Triglycerides { get; init; }

    /// <summary>Lowest fibrinogen, g/L.</summary>
    public Measured? Fibrinogen { get; init; }
}
