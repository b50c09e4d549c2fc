using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Mas;

/// <summary>The sheet of EULAR/ACR/PRINTO cases (specification 8.2).</summary>
public sealed class EularMasCaseTable : CaseTable
{
    static readonly Column<bool> Sjia = Columns.Flag("known_or_suspected_sjia", "Systemic juvenile idiopathic arthritis; empty counts as no.");
    static readonly Column<bool> Febrile = Columns.Flag("febrile", "A temperature of at least 38.0 Cel in the last 24 h; empty without a reading.");
    static readonly Column<Measured> Ferritin = Columns.Number("ferritin__ug/L", 0, 1_000_000, meaning: "Highest of 72 h.");
    static readonly Column<Measured> Platelets = Columns.Number("platelets__10*9/L", 0, 3000, meaning: "Lowest of 72 h.");
    static readonly Column<Measured> Ast = Columns.Number("ast__U/L", 0, 25_000, meaning: "Highest of 72 h.");
    static readonly Column<Measured> Lipids = Columns.Number("triglycerides__mg/dL", 0, 13_285.5m, meaning: "Highest of 72 h, as reported in mg/dL.");
    static readonly Column<Measured> Fibrinogen = Columns.Number("fibrinogen__mg/dL", 0, 2000, meaning: "Lowest of 72 h.");

    /// <inheritdoc/>
    public override string Name => "eular2016_mas";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Criteria { get; } = [EularMas.Criteria];

    /// <inheritdoc/>
    public override string Citation => "Ravelli A et al. Arthritis Rheumatol 2016;68:566-576. doi:10.1002/art.39332";

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Inputs { get; } = [Sjia, Febrile, Ferritin, Platelets, Ast, Lipids, Fibrinogen];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Answers { get; } = ["count", "call"];

    /// <inheritdoc/>
    protected override CaseResult Grade(CaseRow row)
    {
        var inputs = InputsOf(row);
        var (count, call) = (EularMasGrader.Grade(inputs), EularMasGrader.Call(inputs));
        // The file counts the items that are true also where the criteria do not apply.
        return new CaseResult([count, call], [CaseText.Of(EularMasFindings.Count(inputs).Low), CaseText.Call(call)]);
    }

    internal static EularMasInputs InputsOf(CaseRow row) => new()
    {
        KnownOrSuspectedSjia = row.Reported(Sjia),
        IsFebrile = row.Value(Febrile),
        Ferritin = row.Value(Ferritin),
        Platelets = row.Value(Platelets),
        Ast = row.Value(Ast),
        Triglycerides = row.Value(Lipids) is { } value ? Triglycerides.InMgPerDL(value) : null,
        // Exact: 100 mg/dL are 1 g/L.
        Fibrinogen = row.Value(Fibrinogen) is { } massPerDecilitre ? massPerDecilitre with { Value = massPerDecilitre.Value / 100m } : null,
    };
}
