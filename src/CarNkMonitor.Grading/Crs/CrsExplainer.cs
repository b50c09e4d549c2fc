using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Crs;

/// <summary>What a CRS result says of itself.</summary>
sealed class CrsExplainer() : Explainer<CrsInputs>(AstctCrs.Criteria, Scale.Grades)
{
    /// <summary>The usual window of onset in days, inclusive; a later onset asks for another cause.</summary>
    const int UsualOnsetUpToDay = 14;

    public static readonly CrsExplainer One = new();

    protected override Sentence NotAssessedSentence => CrsSentence.NotAssessed;

    protected override Sentence Sentence(CrsInputs inputs, GradeResult result) => CrsSentence.Of(inputs, result);

    protected override IEnumerable<Driver> Drivers(CrsInputs inputs, GradeResult result) =>
        result.State == GradeState.NotApplicable ? [] : CrsDrivers.Of(inputs);

    protected override IReadOnlyList<MissingInput> Missing(CrsInputs inputs, GradeResult result) => CrsMissing.Of(inputs);

    protected override IEnumerable<string> Flags(CrsInputs inputs, GradeResult result)
    {
        var flags = new HashSet<string>();
        if (result.State == GradeState.NotApplicable)
        {
            return flags;
        }

        FeverFinding.Flag(inputs, flags);
        HypotensionFinding.Flag(inputs, flags);
        OxygenFinding.Flag(inputs, flags);
        if (inputs.Day > UsualOnsetUpToDay && !inputs.IsEstablished && result.High >= 1)
        {
            flags.Add(CrsFlag.LateOnsetReview);
        }

        return flags;
    }
}
