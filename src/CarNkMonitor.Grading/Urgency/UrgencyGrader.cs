namespace CarNkMonitor.Grading.Urgency;

/// <summary>As <see cref="CnkUrgency"/>, explained: which rows decide, and a sentence.</summary>
public static class UrgencyGrader
{
    /// <summary>Always determined: a missing value is a finding of its own and asks for itself.</summary>
    public static GradeResult Grade(UrgencyFindings findings)
    {
        var urgency = (int)CnkUrgency.Of(findings);
        return UrgencyExplainer.One.Result(findings, urgency, urgency);
    }
}
