using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.IecHs;

/// <summary>
/// What the IEC-HS pattern and grade read at one moment: worst values of (t - 72 h, t]. Null is "not recorded"; severity events that are not
/// reported did not happen.
/// </summary>
public sealed record IecHsInputs
{
    /// <summary>Highest ferritin, ug/L.</summary>
    public Measured? Ferritin { get; init; }

    /// <summary>Upper limit of normal that was reported with it, ug/L.</summary>
    public decimal? FerritinUln { get; init; }

    /// <summary>Last ferritin before the first infusion, ug/L; when there is none the upper limit of normal stands in for it.</summary>
    public Measured? FerritinBaseline { get; init; }

    /// <summary>Ferritin is rapidly rising in the judgement of the clinician; alone enough for the required criterion.</summary>
    public bool? FerritinRapidRise { get; init; }

    /// <summary>When the picture began, against CRS.</summary>
    public IecHsTiming? Timing { get; init; }

    /// <summary>Highest AST, U/L.</summary>
    public Measured? Ast { get; init; }

    /// <summary>Upper limit of normal that was reported with it, U/L.</summary>
    public decimal? AstUln { get; init; }

    /// <summary>Last AST before the first infusion, U/L; when there is none the upper limit of normal stands in for it.</summary>
    public Measured? AstBaseline { get; init; }

    /// <summary>Highest ALT, U/L.</summary>
    public Measured? Alt { get; init; }

    /// <summary>Upper limit of normal that was reported with it, U/L.</summary>
    public decimal? AltUln { get; init; }

    /// <summary>Last ALT before the first infusion, U/L; when there is none the upper limit of normal stands in for it.</summary>
    public Measured? AltBaseline { get; init; }

    /// <summary>Lowest fibrinogen, g/L.</summary>
    public Measured? Fibrinogen { get; init; }

    /// <summary>Lower limit of normal that was reported with it, g/L.</summary>
    public decimal? FibrinogenLln { get; init; }

    /// <summary>Haemophagocytosis in marrow or other tissue; null when not examined.</summary>
    public bool? Hemophagocytosis { get; init; }

    /// <summary>Lowest neutrophils, 10*9/L.</summary>
    public Measured? Neutrophils { get; init; }

    /// <summary>Lowest platelets, 10*9/L.</summary>
    public Measured? Platelets { get; init; }

    /// <summary>Course of the cytopenia.</summary>
    public IecHsCytopeniaCourse? CytopeniaCourse { get; init; }

    /// <summary>LDH above its upper limit of normal.</summary>
    public bool? LdhAboveUln { get; init; }

    /// <summary>PT, INR or aPTT above its upper limit of normal.</summary>
    public bool? PtOrApttProlonged { get; init; }

    /// <summary>Direct bilirubin above its upper limit of normal.</summary>
    public bool? DirectHyperbilirubinemia { get; init; }

    /// <summary>An enlarged spleen that was not enlarged before the infusion.</summary>
    public bool? NewSplenomegaly { get; init; }

    /// <summary>A fever of at least 38.0 °C that is not attributed to another cause.</summary>
    public bool? NewOrPersistentFever { get; init; }

    /// <summary>ICANS of at least grade 1.</summary>
    public bool? Neurotoxicity { get; init; }

    /// <summary>Oedema, infiltrates, effusion or respiratory failure.</summary>
    public bool? PulmonaryManifestation { get; init; }

    /// <summary>New renal insufficiency.</summary>
    public bool? NewRenalInsufficiency { get; init; }

    /// <summary>Highest triglycerides, in the reported unit.</summary>
    public Triglycerides? Triglycerides { get; init; }

    /// <summary>Whether that sample was taken fasting. A raised value without this counts as unknown.</summary>
    public bool? TriglyceridesFasting { get; init; }

    /// <summary>A clinician judged that something else explains the whole picture; null when nobody said.</summary>
    public bool? AlternativeSoleCause { get; init; }

    /// <summary>A physician has confirmed the diagnosis: it is graded whatever the pattern.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>What was done or happened, for the grade.</summary>
    public IecHsEvents Events { get; init; }

    /// <summary>The principal cause, when a death is recorded; null when the subject is alive.</summary>
    public IecHsDeath? Death { get; init; }
}

/// <summary>Common criterion 1.</summary>
public enum IecHsTiming
{
    /// <summary>No CRS was documented since the infusion: not the criterion.</summary>
    NoCrsDocumented,

    /// <summary>In the first CRS, before any improvement: not the criterion.</summary>
    DuringInitialCrs,

    /// <summary>CRS is resolving or has resolved: the criterion.</summary>
    ResolvingOrResolvedCrs,

    /// <summary>Worse again after CRS-directed therapy had helped: the criterion.</summary>
    WorseningAfterImprovement,
}

/// <summary>The first half of common criterion 5; the second is a count of CTCAE grade 4.</summary>
public enum IecHsCytopeniaCourse
{
    /// <summary>As expected after conditioning: not the criterion.</summary>
    ExpectedStable,

    /// <summary>New: the criterion.</summary>
    New,

    /// <summary>Worsening: the criterion.</summary>
    Worsening,

    /// <summary>Does not answer to growth factor or transfusion: the criterion.</summary>
    Refractory,
}
