using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>The sheet of HScore cases (specification 8.2).</summary>
public sealed class HScoreCaseTable : CaseTable
{
    static readonly Column<bool> Immunosuppression = Columns.Flag(
        "immunosuppression", "HIV or long-term immunosuppressants; lymphodepletion alone is false.");
    static readonly Column<Measured> Temperature = Columns.Number("temp_max__Cel", 30, 45, meaning: "Highest temperature of 72 h.");
    static readonly Column<bool> Hepatomegaly = Columns.Flag("hepatomegaly", "Enlarged liver, latest since the infusion.");
    static readonly Column<bool> Splenomegaly = Columns.Flag("splenomegaly", "Enlarged spleen, latest since the infusion.");
    static readonly Column<Measured> Hemoglobin = Columns.Number("hemoglobin__g/L", 10, 250, meaning: "Lowest of 72 h.");
    static readonly Column<Measured> Leukocytes = Columns.Number("wbc__10*9/L", 0, 1000, meaning: "Lowest of 72 h.");
    static readonly Column<Measured> Platelets = Columns.Number("platelets__10*9/L", 0, 3000, meaning: "Lowest of 72 h.");
    static readonly Column<Measured> Ferritin = Columns.Number("ferritin__ug/L", 0, 1_000_000, meaning: "Highest of 72 h.");
    static readonly Column<Measured> Lipids = Columns.Number("triglycerides__mmol/L", 0.1m, 150, meaning: "Highest of 72 h, as reported in mmol/L.");
    static readonly Column<Measured> Fibrinogen = Columns.Number("fibrinogen__g/L", 0, 20, meaning: "Lowest of 72 h.");
    static readonly Column<Measured> Ast = Columns.Number("ast__U/L", 0, 25_000, meaning: "Highest of 72 h.");
    static readonly Column<bool> Histology = Columns.Flag("hemophagocytosis", "Seen on a marrow aspirate; empty when not examined.");

    /// <inheritdoc/>
    public override string Name => "hscore";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Criteria { get; } = [HScore.Criteria];

    /// <inheritdoc/>
    public override string Citation => "Fardet L et al. Arthritis Rheumatol 2014;66:2613-2620. doi:10.1002/art.38690";

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Inputs { get; } =
    [
        Immunosuppression, Temperature, Hepatomegaly, Splenomegaly, Hemoglobin, Leukocytes, Platelets, Ferritin, Lipids, Fibrinogen, Ast, Histology,
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Answers { get; } = ["score_min", "score_max", "call", "probability_pct"];

    /// <inheritdoc/>
    protected override CaseResult Grade(CaseRow row)
    {
        var inputs = InputsOf(row);
        var (score, call) = (HScoreGrader.Grade(inputs), HScoreGrader.Call(inputs));
        var probability = HScoreProbability.Text(score.Low!.Value, score.High!.Value);
        return new CaseResult([score, call], [CaseText.Low(score), CaseText.High(score), CaseText.Call(call), probability]);
    }

    internal static HScoreInputs InputsOf(CaseRow row) => new()
    {
        KnownImmunosuppression = row.Value(Immunosuppression),
        TemperatureMax = row.Value(Temperature),
        Hepatomegaly = row.Value(Hepatomegaly),
        Splenomegaly = row.Value(Splenomegaly),
        Hemoglobin = row.Value(Hemoglobin),
        Leukocytes = row.Value(Leukocytes),
        Platelets = row.Value(Platelets),
        Ferritin = row.Value(Ferritin),
        Triglycerides = row.Value(Lipids) is { } value ? Triglycerides.InMmolPerL(value) : null,
        Fibrinogen = row.Value(Fibrinogen),
        Ast = row.Value(Ast),
        Hemophagocytosis = row.Value(Histology),
    };
}
