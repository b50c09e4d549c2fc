using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Quantities;

/// <summary>
/// The sheet of unit cases (specification of observations, 0.2 and 5): what a number in a unit is in the canonical unit, and whether it may be
/// entered. It grades nothing, so it has no result.
/// </summary>
public sealed class UnitsCaseTable : CaseTable
{
    /// <summary>So large a number is no typing slip; and no conversion of a smaller one can overflow.</summary>
    const decimal Largest = 100_000_000_000_000_000_000m;

    static readonly Column<string> Code = new("obs_code", ColumnKind.Word, Known)
    {
        Codes = QuantityRules.Codes, IsRequired = true, Meaning = "Observation code of the catalogue that holds a number.",
    };

    static readonly Column<Measured> Value = new("value", ColumnKind.Number, CellReader.Measured)
    {
        MayBeBound = true, Min = -Largest, Max = Largest, IsRequired = true, Meaning = "The number as entered, in the unit of the column unit.",
    };

    static readonly Column<string> Unit = Columns.Text(
        "unit", "UCUM unit as entered, compared letter by letter; one that is not listed for the code is answered with unknown_unit.", unit => unit);

    /// <inheritdoc/>
    public override string Name => "units";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Criteria { get; } = [QuantityRule.Criteria];

    /// <inheritdoc/>
    public override string Citation => "Our own: exact conversion and plausibility limits of the CarNkMonitor observation catalogue";

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Inputs { get; } = [Code, Value, Unit];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Answers { get; } = ["display", "unit", "disposition"];

    /// <inheritdoc/>
    protected override CaseResult Grade(CaseRow row)
    {
        var (rule, typed, unit) = (QuantityRules.Find(row.Entry(Code)!)!, row.Value(Value)!.Value, row.Entry(Unit) ?? "");
        var disposition = Word(rule.JudgeTyped(typed, unit));
        return rule.ToCanonical(typed.Value, unit) is { } canonical
            ? new CaseResult([], [typed.Sign + rule.Display(canonical, wasConverted: unit != rule.Unit), rule.Unit, disposition])
            : new CaseResult([], ["", "", disposition]);
    }

    static string Known(Column column, string cell) => QuantityRules.Find(cell) is not null ? cell
        : throw new FormatException($"'{cell}' is not an observation code that holds a number.");

    static string Word(Disposition disposition) => disposition switch
    {
        Disposition.Accept => "accept",
        Disposition.Confirm => "confirm",
        Disposition.Reject => "reject",
        Disposition.UnknownUnit => "unknown_unit",
    };
}
