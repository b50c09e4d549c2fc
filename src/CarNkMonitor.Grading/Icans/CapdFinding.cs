namespace CarNkMonitor.Grading.Icans;

/// <summary>Facts to the first row of the table of children (specification 2.7).</summary>
static class CapdFinding
{
    public static Possible<Capd> Of(IcansInputs inputs) =>
        inputs.Capd.Range is { } score ? Scored(score, inputs.CapdBaseline ?? 0)
        : inputs.CapdNotDone == NotDoneReason.Unarousable && !inputs.ConsciousnessHasOtherCause ? Capd.UnableToPerform
        : ConsciousnessFinding.IsArousable(inputs) ? Possible.Of(Capd.NotRaised, Capd.OneToEight, Capd.NineOrMore)
        : Possible.Any<Capd>();

    /// <summary>True when the baseline, and not the score, makes the row 0.</summary>
    public static bool IsAtBaseline(IcansInputs inputs) => inputs.Capd.Range is { High: > 0 } && Of(inputs) == Capd.NotRaised;

    static Possible<Capd> Scored(ScoreRange score, int baseline)
    {
        Possible<Capd> cells = Cell(score.Low, baseline);
        for (var higher = score.Low + 1; higher <= score.High; higher++)
        {
            cells = cells.Or(Cell(higher, baseline));
        }

        return cells;
    }

    static Capd Cell(int total, int baseline) => total <= baseline ? Capd.NotRaised : total >= 9 ? Capd.NineOrMore : Capd.OneToEight;
}
