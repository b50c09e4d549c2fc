using CarNkMonitor.Grading.Facts;
using static CarNkMonitor.Grading.Hlh.HScore;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>Facts to the points of the nine items, in the printed order.</summary>
static class HScoreFindings
{
    public static Tally Score(HScoreInputs inputs) =>
        Immunosuppression(inputs) + Temperature(inputs) + Organomegaly(inputs) + LowCounts(inputs) + Ferritin(inputs)
        + Triglycerides(inputs) + Fibrinogen(inputs) + Ast(inputs) + Hemophagocytosis(inputs);

    public static Tally Immunosuppression(HScoreInputs inputs) => Tally.Of(inputs.KnownImmunosuppression, HScore.Immunosuppression);

    public static Tally Temperature(HScoreInputs inputs)
    {
        var band = Band(inputs.TemperatureMax?.IsAtLeast(TemperatureFrom), inputs.TemperatureMax?.IsAbove(TemperatureUpTo));
        return new Tally(HScore.Temperature(band.Lowest), HScore.Temperature(band.Highest));
    }

    public static Tally Organomegaly(HScoreInputs inputs)
    {
        var organs = Tally.Of(inputs.Hepatomegaly) + Tally.Of(inputs.Splenomegaly);
        return new Tally(HScore.Organomegaly(organs.Low), HScore.Organomegaly(organs.High));
    }

    public static Tally LowCounts(HScoreInputs inputs)
    {
        var lineages = Tally.Of(Anemia(inputs)) + Tally.Of(LowLeukocytes(inputs)) + Tally.Of(LowPlatelets(inputs));
        return new Tally(HScore.Cytopenia(lineages.Low), HScore.Cytopenia(lineages.High));
    }

    public static bool? Anemia(HScoreInputs inputs) => !inputs.Hemoglobin?.IsAbove(HemoglobinUpTo);

    public static bool? LowLeukocytes(HScoreInputs inputs) => !inputs.Leukocytes?.IsAbove(LeukocytesUpTo);

    public static bool? LowPlatelets(HScoreInputs inputs) => !inputs.Platelets?.IsAbove(PlateletsUpTo);

    public static Tally Ferritin(HScoreInputs inputs)
    {
        var band = Band(inputs.Ferritin?.IsAtLeast(FerritinFrom), inputs.Ferritin?.IsAbove(FerritinUpTo));
        return new Tally(HScore.Ferritin(band.Lowest), HScore.Ferritin(band.Highest));
    }

    public static Tally Triglycerides(HScoreInputs inputs)
    {
        var band = Band(
            inputs.Triglycerides?.IsAtLeast(TriglyceridesFromMmolPerL, TriglyceridesFromMgPerDL),
            inputs.Triglycerides?.IsAbove(TriglyceridesUpToMmolPerL, TriglyceridesUpToMgPerDL));
        return new Tally(HScore.Triglycerides(band.Lowest), HScore.Triglycerides(band.Highest));
    }

    public static Tally Fibrinogen(HScoreInputs inputs) => Tally.Of(!inputs.Fibrinogen?.IsAbove(FibrinogenUpTo), HScore.Fibrinogen);

    public static Tally Ast(HScoreInputs inputs) => Tally.Of(inputs.Ast?.IsAtLeast(AstFrom), HScore.Ast);

    public static Tally Hemophagocytosis(HScoreInputs inputs) => Tally.Of(inputs.Hemophagocytosis, HScore.Hemophagocytosis);

    /// <summary>The columns that are left, given whether the value reaches the middle band and whether it passes it.</summary>
    static Possible<HScoreBand> Band(bool? reachesMiddle, bool? passesMiddle) => (reachesMiddle, passesMiddle) switch
    {
        (false, _) => HScoreBand.Low,
        (_, true) => HScoreBand.High,
        (true, false) => HScoreBand.Middle,
        (true, null) => Possible.Of(HScoreBand.Middle, HScoreBand.High),
        (null, false) => Possible.Of(HScoreBand.Low, HScoreBand.Middle),
        (null, null) => Possible.Any<HScoreBand>(),
    };
}
