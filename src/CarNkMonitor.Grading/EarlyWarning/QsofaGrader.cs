using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.EarlyWarning;

/// <summary>What qSOFA needs to know; null is "not recorded".</summary>
public sealed record QsofaInputs
{
    /// <summary>Breaths a minute.</summary>
    public Measured? RespiratoryRate { get; init; }

    /// <summary>Systolic pressure, mm[Hg].</summary>
    public Measured? Systolic { get; init; }

    /// <summary>Glasgow coma score, 3 to 15.</summary>
    public Measured? GlasgowComaScore { get; init; }
}

/// <summary>Observations to qSOFA (specification 4.2).</summary>
public static class QsofaGrader
{
    /// <summary>The total on the scale 0 to 3; a missing item may be worth a point or none.</summary>
    public static GradeResult Grade(QsofaInputs inputs) => QsofaExplainer.One.Result(
        inputs, Qsofa.RespiratoryRate(inputs.RespiratoryRate) + Qsofa.Systolic(inputs.Systolic) + Qsofa.GlasgowComaScore(inputs.GlasgowComaScore));

    /// <summary>Nothing that qSOFA reads was recorded.</summary>
    public static readonly GradeResult NotAssessed = QsofaExplainer.One.NotAssessed();

    /// <summary>Two points or more; null when what is missing or bounded could still decide.</summary>
    public static bool? IsPositive(GradeResult result) =>
        result.Low >= Qsofa.PositiveFrom ? true : result.High < Qsofa.PositiveFrom ? false : null;
}
