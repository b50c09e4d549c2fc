using System.Globalization;
using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Mas;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Urgency;

/// <summary>What an urgency says of itself: every row that reaches it. A row is named as its case column or its observation code.</summary>
sealed class UrgencyExplainer() : Explainer<UrgencyFindings>(CnkUrgency.Criteria, Scale.Words("ROUTINE", "SAME_DAY", "URGENT_1H", "EMERGENCY_NOW"))
{
    public static readonly UrgencyExplainer One = new();

    static readonly Sentences Say = new("Urgency.UrgencySentences");

    protected override Sentence NotAssessedSentence => Say.Say("routine");

    protected override Sentence Sentence(UrgencyFindings inputs, GradeResult result)
    {
        // As one value: an array of strings would be taken for the list of all values.
        object deciding = result.Drivers.Select(driver => driver.Code).Distinct().ToArray();
        return (ClinicalUrgency)result.Low!.Value switch
        {
            ClinicalUrgency.Routine => Say.Say(inputs.MasLow == MasLevel.Watch ? "routine_watch" : "routine"),
            ClinicalUrgency.SameDay => Say.Say("same_day", deciding),
            ClinicalUrgency.Urgent1H => Say.Say("urgent_1h", deciding),
            ClinicalUrgency.EmergencyNow => Say.Say("emergency_now", deciding),
        };
    }

    protected override IEnumerable<string> Flags(UrgencyFindings inputs, GradeResult result) => [];

    protected override IReadOnlyList<MissingInput> Missing(UrgencyFindings inputs, GradeResult result) => [];

    protected override IEnumerable<Driver> Drivers(UrgencyFindings inputs, GradeResult result) =>
        from row in Graded(inputs).Concat(Signaled(inputs.Signals))
        where row.Urgency > ClinicalUrgency.Routine && (int)row.Urgency == result.Low
        select row.Driver;

    static IEnumerable<(ClinicalUrgency Urgency, Driver Driver)> Graded(UrgencyFindings inputs) =>
    [
        (CnkUrgency.Crs(inputs.Crs.Low, inputs.CrsIsNewOrWorse), Of("crs_min", (int)inputs.Crs.Low)),
        (CnkUrgency.Gap(inputs.Crs), Of("crs_max", (int)inputs.Crs.High)),
        (CnkUrgency.Icans(inputs.Icans.Low), Of("icans_min", (int)inputs.Icans.Low)),
        (CnkUrgency.Gap(inputs.Icans), Of("icans_max", (int)inputs.Icans.High)),
        (CnkUrgency.IecHs(inputs.IecHs), Of("iechs_grade", (int)inputs.IecHs)),
        (CnkUrgency.Mas(inputs.MasLow), Driver.Of("mas_level_min", MasWord.Of(inputs.MasLow))),
        (CnkUrgency.Gap(inputs.MasLow, inputs.MasHigh), Driver.Of("mas_level_max", MasWord.Of(inputs.MasHigh))),
        (CnkUrgency.Rise(inputs.RoseByTwoGradesIn24H), Driver.Of("rise_ge_2_grades_24h", "true")),
    ];

    static IEnumerable<(ClinicalUrgency Urgency, Driver Driver)> Signaled(SignalFindings signals) =>
    [
        (SignalUrgency.Gvhd(signals.GvhdSignal, signals.GvhdIsNewOrWorse), Of("gvhd_signal", signals.GvhdSignal)),
        (SignalUrgency.Cytopenia(signals.CytopeniaIsUnexpected), Driver.Of("unexpected_cytopenia", "true")),
        (SignalUrgency.Low(signals.Platelets, SignalUrgency.PlateletsBelow), Of("platelets", signals.Platelets, "10*9/L")),
        (SignalUrgency.Low(signals.Hemoglobin, SignalUrgency.HemoglobinBelow), Of("hgb", signals.Hemoglobin, "g/L")),
        (SignalUrgency.Fever(signals.FebrileNeutropenia, signals.IsInConditioningNadir),
            Driver.Of("febrile_neutropenia", signals.FebrileNeutropenia == FebrileNeutropenia.Yes ? "yes" : "indeterminate")),
        (SignalUrgency.News2(signals.News2, anyThree: false), Of("news2", signals.News2 ?? 0)),
        (SignalUrgency.News2(total: null, signals.AnyNews2ParameterIsThree), Driver.Of("news2_any_three", "true")),
        (SignalUrgency.BloodCulture(signals.BloodCultureIsPositive), Driver.Of("blood_culture", "positive")),
    ];

    static Driver Of(string code, int level) => Driver.Of(code, level.ToString(CultureInfo.InvariantCulture));

    static Driver Of(string code, Measured? value, string unit) => Driver.Of(code, value ?? default, unit);
}
