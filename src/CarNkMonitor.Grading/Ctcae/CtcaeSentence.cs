using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Ctcae;

/// <summary>The one sentence of a laboratory term.</summary>
static class CtcaeSentence
{
    static readonly Sentences Say = new("Ctcae.CtcaeSentences");

    public static Sentence NotAssessed(LabCriterion row) => Say.Say("not_assessed", Name(row), Edition(row));

    public static Sentence Of(LabCriterion row, LabInputs lab, GradeResult result) => (result.Low, result.High) switch
    {
        ({ } low, { } high) when low == high => OfGrade(row, lab, result, low),
        ({ } low, { } high) => OfRange(row, lab, result, low, high),
        _ => string.IsNullOrEmpty(lab.Unit)
            ? Say.Say("no_unit", Name(row), Edition(row))
            : Say.Say("unknown_unit", Name(row), Edition(row), lab.Unit),
    };

    static Sentence OfGrade(LabCriterion row, LabInputs lab, GradeResult result, int grade) => Say.Say(
        grade == 0 ? "none"
        : Stands(row, lab with { LifeThreatening = false }, grade) ? "life_threatening"
        : Stands(row, lab with { TransfusionIndicated = false }, grade) ? "transfusion"
        : Stands(row, lab.WithoutBleeding, grade) ? "bleeding"
        : result.Flags.Contains(CtcaeFlag.WithinReference) ? "within_reference"
        : "grade",
        Name(row), Edition(row), grade);

    /// <summary>The grade stands on the statement that was taken away.</summary>
    static bool Stands(LabCriterion row, LabInputs without, int grade) => row.LevelsOf(without) != new Levels(grade, grade);

    static Sentence OfRange(LabCriterion row, LabInputs lab, GradeResult result, int low, int high) =>
        Open(row, lab, result) is { Length: > 0 } missing ? Say.Say("missing", Name(row), Edition(row), low, high, missing)
        : result.Flags.Contains(CtcaeFlag.UnknownUnit) ? Say.Say("unit_open", Name(row), Edition(row), low, high, lab.Unit!)
        : Say.Say("bound", Name(row), Edition(row), low, high);

    /// <summary>Without ULN a term stays open also where no ULN would change the grade (2.1).</summary>
    static string[] Open(LabCriterion row, LabInputs lab, GradeResult result) => result.Missing is { Count: > 0 } missing
        ? [.. missing.Select(input => input.Code)]
        : lab.Uln is null && row.Reads.HasFlag(LabLimits.Uln) ? [CtcaeCodes.Uln] : [];

    static Sentence Name(LabCriterion row) => Say.Say(row.Term);

    static string Edition(LabCriterion row) => row.Criteria["CTCAE-".Length..];
}
