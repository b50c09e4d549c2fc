using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>The one sentence of an ICAHT result.</summary>
static class IcahtSentence
{
    static readonly Sentences Say = new("Cytopenia.IcahtSentences");
    static readonly object Neutrophils = new[] { CytopeniaCodes.Neutrophils };

    public static readonly Sentence NotAssessed = Say.Say("not_assessed");

    public static Sentence OfEarly(EarlyNeutropenia days, GradeResult result) => result.State switch
    {
        GradeState.NotApplicable => Say.Say("early_not_applicable"),
        GradeState.NotComputed => Say.Say("early_missing", Neutrophils, days.LastDay),
        GradeState.CannotExclude => Say.Say("early_bound" + Gcsf(result), result.Low!, result.High!),
        GradeState.Determined or GradeState.WrongInstrument or GradeState.NotAssessed =>
            days.NeverAbove500 ? Say.Say("early_never" + Gcsf(result), days.Unbroken!.Value.From, days.LastDay) : OfGrade(days, result),
    };

    public static Sentence OfLate(IcahtInputs inputs, LateNeutropenia days, GradeResult result) => result.State switch
    {
        GradeState.NotApplicable => Say.Say("late_not_applicable"),
        GradeState.NotComputed => Say.Say("late_missing", Neutrophils),
        GradeState.CannotExclude => Say.Say("late_bound", result.Low!, result.High!),
        GradeState.Determined or GradeState.WrongInstrument or GradeState.NotAssessed => Say.Say(LateKey(inputs, days, result), result.Low!, Lowest(inputs)),
    };

    static Sentence OfGrade(EarlyNeutropenia days, GradeResult result)
    {
        var window = result.Flags.Contains(CytopeniaFlag.Interim) ? "interim" : "final";
        var remark = (days.UnfilledDays > 0 ? "_gap" : "") + Gcsf(result);
        return result.Low == 0
            ? Say.Say($"early_none_{window}{remark}", days.LastDay, days.UnfilledDays)
            : Say.Say($"early_{window}{remark}", result.Low!, days.Longest500, days.Longest100, days.LastDay, days.UnfilledDays);
    }

    /// <summary>Asks for a count, so no other remark may hide it. There is none without a low run.</summary>
    static string Gcsf(GradeResult result) => result.Flags.Contains(CytopeniaFlag.GcsfSupported) ? "_gcsf" : "";

    static string LateKey(IcahtInputs inputs, LateNeutropenia days, GradeResult result) =>
        result.Low == 0 ? days.Lowest <= 1500 ? "late_transient" : "late_none"
        : result.Flags.Contains(CytopeniaFlag.Confirmed) ? "late_confirmed"
        : LateNeutropenia.Confirmed(inputs) is null ? "late_confirmation_open"
        : days.MeasuredDays == 1 ? "late_single"
        : "late_unconfirmed";

    /// <summary>As it was reported: a bound with its sign.</summary>
    static string Lowest(IcahtInputs inputs) => CountDrivers.Lowest(LateNeutropenia.Read(inputs), 1).Single().Value.Text;
}
