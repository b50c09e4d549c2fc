namespace CarNkMonitor.Grading.EarlyWarning;

/// <summary>One set of observations to NEWS2: points, total, red score, risk and frequency (specification 4.1). It does not replace CRS grading.</summary>
public static class News2Grader
{
    /// <summary>
    /// The total as a range on the scale 0 to 20. With a parameter missing there is no total: the lower bound is the sum of the known points.
    /// NOT_APPLICABLE without bounds below 16 years and in pregnancy.
    /// </summary>
    public static GradeResult Grade(News2Inputs inputs)
    {
        if (!Applies(inputs))
        {
            return News2Explainer.One.Result(inputs, GradeState.NotApplicable);
        }

        var chart = News2Chart.Of(inputs);
        return News2Explainer.One.Result(inputs, chart.Low, chart.High);
    }

    /// <summary>What follows from the known points; with a parameter missing it is the least that follows. Null where the score does not apply.</summary>
    public static News2Response? Respond(News2Inputs inputs)
    {
        if (!Applies(inputs))
        {
            return null;
        }

        var chart = News2Chart.Of(inputs);
        return new(chart.AnyThree, News2.Risk(chart.Low, chart.AnyThree), News2.Frequency(chart.Low, chart.AnyThree));
    }

    /// <summary>Nothing that NEWS2 reads was recorded.</summary>
    public static readonly GradeResult NotAssessed = News2Explainer.One.NotAssessed();

    static bool Applies(News2Inputs inputs) => !inputs.IsPregnant && (inputs.Age is not { } age || age.CompletedYears >= News2.FromYears);
}

/// <summary>What a score asks for.</summary>
/// <param name="AnyThree">One parameter alone scores 3 (a red score).</param>
/// <param name="Risk">Clinical risk.</param>
/// <param name="Frequency">How often the observations are repeated at least.</param>
public readonly record struct News2Response(bool AnyThree, News2Risk Risk, News2Frequency Frequency);

/// <summary>Flags of NEWS2.</summary>
public static class News2Flag
{
    /// <summary>One parameter alone scores 3: at least hourly observation and a review by the medical team, whatever the total.</summary>
    public const string AnyThree = "ANY_THREE";
}
