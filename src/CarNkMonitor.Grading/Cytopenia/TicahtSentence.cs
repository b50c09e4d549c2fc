using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>The one sentence of a T-ICAHT result.</summary>
static class TicahtSentence
{
    static readonly Sentences Say = new("Cytopenia.TicahtSentences");
    static readonly object Platelets = new[] { CytopeniaCodes.Platelets };

    public static readonly Sentence NotAssessed = Say.Say("not_assessed");

    public static Sentence Of(EarlyThrombocytopenia days, GradeResult result) => result.State switch
    {
        GradeState.NotApplicable => Say.Say("not_applicable"),
        GradeState.NotComputed => Say.Say("missing", Platelets, days.LastDay),
        GradeState.CannotExclude => Say.Say("bound", result.Low!, result.High!),
        GradeState.Determined or GradeState.WrongInstrument or GradeState.NotAssessed => OfGrade(days, result),
    };

    static Sentence OfGrade(EarlyThrombocytopenia days, GradeResult result)
    {
        var window = result.Flags.Contains(CytopeniaFlag.Interim) ? "interim" : "final";
        var remark = days.UnfilledDays > 0 ? "_gap" : "";
        return result.Low == 0
            ? Say.Say($"none_{window}{remark}", days.LastDay, days.UnfilledDays)
            : Say.Say($"{window}{remark}", result.Low!, days.Days50, days.Days20, days.LastDay, days.UnfilledDays);
    }
}
