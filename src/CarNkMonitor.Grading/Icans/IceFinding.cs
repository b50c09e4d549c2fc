namespace CarNkMonitor.Grading.Icans;

/// <summary>Facts to the first row of the table of adults (specification 2.5).</summary>
static class IceFinding
{
    public static Possible<Ice> Of(IcansInputs inputs) =>
        inputs.Ice.Range is { } score ? Scored(score, inputs)
        : IsUnarousable(inputs) ? Ice.Unarousable
        : ConsciousnessFinding.IsArousable(inputs) ? Possible.Of(Ice.NotReduced, Ice.SevenToNine, Ice.ThreeToSix, Ice.ZeroToTwo)
        : Possible.Any<Ice>();

    /// <summary>True when the baseline, and not the score, makes the row 0.</summary>
    public static bool IsAtBaseline(IcansInputs inputs) => inputs.Ice.Range is { Low: < IceScore.Most } && Of(inputs) == Ice.NotReduced;

    static Possible<Ice> Scored(ScoreRange score, IcansInputs inputs)
    {
        Possible<Ice> cells = Cell(score.Low, inputs);
        for (var higher = score.Low + 1; higher <= score.High; higher++)
        {
            cells = cells.Or(Cell(higher, inputs));
        }

        return cells;
    }

    /// <summary>The printed 0 of grade 4 is "because unarousable", of grade 3 that of a subject who is awake. What was so before the infusion is not ICANS.</summary>
    static Ice Cell(int score, IcansInputs inputs) => score switch
    {
        0 when IsUnarousable(inputs) => Ice.Unarousable,
        _ when score >= inputs.IceBaseline => Ice.NotReduced,
        >= IceScore.Most => Ice.NotReduced,
        >= 7 => Ice.SevenToNine,
        >= 3 => Ice.ThreeToSix,
        _ => Ice.ZeroToTwo,
    };

    static bool IsUnarousable(IcansInputs inputs) => inputs.IceNotDone == NotDoneReason.Unarousable && !inputs.ConsciousnessHasOtherCause;
}
