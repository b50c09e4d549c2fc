using static CarNkMonitor.Grading.ToxicityGrade;

namespace CarNkMonitor.Grading.Crs;

/// <summary>Facts of one moment to a CRS result: findings (1.3 to 1.5), table (1.6), death (1.7), flags (1.8).</summary>
public static class CrsGrader
{
    /// <summary>The whole result: range, state, flags, drivers, what is missing, and a sentence.</summary>
    /// <returns>NOT_APPLICABLE with 0 to 0 before the first infusion.</returns>
    public static GradeResult Grade(CrsInputs inputs)
    {
        if (inputs.Day is null or < 0)
        {
            return CrsExplainer.One.Result(inputs, GradeState.NotApplicable, level: 0);
        }

        var range = RangeOf(inputs);
        return CrsExplainer.One.Result(inputs, (int)range.Low, (int)range.High);
    }

    /// <summary>Nothing that CRS grading reads was recorded since the most recent infusion (0.3 item 7).</summary>
    public static readonly GradeResult NotAssessed = CrsExplainer.One.NotAssessed();

    /// <summary>Only the bounds, without allocating: what episode closing and the search for missing inputs ask thousands of times.</summary>
    internal static GradeRange RangeOf(CrsInputs inputs)
    {
        var range = AstctCrs.Grade(FeverFinding.Of(inputs), HypotensionFinding.Of(inputs), OxygenFinding.Of(inputs));
        return inputs.Death switch
        {
            DeathCause.Crs => GradeRange.Of(Grade5),
            DeathCause.Unknown => range with { High = Grade5 },
            DeathCause.Other or null => range,
        };
    }
}
