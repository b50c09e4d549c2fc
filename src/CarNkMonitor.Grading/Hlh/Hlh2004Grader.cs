using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>Facts of one moment to HLH-2004: how many of the eight criteria, and whether the set is met.</summary>
public static class Hlh2004Grader
{
    /// <summary>Nothing that HLH-2004 reads was recorded since the most recent infusion (specification 0.3 item 7): no levels. Set by the caller.</summary>
    public static readonly GradeResult NotAssessed = Hlh2004Explainer.Count.NotAssessed();

    /// <summary>How many criteria are present, 0 to 8: unknown ones count as absent below and as present above.</summary>
    public static GradeResult Grade(Hlh2004Inputs inputs)
    {
        var count = Hlh2004Findings.Count(inputs);
        return Hlh2004Explainer.Count.Result(inputs, count.Low, count.High);
    }

    /// <summary>Whether the set is met: level 1 (MET) with 5 or more of 8 or a molecular diagnosis, level 0 (NOT_MET) when 5 cannot be reached.</summary>
    public static GradeResult Call(Hlh2004Inputs inputs) => Hlh2004Explainer.Call.Result(inputs, Tally.Of(Hlh2004Findings.IsMet(inputs)));
}
