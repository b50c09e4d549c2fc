namespace CarNkMonitor.Grading.Mas;

/// <summary>Facts of one moment to the EULAR/ACR/PRINTO criteria: how many of the four items, and whether the set is met.</summary>
public static class EularMasGrader
{
    /// <summary>Nothing that the EULAR/ACR/PRINTO set reads was recorded since the most recent infusion (specification 0.3 item 7): no levels. Set by the caller.</summary>
    public static readonly GradeResult NotAssessed = EularMasExplainer.Count.NotAssessed();

    /// <summary>How many of the four items are present, whatever the ferritin: unknown ones count as absent below and as present above.</summary>
    /// <returns>NOT_APPLICABLE without levels for anyone but a febrile patient with known or suspected sJIA.</returns>
    public static GradeResult Grade(EularMasInputs inputs) => EularMasFindings.Applies(inputs)
        ? EularMasExplainer.Count.Result(inputs, EularMasFindings.Count(inputs))
        : EularMasExplainer.Count.Result(inputs, GradeState.NotApplicable);

    /// <summary>Whether the set is met: level 1 (MET) with ferritin above 684 ug/L and 2 items, level 0 (NOT_MET) when that cannot be.</summary>
    /// <returns>NOT_APPLICABLE without levels for anyone but a febrile patient with known or suspected sJIA.</returns>
    public static GradeResult Call(EularMasInputs inputs) => EularMasFindings.Applies(inputs)
        ? EularMasExplainer.Call.Result(inputs, Tally.Of(EularMasFindings.IsMet(inputs)))
        : EularMasExplainer.Call.Result(inputs, GradeState.NotApplicable);
}
