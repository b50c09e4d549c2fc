using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Ctcae;

/// <summary>
/// What a laboratory term needs to know of one value; the columns of the worked cases. Null is "not recorded"; event fields that are not
/// reported are false. Value, limits and baseline are all in <see cref="Unit"/>, never negative and below 10^26.
/// </summary>
public sealed record LabInputs
{
    /// <summary>The value as the laboratory reported it, possibly a bound such as <c>&lt;0.1</c>.</summary>
    public Measured? Value { get; init; }

    /// <summary>Unit of the value, UCUM, letter by letter one of the catalogue's; null or empty when not recorded.</summary>
    public string? Unit { get; init; }

    /// <summary>Lower limit of normal of the reporting laboratory on that day.</summary>
    public decimal? Lln { get; init; }

    /// <summary>Upper limit of normal of the reporting laboratory on that day.</summary>
    public decimal? Uln { get; init; }

    /// <summary>Last value before lymphodepletion (if there is none: before the first infusion). A missing baseline counts as normal (2.1).</summary>
    public Measured? Baseline { get; init; }

    /// <summary>The baseline was above its own upper limit at that time; null when not recorded, which matters only beside a known baseline.</summary>
    public bool? BaselineIsHigh { get; init; }

    /// <summary>The baseline was below its own lower limit at that time; null when not recorded. Read by CTCAE 6.0 creatinine alone.</summary>
    public bool? BaselineIsLow { get; init; }

    /// <summary>Therapeutic anticoagulation was running.</summary>
    public bool OnAnticoagulation { get; init; }

    /// <summary>A clinician judged a transfusion to be indicated.</summary>
    public bool TransfusionIndicated { get; init; }

    /// <summary>A clinician judged this very term to be life-threatening.</summary>
    public bool LifeThreatening { get; init; }

    /// <summary>Bleeding, in the judgement of a clinician with the prolonged clotting time.</summary>
    public bool Bleeding { get; init; }

    /// <summary>
    /// A bleeding in the record, which counts where the clotting time is prolonged; null where a bound leaves open whether there was one. A row has the
    /// judgement itself, in <see cref="Bleeding"/>.
    /// </summary>
    internal bool? RecordedBleeding { get; init; } = false;

    internal LabInputs WithoutBleeding => this with { Bleeding = false, RecordedBleeding = false };
}
