using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Icans;

/// <summary>One row of the table as the record fills it, for the explanations.</summary>
/// <param name="Names">What the row is called in a sentence: observation codes, or the name of a whole score.</param>
/// <param name="Range">What the row says by itself.</param>
/// <param name="Recorded">The inputs behind it.</param>
/// <param name="IsExcluded">Something in it was taken out of the grade; the finding itself must still be shown (specification 0.4).</param>
sealed record IcansRow(string[] Names, GradeRange Range, IReadOnlyList<Driver> Recorded, bool IsExcluded = false)
{
    /// <summary>Every row of the tables in question, in printed order.</summary>
    public static IReadOnlyList<IcansRow> All(IcansInputs inputs) =>
        [.. Cognition(inputs), Consciousness(inputs), Seizure(inputs), Motor(inputs), Pressure(inputs)];

    /// <summary>The row of the instrument; of every instrument in use while the age is not known.</summary>
    static IEnumerable<IcansRow> Cognition(IcansInputs inputs)
    {
        if (IcansInstrument.IsInUse(Instrument.Ice, inputs))
        {
            var cells = IceFinding.Of(inputs);
            yield return new IcansRow([ScoreName.Ice], new(AstctIcans.Row(cells.Lowest), AstctIcans.Row(cells.Highest)), RecordedInput.Ice(inputs));
        }

        if (IcansInstrument.IsInUse(Instrument.Capd, inputs))
        {
            var cells = CapdFinding.Of(inputs);
            yield return new IcansRow([ScoreName.Capd], new(AstctPediatricIcans.Row(cells.Lowest), AstctPediatricIcans.Row(cells.Highest)), RecordedInput.Capd(inputs));
        }
    }

    static IcansRow Consciousness(IcansInputs inputs)
    {
        var cells = ConsciousnessFinding.Of(inputs);
        var range = new GradeRange(AstctIcans.Row(cells.Lowest), AstctIcans.Row(cells.Highest));
        return new IcansRow([IcansCodes.Consciousness], range, RecordedInput.Consciousness(inputs), ConsciousnessFinding.IsExcluded(inputs));
    }

    static IcansRow Seizure(IcansInputs inputs)
    {
        var cells = SeizureFinding.Of(inputs);
        var range = new GradeRange(AstctIcans.Row(cells.Lowest), AstctIcans.Row(cells.Highest));
        return new IcansRow([IcansCodes.Seizure], range, RecordedInput.Seizure(inputs), SeizureFinding.IsExcluded(inputs));
    }

    static IcansRow Motor(IcansInputs inputs) =>
        new([IcansCodes.Motor], GradeRange.Of(AstctIcans.Row(MotorFinding.Of(inputs))), RecordedInput.Motor(inputs), MotorFinding.IsExcluded(inputs));

    static IcansRow Pressure(IcansInputs inputs)
    {
        var counted = RaisedPressureFinding.Counted(inputs);
        var names = IcansCodes.PressureObservations.Where(one => counted.HasFlag(one.Sign)).Select(one => one.Code).Distinct();
        return new IcansRow([.. names], GradeRange.Of(AstctIcans.Row(RaisedPressureFinding.Of(inputs))), RecordedInput.Pressure(inputs),
            RaisedPressureFinding.IsExcluded(inputs) || RaisedPressureFinding.IsOfHemorrhage(inputs));
    }
}

/// <summary>How a whole score is called inside a sentence.</summary>
static class ScoreName
{
    public const string Ice = "_ice";
    public const string Capd = "_capd";
}
