using static CarNkMonitor.Grading.ToxicityGrade;

namespace CarNkMonitor.Grading.Icans;

/// <summary>Facts of one moment to an ICANS result: instrument (2.1), findings (2.4 to 2.7), table (2.3 or 2.7), death and timing (2.8).</summary>
public static class IcansGrader
{
    /// <summary>The whole result: range, state, flags (the instrument among them), drivers, what is missing, and a sentence.</summary>
    /// <returns>
    /// NOT_APPLICABLE with 0 to 0 before the infusion; WRONG_INSTRUMENT without a grade when the other instrument was used, unless a clinician
    /// stated that the death was due to ICANS.
    /// </returns>
    public static GradeResult Grade(IcansInputs inputs)
    {
        if (inputs.Day < 0)
        {
            return IcansExplainer.One.Result(inputs, GradeState.NotApplicable, level: 0);
        }

        var instrument = IcansInstrument.Of(inputs);
        if (inputs.Death != IcansDeathCause.Icans && IcansInstrument.IsWrong(instrument, inputs))
        {
            return IcansExplainer.One.Result(inputs, GradeState.WrongInstrument);
        }

        var range = RangeOf(instrument, inputs);
        return IcansExplainer.One.Result(inputs, (int)range.Low, (int)range.High);
    }

    /// <summary>Nothing that ICANS grading reads was recorded since the most recent infusion (0.3 item 7).</summary>
    public static readonly GradeResult NotAssessed = IcansExplainer.One.NotAssessed();

    /// <summary>Only the bounds, without allocating; never asks whether the instrument was the right one.</summary>
    internal static GradeRange RangeOf(IcansInputs inputs) => RangeOf(IcansInstrument.Of(inputs), inputs);

    static GradeRange RangeOf(Instrument? instrument, IcansInputs inputs)
    {
        var range = OfLiving(instrument, inputs);
        return inputs.Death switch
        {
            IcansDeathCause.Icans => GradeRange.Of(Grade5),
            IcansDeathCause.Unknown => range with { High = Grade5 },
            IcansDeathCause.Other or null => range,
        };
    }

    static GradeRange OfLiving(Instrument? instrument, IcansInputs inputs)
    {
        if (instrument is { } right)
        {
            return By(right, inputs);
        }

        // Without an age both instruments stay possible; scores of one say nothing by the other.
        var (adult, pediatric) = (By(Instrument.Ice, inputs), By(Instrument.Capd, inputs));
        return new GradeRange(Lower(adult.Low, pediatric.Low), AstctIcans.Worst(adult.High, pediatric.High));
    }

    static GradeRange By(Instrument instrument, IcansInputs inputs)
    {
        var (consciousness, seizure) = (ConsciousnessFinding.Of(inputs), SeizureFinding.Of(inputs));
        var (motor, pressure) = (MotorFinding.Of(inputs), RaisedPressureFinding.Of(inputs));
        return instrument switch
        {
            Instrument.Ice => AstctIcans.Grade(IceFinding.Of(inputs), consciousness, seizure, motor, pressure),
            Instrument.Capd => AstctPediatricIcans.Grade(CapdFinding.Of(inputs), consciousness, seizure, motor, pressure),
        };
    }

    static ToxicityGrade Lower(ToxicityGrade one, ToxicityGrade other) => one < other ? one : other;
}
