using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Cytopenia.Days;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>The sheet of recovery phenotypes (specification 7).</summary>
public sealed class PhenotypeCaseTable : CaseTable
{
    static readonly Column<IReadOnlyList<DayValue>> Counts = CountColumns.Neutrophils();
    static readonly Column<int> EndDay = CountColumns.EndDay();

    /// <inheritdoc/>
    public override string Name => "phenotype";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Criteria { get; } = [AncPhenotype.Criteria];

    /// <inheritdoc/>
    public override string Citation => "Rejeski K et al. Blood 2021;138:2499-2513. doi:10.1182/blood.2020010543";

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Inputs { get; } = [Counts, EndDay];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Answers { get; } = ["phenotype"];

    /// <inheritdoc/>
    protected override CaseResult Grade(CaseRow row)
    {
        var result = PhenotypeGrader.Grade(new() { Counts = row.Entry(Counts) ?? [], EndDay = row.Value(EndDay)!.Value });
        return new CaseResult([result], [result.State == GradeState.Determined ? CaseText.Low(result) : ""]);
    }
}
