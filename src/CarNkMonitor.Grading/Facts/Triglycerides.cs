namespace CarNkMonitor.Grading.Facts;

/// <summary>
/// Triglycerides with the unit that the laboratory reported. The criteria print limits in both units, and the two are not the same amount
/// (265 mg/dL is 2.99 mmol/L): a value is compared with the limit of its own unit and never converted (printed-unit rule).
/// </summary>
/// <param name="Value">In <paramref name="Unit"/>, unrounded.</param>
/// <param name="Unit">As reported.</param>
public readonly record struct Triglycerides(Measured Value, TriglycerideUnit Unit)
{
    /// <summary>Reported in mmol/L.</summary>
    public static Triglycerides InMmolPerL(Measured value) => new(value, TriglycerideUnit.MmolPerL);

    /// <summary>Reported in mg/dL.</summary>
    public static Triglycerides InMgPerDL(Measured value) => new(value, TriglycerideUnit.MgPerDL);

    /// <summary>Is it &gt;= the limit of its unit (inclusive)? Null when a bound leaves it open.</summary>
    public bool? IsAtLeast(decimal mmolPerL, decimal mgPerDL) => Value.IsAtLeast(LimitOf(mmolPerL, mgPerDL));

    /// <summary>Is it &gt; the limit of its unit (exclusive)? Null when a bound leaves it open.</summary>
    public bool? IsAbove(decimal mmolPerL, decimal mgPerDL) => Value.IsAbove(LimitOf(mmolPerL, mgPerDL));

    /// <summary>
    /// The criteria speak of fasting triglycerides: a raised value that was not taken fasting, or of which nobody wrote whether it was, is unknown;
    /// one that is not raised is not raised.
    /// </summary>
    /// <param name="isRaised">Whether the value reaches the limit; null when it is missing or a bound leaves it open.</param>
    /// <param name="isFasting">Whether the sample was taken fasting; null when not recorded.</param>
    public static bool? RaisedFasting(bool? isRaised, bool? isFasting) => isRaised == true && isFasting != true ? null : isRaised;

    /// <summary>UCUM code of the reported unit.</summary>
    public string UnitCode => Unit switch
    {
        TriglycerideUnit.MmolPerL => "mmol/L",
        TriglycerideUnit.MgPerDL => "mg/dL",
    };

    decimal LimitOf(decimal mmolPerL, decimal mgPerDL) => Unit switch
    {
        TriglycerideUnit.MmolPerL => mmolPerL,
        TriglycerideUnit.MgPerDL => mgPerDL,
    };
}

/// <summary>The units in which the criteria print limits of triglycerides.</summary>
public enum TriglycerideUnit
{
    /// <summary>mmol/L, the canonical unit.</summary>
    MmolPerL,

    /// <summary>mg/dL.</summary>
    MgPerDL,
}
