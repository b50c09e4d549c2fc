using CarNkMonitor.Grading.Facts;
using static CarNkMonitor.Grading.ToxicityGrade;

namespace CarNkMonitor.Grading.Crs;

/// <summary>Facts of one moment to a CRS result: findings (1.3 to 1.5), table (1.6), death (1.7), flags (1.8).</summary>
public static class CrsGrader
{
    /// <summary>The usual window of onset in days, inclusive; a later onset asks for another cause.</summary>
    const int UsualOnsetUpToDay = 14;

    /// <summary>The whole result: range, state, flags, drivers, what is missing, and a sentence.</summary>
    /// <returns>NOT_APPLICABLE with 0 to 0 before the first infusion.</returns>
    public static GradeResult Grade(CrsInputs inputs)
    {
        if (IsBeforeInfusion(inputs))
        {
            return new GradeResult(AstctCrs.Criteria, GradeRange.Of(None), GradeState.NotApplicable, new HashSet<string>())
            {
                Sentence = CrsSentence.NotApplicable,
            };
        }

        var range = RangeOf(inputs);
        var missing = range.IsDetermined ? [] : CrsMissing.Of(inputs);
        var flags = FlagsOf(inputs, range);
        return new GradeResult(AstctCrs.Criteria, range, range.IsDetermined ? GradeState.Determined : GradeState.CannotExclude, flags)
        {
            Drivers = CrsDrivers.Of(inputs),
            Missing = missing,
            Sentence = CrsSentence.Of(inputs, range, flags, missing),
        };
    }

    /// <summary>Nothing that CRS grading reads was recorded since the most recent infusion (0.3 item 7).</summary>
    public static readonly GradeResult NotAssessed = new(AstctCrs.Criteria, null, GradeState.NotAssessed, new HashSet<string>())
    {
        Sentence = CrsSentence.NotAssessed,
    };

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

    static bool IsBeforeInfusion(CrsInputs inputs) => inputs.Day is null or < 0;

    static HashSet<string> FlagsOf(CrsInputs inputs, GradeRange range)
    {
        var flags = new HashSet<string>();
        FeverFinding.Flag(inputs, flags);
        HypotensionFinding.Flag(inputs, flags);
        OxygenFinding.Flag(inputs, flags);
        if (inputs.Day > UsualOnsetUpToDay && !inputs.IsEstablished && range.High >= Grade1)
        {
            flags.Add(CrsFlag.LateOnsetReview);
        }

        return flags;
    }
}
