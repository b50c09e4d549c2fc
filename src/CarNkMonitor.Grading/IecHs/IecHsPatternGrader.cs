namespace CarNkMonitor.Grading.IecHs;

/// <summary>Facts of one moment to the IEC-HS pattern.</summary>
public static class IecHsPatternGrader
{
    /// <summary>Nothing that IEC-HS reads was recorded since the most recent infusion (specification 0.3 item 7): no levels. Set by the caller.</summary>
    public static readonly GradeResult NotAssessed = IecHsPatternExplainer.One.NotAssessed();

    /// <summary>Level 0 (NOT_MET), 1 (POSSIBLE) or 2 (MET): what is unknown counts as absent below and as present above, for another cause the reverse.</summary>
    public static GradeResult Grade(IecHsInputs inputs)
    {
        var (low, high) = IecHsFindings.Of(inputs).Classes;
        return IecHsPatternExplainer.One.Result(inputs, low, high);
    }
}
