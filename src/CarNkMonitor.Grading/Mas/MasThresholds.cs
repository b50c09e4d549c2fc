namespace CarNkMonitor.Grading.Mas;

/// <summary>Limits of the MAS signal: study data that a protocol may change, with the defaults of specification 4.6.</summary>
public sealed record MasThresholds
{
    /// <summary>The defaults.</summary>
    public static readonly MasThresholds Default = new();

    /// <summary>A: consecutive 24 h windows, ending now, each with a temperature of at least 38.5 °C: so many or more (inclusive).</summary>
    public int FeverWindowsFrom { get; init; } = 3;

    /// <summary>B-strong: ferritin of at least this, ug/L (inclusive). Allen 2008, Lachmann 2020, CARTOX.</summary>
    public decimal FerritinStrongFrom { get; init; } = 10_000m;

    /// <summary>B-moderate: ferritin of at least this, ug/L (inclusive) … Jordan 2011 "concerning".</summary>
    public decimal FerritinModerateFrom { get; init; } = 3000m;

    /// <summary>B-moderate: … and above this multiple of the baseline at infusion (exclusive). IEC-HS.</summary>
    public decimal FerritinAboveBaseline { get; init; } = 2m;

    /// <summary>B-rapid: ferritin of at least this, ug/L (inclusive); removes noise at low values.</summary>
    public decimal FerritinRapidFrom { get; init; } = 1000m;

    /// <summary>B-rapid: the previous sample is at least this old, h (inclusive) …</summary>
    public decimal RapidIntervalFromHours { get; init; } = 6m;

    /// <summary>B-rapid: … and at most this old, h (inclusive).</summary>
    public decimal RapidIntervalUpToHours { get; init; } = 72m;

    /// <summary>B-rapid: doubling time of at most this, h (inclusive).</summary>
    public decimal DoublingTimeUpToHours { get; init; } = 48m;

    /// <summary>C: neutrophils below this, 10*9/L (exclusive).</summary>
    public decimal NeutrophilsBelow { get; init; } = 1.0m;

    /// <summary>C: platelets below this, 10*9/L (exclusive).</summary>
    public decimal PlateletsBelow { get; init; } = 100m;

    /// <summary>C: haemoglobin below this, g/L (exclusive).</summary>
    public decimal HemoglobinBelow { get; init; } = 90m;

    /// <summary>C: so many of the three lineages or more (inclusive).</summary>
    public int LineagesFrom { get; init; } = 2;

    /// <summary>C: RecoveryDay from which low counts are beyond conditioning (inclusive), unless they are a second fall.</summary>
    public int BeyondConditioningFromDay { get; init; } = 15;

    /// <summary>D: fibrinogen below this, g/L (exclusive).</summary>
    public decimal FibrinogenBelow { get; init; } = 1.5m;

    /// <summary>D: AST or ALT above this multiple of its upper limit of normal (exclusive).</summary>
    public decimal TransaminaseAboveUln { get; init; } = 5m;

    /// <summary>D: fasting triglycerides of at least this, mmol/L (inclusive), where reported so …</summary>
    public decimal TriglyceridesFromMmolPerL { get; init; } = 3.0m;

    /// <summary>D: … or of at least this, mg/dL (inclusive), where reported so.</summary>
    public decimal TriglyceridesFromMgPerDL { get; init; } = 265m;
}
