using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Scores;

/// <summary>
/// Values before conditioning to EASIX and its variants (specification 2.6). The result carries the number in <see cref="GradeResult.Index"/>; it
/// has no levels. NOT_COMPUTED when a value is missing or only a bound, and when the platelets are 0.
/// </summary>
public static class EasixGrader
{
    /// <summary>EASIX.</summary>
    public static GradeResult Easix(EasixInputs inputs) => EasixExplainer.Original.Result(inputs,
        Number(inputs.Ldh) is { } ldh && Number(inputs.Creatinine) is { } creatinine && Number(inputs.Platelets) is { } platelets
            ? Scores.Easix.Index(ldh, creatinine, platelets) : null);

    /// <summary>m-EASIX.</summary>
    public static GradeResult Modified(EasixInputs inputs) => EasixExplainer.Modified.Result(inputs,
        Number(inputs.Ldh) is { } ldh && Number(inputs.Crp) is { } crp && Number(inputs.Platelets) is { } platelets
            ? ModifiedEasix.Index(ldh, crp, platelets) : null);

    /// <summary>s-EASIX.</summary>
    public static GradeResult Simplified(EasixInputs inputs) => EasixExplainer.Simplified.Result(inputs,
        Number(inputs.Ldh) is { } ldh && Number(inputs.Platelets) is { } platelets ? SimplifiedEasix.Index(ldh, platelets) : null);

    /// <summary>Nothing that the index reads was recorded.</summary>
    public static readonly GradeResult NotAssessed = EasixExplainer.Original.NotAssessed();

    /// <summary>For display: three decimals, half away from zero. Never compare it with anything.</summary>
    public static decimal Shown(decimal index) => decimal.Round(index, 3, MidpointRounding.AwayFromZero);

    /// <summary>A bound is not a number to compute with.</summary>
    static decimal? Number(Measured? value) => value is { Comparator: Comparator.Equal } known ? known.Value : null;
}
