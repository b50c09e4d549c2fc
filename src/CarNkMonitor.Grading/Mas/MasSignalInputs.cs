using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Mas;

/// <summary>What the MAS signal reads at one moment. Null is "not recorded", or too old to count.</summary>
public sealed record MasSignalInputs
{
    /// <summary>The limits in force.</summary>
    public MasThresholds Thresholds { get; init; } = MasThresholds.Default;

    /// <summary>RecoveryDay: calendar days since the first infusion after the most recent conditioning.</summary>
    public int? RecoveryDay { get; init; }

    /// <summary>How many consecutive 24 h windows, ending now, each have a temperature of at least 38.5 °C.</summary>
    public int? FeverWindows { get; init; }

    /// <summary>At least 38.5 °C now, after at least 48 h below 38.0 °C that followed CRS.</summary>
    public bool? FeverIsRecrudescent { get; init; }

    /// <summary>Antipyretic, anti-cytokine or steroid in the last 24 h; false when the drug chart was reviewed and none was given. Null counts as yes.</summary>
    public bool? FeverMayBeMasked { get; init; }

    /// <summary>Latest ferritin, ug/L.</summary>
    public Measured? Ferritin { get; init; }

    /// <summary>The earlier sample that the rise is judged by, ug/L: the one nearest to 24 h earlier of those 6 to 72 h earlier.</summary>
    public Measured? FerritinPrevious { get; init; }

    /// <summary>Hours between the two samples.</summary>
    public decimal? FerritinIntervalHours { get; init; }

    /// <summary>Last ferritin before the first infusion, ug/L: transfusional iron raises it for months.</summary>
    public Measured? FerritinBaseline { get; init; }

    /// <summary>Neutrophils, 10*9/L.</summary>
    public Measured? Neutrophils { get; init; }

    /// <summary>Platelets before a transfusion, 10*9/L.</summary>
    public Measured? Platelets { get; init; }

    /// <summary>Haemoglobin before a transfusion, g/L.</summary>
    public Measured? Hemoglobin { get; init; }

    /// <summary>At least two lineages had recovered above the limits of component C after this conditioning and are below them again.</summary>
    public bool? SecondFall { get; init; }

    /// <summary>Fibrinogen, g/L.</summary>
    public Measured? Fibrinogen { get; init; }

    /// <summary>AST, U/L.</summary>
    public Measured? Ast { get; init; }

    /// <summary>Upper limit of normal that was reported with the AST, U/L.</summary>
    public decimal? AstUln { get; init; }

    /// <summary>ALT, U/L.</summary>
    public Measured? Alt { get; init; }

    /// <summary>Upper limit of normal that was reported with the ALT, U/L.</summary>
    public decimal? AltUln { get; init; }

    /// <summary>Triglycerides, in the reported unit.</summary>
    public Triglycerides? Triglycerides { get; init; }

    /// <summary>Whether that sample was taken fasting. A raised value without this counts as unknown.</summary>
    public bool? TriglyceridesFasting { get; init; }
}
