using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>The sheet of CARTOX HLH/MAS cases (specification 8.2).</summary>
public sealed class CartoxHlhCaseTable : CaseTable
{
    static readonly Column<Measured> Ferritin = Columns.Number("ferritin_peak__ug/L", 0, 1_000_000, meaning: "Highest of the CRS phase.");
    static readonly Column<Measured> Bilirubin = Columns.Number(
        "bilirubin_xuln__{ratio}", 0, null, meaning: "Highest total bilirubin as a multiple of its upper limit of normal.");
    static readonly Column<Measured> Ast = Columns.Number(
        "ast_xuln__{ratio}", 0, null, meaning: "Highest AST as a multiple of its upper limit of normal.");
    static readonly Column<Measured> Alt = Columns.Number(
        "alt_xuln__{ratio}", 0, null, meaning: "Highest ALT as a multiple of its upper limit of normal.");
    static readonly Column<int> Oliguria = Columns.Integer("oliguria_ctcae_grade", 0, 5, meaning: "Highest CTCAE v4.03 grade of oliguria.");
    static readonly Column<Measured> Creatinine = Columns.Number(
        "creatinine_x_baseline__{ratio}", 0, null, meaning: "Highest creatinine as a multiple of the last one before the infusion.");
    static readonly Column<int> PulmonaryEdema = Columns.Integer(
        "pulmonary_edema_ctcae_grade", 0, 5, meaning: "Highest CTCAE v4.03 grade of pulmonary oedema.");
    static readonly Column<bool> Histology = Columns.Flag("hemophagocytosis", "Seen in marrow or organ; empty when not examined.");

    /// <inheritdoc/>
    public override string Name => "cartox_hlh";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Criteria { get; } = [CartoxHlh.Criteria];

    /// <inheritdoc/>
    public override string Citation => "Neelapu SS et al. Nat Rev Clin Oncol 2018;15:47-62. doi:10.1038/nrclinonc.2017.148";

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Inputs { get; } = [Ferritin, Bilirubin, Ast, Alt, Oliguria, Creatinine, PulmonaryEdema, Histology];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Answers { get; } = ["count_min", "count_max", "call"];

    /// <inheritdoc/>
    protected override CaseResult Grade(CaseRow row)
    {
        var inputs = InputsOf(row);
        var (count, call) = (CartoxHlhGrader.Grade(inputs), CartoxHlhGrader.Call(inputs));
        return new CaseResult([count, call], [CaseText.Low(count), CaseText.High(count), CaseText.Call(call)]);
    }

    internal static CartoxHlhInputs InputsOf(CaseRow row) => new()
    {
        FerritinPeak = row.Value(Ferritin),
        Bilirubin = Ratio(row.Value(Bilirubin)),
        Ast = Ratio(row.Value(Ast)),
        Alt = Ratio(row.Value(Alt)),
        OliguriaGrade = row.Value(Oliguria),
        Creatinine = Ratio(row.Value(Creatinine)),
        PulmonaryEdemaGrade = row.Value(PulmonaryEdema),
        Hemophagocytosis = row.Value(Histology),
    };

    static Multiple? Ratio(Measured? ratio) => ratio is { } value ? new Multiple(value) : null;
}
