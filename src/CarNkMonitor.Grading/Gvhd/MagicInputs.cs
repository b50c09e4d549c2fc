using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Gvhd;

/// <summary>
/// What MAGIC grading needs to know at one moment; the columns of the worked cases. Null is "not recorded" for measured fields; event fields
/// (descriptors of the rash, pain, ileus, blood) that are not reported are false.
/// </summary>
public sealed record MagicInputs
{
    /// <summary>Age; below 18 years the child's stool limits may apply. Null leaves both columns open.</summary>
    public SubjectAge? Age { get; init; }

    /// <summary>Body weight in kg, more than 0; a child below 50 kg (exclusive), or of unknown weight, is staged by the child's stool limits.</summary>
    public Measured? WeightKg { get; init; }

    /// <summary>Active erythematous rash, % of body surface, 0 to 100.</summary>
    public Measured? RashPct { get; init; }

    /// <summary>Generalised erythroderma is reported.</summary>
    public bool Erythroderma { get; init; }

    /// <summary>Bullous formation is reported.</summary>
    public bool Bullae { get; init; }

    /// <summary>Desquamation, % of body surface; null = none reported.</summary>
    public Measured? DesquamationPct { get; init; }

    /// <summary>Total bilirubin, mg/dL.</summary>
    public Measured? Bilirubin { get; init; }

    /// <summary>Total bilirubin before the infusion, mg/dL; only for the flag, never for a stage.</summary>
    public Measured? BaselineBilirubin { get; init; }

    /// <summary>Consecutive days with nausea.</summary>
    public Measured? NauseaDays { get; init; }

    /// <summary>Vomiting episodes in 24 h.</summary>
    public Measured? VomitingEpisodes { get; init; }

    /// <summary>Consecutive days with two or more vomiting episodes.</summary>
    public Measured? VomitingDays { get; init; }

    /// <summary>Anorexia accompanied by weight loss.</summary>
    public bool? AnorexiaWithWeightLoss { get; init; }

    /// <summary>Measured liquid stool of the day that the 3-day rule chose, mL in 24 h. Formed stool does not count; of a mixture with urine half does.</summary>
    public Measured? StoolVolume { get; init; }

    /// <summary>Liquid stools of the same day or days whose volume was not measured; a mean may be a fraction.</summary>
    public Measured? UnmeasuredStools { get; init; }

    /// <summary>Severe abdominal pain is reported: opioids started or increased, and performance status significantly affected.</summary>
    public bool SevereAbdominalPain { get; init; }

    /// <summary>Ileus is reported.</summary>
    public bool Ileus { get; init; }

    /// <summary>Grossly bloody stool is reported; streaks with another source are not.</summary>
    public bool GrossBlood { get; init; }

    /// <summary>A diagnostic sign of chronic GvHD is reported; only for the flag, never for a stage.</summary>
    public bool ChronicFeature { get; init; }

    /// <summary>How sure the clinician is that the skin finding is GvHD; possible when nobody said so.</summary>
    public GvhdConfidence SkinConfidence { get; init; } = GvhdConfidence.Possible;

    /// <summary>The same for the liver.</summary>
    public GvhdConfidence LiverConfidence { get; init; } = GvhdConfidence.Possible;

    /// <summary>The same for the upper GI tract.</summary>
    public GvhdConfidence UpperGiConfidence { get; init; } = GvhdConfidence.Possible;

    /// <summary>The same for the lower GI tract.</summary>
    public GvhdConfidence LowerGiConfidence { get; init; } = GvhdConfidence.Possible;
}

/// <summary>
/// How sure a clinician is that an organ's finding is GvHD (Harris 2016, Table 2). A signed statement, never computed: a biopsy helps the
/// clinician to choose and changes nothing by itself. A concurrent cause never takes a stage off.
/// </summary>
public enum GvhdConfidence
{
    /// <summary>Unequivocal evidence of another diagnosis, and no treatment for GvHD: the organ is not counted.</summary>
    Negative,

    /// <summary>GvHD is in the differential diagnosis and is not treated: counts for the signal only. What every unjudged finding is.</summary>
    Possible,

    /// <summary>GvHD is the most likely cause, shown by treatment for GvHD: counts for the signal and for the reported grade.</summary>
    Probable,

    /// <summary>Unequivocal pathology of GvHD: counts for the signal and for the reported grade.</summary>
    Confirmed,
}
