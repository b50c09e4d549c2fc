using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>The sheet of HLH-2004 cases (specification 8.2).</summary>
public sealed class Hlh2004CaseTable : CaseTable
{
    static readonly Column<decimal> Age = Columns.Exact("age__wk", 0, 6270, meaning: "Age in weeks; decides the haemoglobin limit.");
    static readonly Column<Measured> Temperature = Columns.Number("temp_max__Cel", 30, 45, meaning: "Highest temperature of 72 h.");
    static readonly Column<bool> Splenomegaly = Columns.Flag("splenomegaly", "Enlarged spleen, latest since the infusion.");
    static readonly Column<Measured> Hemoglobin = Columns.Number("hemoglobin__g/L", 10, 250, meaning: "Lowest of 72 h.");
    static readonly Column<Measured> Platelets = Columns.Number("platelets__10*9/L", 0, 3000, meaning: "Lowest of 72 h.");
    static readonly Column<Measured> Neutrophils = Columns.Number("anc__10*9/L", 0, 200, meaning: "Lowest of 72 h.");
    static readonly Column<Measured> Lipids = Columns.Number("triglycerides__mmol/L", 0.1m, 150, meaning: "Highest of 72 h, as reported in mmol/L.");
    static readonly Column<bool> Fasting = Columns.Flag("tg_fasting", "That sample was taken fasting; empty counts as not fasting for a raised value.");
    static readonly Column<Measured> Fibrinogen = Columns.Number("fibrinogen__g/L", 0, 20, meaning: "Lowest of 72 h.");
    static readonly Column<bool> Histology = Columns.Flag("hemophagocytosis", "Seen in marrow, spleen, lymph nodes or liver; empty when not examined.");
    static readonly Column<Measured> Ferritin = Columns.Number("ferritin__ug/L", 0, 1_000_000, meaning: "Highest of 72 h.");
    static readonly Column<Measured> Receptor = Columns.Number("scd25__U/mL", 0, 500_000, meaning: "Soluble CD25 (sIL-2R); never converted from a mass.");
    static readonly Column<bool> Molecular = Columns.Flag("molecular_diagnosis", "Molecular diagnosis consistent with HLH; empty counts as no.");

    static readonly Column<NkActivity> Activity = Columns.Word(
        "nk_activity", "After any NK-cell infusion always uninterpretable_post_nk, which is never scored.",
        ("normal", NkActivity.Normal), ("low_or_absent", NkActivity.LowOrAbsent), ("uninterpretable_post_nk", NkActivity.UninterpretablePostNk));

    /// <inheritdoc/>
    public override string Name => "hlh2004";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Criteria { get; } = [Hlh2004.Criteria];

    /// <inheritdoc/>
    public override string Citation => "Henter JI et al. Pediatr Blood Cancer 2007;48:124-131. doi:10.1002/pbc.21039";

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Inputs { get; } =
    [
        Age, Temperature, Splenomegaly, Hemoglobin, Platelets, Neutrophils, Lipids, Fasting, Fibrinogen, Histology, Activity, Ferritin, Receptor,
        Molecular,
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Answers { get; } = ["count_min", "count_max", "call"];

    /// <inheritdoc/>
    protected override CaseResult Grade(CaseRow row)
    {
        var inputs = InputsOf(row);
        var (count, call) = (Hlh2004Grader.Grade(inputs), Hlh2004Grader.Call(inputs));
        return new CaseResult([count, call], [CaseText.Low(count), CaseText.High(count), CaseText.Call(call)]);
    }

    internal static Hlh2004Inputs InputsOf(CaseRow row) => new()
    {
        AgeWeeks = row.Value(Age),
        TemperatureMax = row.Value(Temperature),
        Splenomegaly = row.Value(Splenomegaly),
        Hemoglobin = row.Value(Hemoglobin),
        Platelets = row.Value(Platelets),
        Neutrophils = row.Value(Neutrophils),
        Triglycerides = row.Value(Lipids) is { } value ? Triglycerides.InMmolPerL(value) : null,
        TriglyceridesFasting = row.Value(Fasting),
        Fibrinogen = row.Value(Fibrinogen),
        Hemophagocytosis = row.Value(Histology),
        NkActivity = row.Value(Activity),
        Ferritin = row.Value(Ferritin),
        SolubleCd25 = row.Value(Receptor),
        MolecularDiagnosis = row.Reported(Molecular),
    };
}
