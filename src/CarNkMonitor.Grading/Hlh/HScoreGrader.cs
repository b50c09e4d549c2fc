namespace CarNkMonitor.Grading.Hlh;

/// <summary>Facts of one moment to the HScore and to its side of the cut-off.</summary>
public static class HScoreGrader
{
    /// <summary>Nothing that the HScore reads was recorded since the most recent infusion (specification 0.3 item 7): no levels. Set by the caller.</summary>
    public static readonly GradeResult NotAssessed = HScoreExplainer.Score.NotAssessed();

    /// <summary>The points, 0 to 337: a missing item has its lowest points below and its highest above.</summary>
    public static GradeResult Grade(HScoreInputs inputs) => HScoreExplainer.Score.Result(inputs, HScoreFindings.Score(inputs));

    /// <summary>Level 1 (AT_OR_ABOVE_169) or 0 (BELOW_169); both are possible when the interval of points has 169 inside.</summary>
    public static GradeResult Call(HScoreInputs inputs) =>
        HScoreExplainer.Call.Result(inputs, Tally.Of(HScoreFindings.Score(inputs).IsAtLeast(HScore.CutOff)));
}
