using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>The sheet of expected and unexpected cytopenia (specification 7). The depth is graded from the same series.</summary>
public sealed class CytopeniaWindowCaseTable : CaseTable
{
    static readonly Column<BloodLineage> Lineage = Columns.Word("lineage", "Cell line: anc and plt in 10*9/L, hgb in g/L.", required: true,
        ("anc", BloodLineage.Neutrophils), ("plt", BloodLineage.Platelets), ("hgb", BloodLineage.Hemoglobin));

    static readonly Column<int> ConditioningDay = Required("ld1_day", -365, 0, "RecoveryDay of the first conditioning dose; negative.");
    static readonly Column<int> EvaluationDay = Required("eval_day", -365, 36_500, "RecoveryDay of the evaluation; later counts are not read.");

    static readonly Column<Measured> Baseline = Columns.Number(
        "baseline", 0, CytopeniaCodes.MostPlatelets, meaning: "Last count before conditioning; an empty cell counts as normal.");

    static readonly Column<IReadOnlyList<DayValue>> Counts = Columns.Text(
        "series", "Counts as day:value, separated by blanks, in any order; a day may occur more than once.", cell => DaySeries.Read(cell, CytopeniaCodes.MostPlatelets));

    static readonly Column<IReadOnlyList<int>> Transfused = Columns.Text(
        "transfusion_days", "RecoveryDays of transfusions of the matching product, separated by blanks; not read for anc.", DaySeries.ReadDays);

    /// <inheritdoc/>
    public override string Name => "cytopenia-window";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Criteria { get; } = [CnkCytopenia.Criteria];

    /// <inheritdoc/>
    public override string Citation => "CarNkMonitor proposal, specification of cytopenias 2.7; to be confirmed by the study's physicians";

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Inputs { get; } = [Lineage, ConditioningDay, Baseline, Counts, Transfused, EvaluationDay];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Answers { get; } = ["category", "confirmation", "recovery_day"];

    /// <inheritdoc/>
    protected override CaseResult Grade(CaseRow row)
    {
        var inputs = new CytopeniaInputs
        {
            Lineage = row.Value(Lineage)!.Value,
            ConditioningDay = row.Value(ConditioningDay)!.Value,
            EvaluationDay = row.Value(EvaluationDay)!.Value,
            Baseline = row.Value(Baseline),
            Counts = row.Entry(Counts) ?? [],
            TransfusionDays = row.Entry(Transfused) ?? [],
        };
        Check(inputs);
        return Answered(inputs, CytopeniaGrader.Grade(inputs with { EarlyGrade = EarlyGradeOf(inputs) }));
    }

    static CaseResult Answered(CytopeniaInputs inputs, GradeResult result)
    {
        var courses = CytopeniaCourse.AllOf(inputs);
        var confirmed = courses.Select(course => course.IsConfirmed).Distinct().ToArray() is [{ } one] ? one : (bool?)null;
        var recovery = courses.Select(course => course.RecoveryDay).Distinct().ToArray() is [{ } day] ? day : (int?)null;
        return new CaseResult(
            [result],
            [
                result.State == GradeState.Determined ? CaseText.Low(result) : "",
                confirmed switch { true => "confirmed", false => "suspected", null => "" },
                CaseText.Of(recovery),
            ]);
    }

    /// <summary>Possible values depend on the lineage: a haemoglobin of 8.1 is one in g/dL.</summary>
    static void Check(CytopeniaInputs inputs)
    {
        var (min, max) = inputs.Lineage.Possible();
        foreach (var (column, value) in inputs.Counts.Select(count => (Counts.Name, count.Value.Value)).Append((Baseline.Name, inputs.Baseline?.Value ?? min)))
        {
            if (value < min || value > max)
            {
                throw new CaseInputException(column, FormattableString.Invariant($"{value} is not possible for {inputs.Lineage.Code()}; allowed: {min} to {max} {inputs.Lineage.Unit()}."));
            }
        }
    }

    static GradeResult? EarlyGradeOf(CytopeniaInputs inputs) => inputs.Lineage switch
    {
        BloodLineage.Neutrophils => IcahtGrader.Early(new() { Counts = [.. inputs.Counts.Select(PerMicroliter)], EndDay = inputs.EvaluationDay }),
        BloodLineage.Platelets => TicahtGrader.Early(new() { Counts = inputs.Counts, EndDay = inputs.EvaluationDay }),
        BloodLineage.Hemoglobin => null,
    };

    static DayValue PerMicroliter(DayValue count) => count with { Value = count.Value with { Value = count.Value.Value * CytopeniaCodes.PerMicroliter } };

    static Column<int> Required(string name, decimal? min, decimal? max, string meaning) =>
        new(name, ColumnKind.WholeNumber, CellReader.Integer) { Min = min, Max = max, Unit = "d", IsRequired = true, Meaning = meaning };
}
