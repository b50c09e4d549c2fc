using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>The one sentence of the expected window.</summary>
static class CytopeniaSentence
{
    static readonly Sentences Say = new("Cytopenia.CytopeniaSentences");

    public static readonly Sentence NotAssessed = Say.Say("not_assessed");

    public static Sentence Of(CytopeniaInputs inputs, GradeResult result)
    {
        object lineage = new[] { inputs.Lineage.Code() };
        return result.State switch
        {
            GradeState.NotApplicable => Say.Say("not_applicable"),
            GradeState.NotComputed => Say.Say("missing", lineage, inputs.EvaluationDay),
            GradeState.CannotExclude => Say.Say("bound", lineage),
            GradeState.Determined or GradeState.WrongInstrument or GradeState.NotAssessed => OfCourse(lineage, inputs, CytopeniaCourse.AllOf(inputs)[0], result),
        };
    }

    static Sentence OfCourse(object lineage, CytopeniaInputs inputs, CytopeniaCourse course, GradeResult result) => Say.Say(
        result.Flags.Contains(CytopeniaFlag.ExceedsExpectedDepth) ? TooDeepKey(course, inputs.Limits) : Key(course, inputs.Limits),
        lineage, inputs.EvaluationDay, inputs.Limits.LastExpectedDay, course.FirstLowDay ?? 0, course.RecoveryDay ?? 0, course.LowDaysAgain, inputs.EarlyGrade?.Low ?? 0);

    /// <summary>A category that is a signal is said as ever; what a physician must still do or know stays beside the depth.</summary>
    static string TooDeepKey(CytopeniaCourse course, CytopeniaLimits limits) => course.Category switch
    {
        CytopeniaCategory.None or CytopeniaCategory.ExpectedResolved or CytopeniaCategory.ExpectedOngoing => "too_deep",
        CytopeniaCategory.BaselineCytopenia => "too_deep_baseline_cytopenia",
        CytopeniaCategory.RecoveryUnverified => "too_deep_recovery_unverified",
        CytopeniaCategory.LateOnset or CytopeniaCategory.Prolonged or CytopeniaCategory.Biphasic => Key(course, limits),
    };

    static string Key(CytopeniaCourse course, CytopeniaLimits limits) => course.Category switch
    {
        CytopeniaCategory.None => "none",
        CytopeniaCategory.ExpectedResolved =>
            course.RecoveryDay > limits.LastExpectedDay ? "expected_resolved_late"
            : course.FirstLowDay is null ? "expected_resolved_baseline"
            : "expected_resolved",
        CytopeniaCategory.ExpectedOngoing => "expected_ongoing",
        CytopeniaCategory.BaselineCytopenia => "baseline_cytopenia",
        CytopeniaCategory.RecoveryUnverified => "recovery_unverified",
        CytopeniaCategory.LateOnset => course.RecoveryDay is null ? "late_onset" : "late_onset_resolved",
        CytopeniaCategory.Prolonged => course.RecoveryDay is null ? "prolonged" : "prolonged_resolved",
        CytopeniaCategory.Biphasic => course.IsConfirmed == true ? "biphasic_confirmed" : "biphasic_suspected",
    };
}
