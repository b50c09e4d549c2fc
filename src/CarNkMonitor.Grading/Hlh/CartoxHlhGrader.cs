namespace CarNkMonitor.Grading.Hlh;

/// <summary>Facts of the CRS phase to CARTOX HLH/MAS: how many of the four items, and whether the set is met.</summary>
public static class CartoxHlhGrader
{
    /// <summary>Nothing that CARTOX HLH/MAS reads was recorded since the most recent infusion (specification 0.3 item 7): no levels. Set by the caller.</summary>
    public static readonly GradeResult NotAssessed = CartoxHlhExplainer.Count.NotAssessed();

    /// <summary>How many of the four items are present, whatever the ferritin: unknown ones count as absent below and as present above.</summary>
    public static GradeResult Grade(CartoxHlhInputs inputs) => CartoxHlhExplainer.Count.Result(inputs, CartoxHlhFindings.Count(inputs));

    /// <summary>Whether the set is met: level 1 (MET) with ferritin above 10 000 ug/L and 2 items, level 0 (NOT_MET) when that cannot be.</summary>
    public static GradeResult Call(CartoxHlhInputs inputs) => CartoxHlhExplainer.Call.Result(inputs, Tally.Of(CartoxHlhFindings.IsMet(inputs)));
}
