using CarNkMonitor.Grading.Cases;

namespace CarNkMonitor.Grading.Infection;

/// <summary>The sheet of febrile neutropenia (specification 7): one case answers both definitions.</summary>
public sealed class FebrileNeutropeniaCaseTable : CaseTable
{
    static readonly Column<IReadOnlyList<TemperatureReading>> Temperatures = Columns.Text(
        "temps_min_c", "All temperatures of the fever episode, minute:Cel separated by blanks; minute 0 is the first one of at least 38.0.",
        cell => SeriesText.Read(cell, 30, 45, (minute, celsius) => new TemperatureReading(minute, celsius)));

    static readonly Column<IReadOnlyList<NeutrophilCount>> Counts = Columns.Text(
        "anc_h_10e9", "Neutrophil counts, hour:10*9/L separated by blanks; hour 0 is minute 0, hours before it are negative.",
        cell => SeriesText.Read(cell, 0, 200, (hour, count) => new NeutrophilCount(hour, count)));

    static readonly Column<bool> ExpectedToFall = Columns.Flag("fall_override", "A clinician expects the count to fall below 0.5 within 48 h.");

    /// <inheritdoc/>
    public override string Name => "febrile-neutropenia";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Criteria { get; } = [IdsaFebrileNeutropenia.Criteria, CtcaeFebrileNeutropenia.Criteria];

    /// <inheritdoc/>
    public override string Citation =>
        "Freifeld AG et al. Clin Infect Dis 2011;52:e56-93. doi:10.1093/cid/cir073 (alarm); National Cancer Institute. CTCAE v5.0, 27 November 2017 (grade)";

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Inputs { get; } = [Temperatures, Counts, ExpectedToFall];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Answers { get; } = ["idsa", "ctcae_grade"];

    /// <inheritdoc/>
    protected override CaseResult Grade(CaseRow row)
    {
        var inputs = InputsOf(row);
        var (alarm, grade) = (IdsaFebrileNeutropenia.Grade(inputs), CtcaeFebrileNeutropenia.Grade(inputs));
        return new CaseResult([alarm, grade], [
            alarm.State == GradeState.Determined ? CaseText.Low(alarm) : "indeterminate",
            grade.State == GradeState.Determined ? CaseText.Low(grade) : "",
        ]);
    }

    static FebrileNeutropeniaInputs InputsOf(CaseRow row) => new()
    {
        Temperatures = row.Entry(Temperatures) ?? [],
        Counts = row.Entry(Counts) ?? [],
        IsExpectedToFall = row.Reported(ExpectedToFall),
    };
}
