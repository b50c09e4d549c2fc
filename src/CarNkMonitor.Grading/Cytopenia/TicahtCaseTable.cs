using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Cytopenia.Days;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>The sheet of T-ICAHT cases (specification 7).</summary>
public sealed class TicahtCaseTable : CaseTable
{
    static readonly Column<IReadOnlyList<DayValue>> Counts = CountColumns.Platelets();
    static readonly Column<int> EndDay = CountColumns.EndDay();

    /// <inheritdoc/>
    public override string Name => "ticaht";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Criteria { get; } = [Ticaht.Criteria];

    /// <inheritdoc/>
    public override string Citation => "Rejeski K et al. Blood 2025, Table 1. doi:10.1182/blood.2025028833";

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Inputs { get; } = [Counts, EndDay];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Answers { get; } = ["early_grade"];

    /// <inheritdoc/>
    protected override CaseResult Grade(CaseRow row)
    {
        var result = TicahtGrader.Early(new() { Counts = row.Entry(Counts) ?? [], EndDay = row.Value(EndDay)!.Value });
        return new CaseResult([result], [result.State == GradeState.Determined ? CaseText.Low(result) : ""]);
    }
}
