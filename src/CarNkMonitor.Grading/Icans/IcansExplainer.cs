using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Icans;

/// <summary>What an ICANS result says of itself.</summary>
sealed class IcansExplainer() : Explainer<IcansInputs>(AstctIcans.Criteria, Scale.Grades)
{
    /// <summary>The usual window of onset in days, inclusive; a later onset asks for another cause.</summary>
    const int UsualOnsetUpToDay = 28;

    public static readonly IcansExplainer One = new();

    protected override Sentence NotAssessedSentence => IcansSentence.NotAssessed;

    protected override Sentence Sentence(IcansInputs inputs, GradeResult result) => IcansSentence.Of(inputs, result);

    protected override IEnumerable<Driver> Drivers(IcansInputs inputs, GradeResult result) =>
        result.State == GradeState.NotApplicable ? [] : IcansDrivers.Of(inputs, result);

    protected override IReadOnlyList<MissingInput> Missing(IcansInputs inputs, GradeResult result) => IcansMissing.Of(inputs);

    protected override IEnumerable<string> Flags(IcansInputs inputs, GradeResult result) => result.State switch
    {
        GradeState.NotApplicable => [],
        GradeState.WrongInstrument => [.. InstrumentFlag(inputs), .. Removed(inputs)],
        GradeState.Determined or GradeState.CannotExclude or GradeState.NotAssessed or GradeState.NotComputed =>
            [.. InstrumentFlag(inputs), .. Removed(inputs), .. Baseline(inputs), .. Review(inputs, result)],
    };

    static IEnumerable<string> InstrumentFlag(IcansInputs inputs) => IcansInstrument.Of(inputs) switch
    {
        Instrument.Ice => [IcansFlag.Ice],
        Instrument.Capd => [IcansFlag.Capd],
        null => [],
    };

    static IEnumerable<string> Removed(IcansInputs inputs)
    {
        if (ConsciousnessFinding.IsExcluded(inputs) || SeizureFinding.IsExcluded(inputs) || MotorFinding.IsExcluded(inputs)
            || RaisedPressureFinding.IsExcluded(inputs))
        {
            yield return IcansFlag.OtherCauseExcluded;
        }

        if (RaisedPressureFinding.IsOfHemorrhage(inputs))
        {
            yield return IcansFlag.HemorrhageExcluded;
        }
    }

    static IEnumerable<string> Baseline(IcansInputs inputs) => IcansInstrument.Of(inputs) switch
    {
        Instrument.Ice when IceFinding.IsAtBaseline(inputs) => [IcansFlag.AtBaseline],
        Instrument.Capd when CapdFinding.IsAtBaseline(inputs) => [IcansFlag.AtBaseline],
        Instrument.Ice when inputs is { IceBaseline: null, Ice.Range.Low: < IceScore.Most } => [IcansFlag.BaselineMissing],
        Instrument.Capd when inputs is { CapdBaseline: null, Capd.Range.High: > 0 } => [IcansFlag.BaselineMissing],
        Instrument.Ice or Instrument.Capd or null => [],
    };

    static IEnumerable<string> Review(IcansInputs inputs, GradeResult result)
    {
        if (inputs.Day > UsualOnsetUpToDay && !inputs.IsEstablished && result.High >= 1)
        {
            yield return IcansFlag.LateOnsetReview;
        }

        if (result.Low == 1 && IcansDrivers.Deciding(inputs, 1) is [ScoreName.Capd])
        {
            yield return IcansFlag.ScreenConfirm;
        }
    }
}
