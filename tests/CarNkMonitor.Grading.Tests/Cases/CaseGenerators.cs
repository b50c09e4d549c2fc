using System.Globalization;
using CarNkMonitor.Grading.Cases;
using CsCheck;

namespace CarNkMonitor.Grading.Tests.Cases;

/// <summary>Random cells for any table: worked cases of its file with some cells replaced by others that the column allows, or by nonsense.</summary>
static class CaseGenerators
{
    static readonly string[] Nonsense = ["abc", "1e5", "38,5", "0x10", "NaN", "--1", "1 2", "TRUE", "nil", "<", ">x", "\u0663", "1|2", "none|", ";"];

    /// <summary>Every cell is one that its column allows; together they may still contradict each other.</summary>
    public static Gen<Dictionary<string, string>> Valid(CaseTable table)
    {
        var rows = WorkedCases.Read(table.Name);
        var cells = table.Inputs.Select(column => Cell(column, rows).Select(cell => (column.Name, Cell: cell))).ToArray();
        return from row in OneOf([.. rows])
               from changes in Gen.OneOf(cells).Array[0, 4]
               select With(row, changes);
    }

    /// <summary>As <see cref="Valid"/>, with nonsense in one column that is not free text.</summary>
    public static Gen<(Dictionary<string, string> Cells, string Column)> Wrong(CaseTable table) =>
        from cells in Valid(table)
        from column in OneOf([.. table.Inputs.Where(column => column.Kind != ColumnKind.Text)])
        from nonsense in OneOf(Nonsense)
        select (new Dictionary<string, string>(cells) { [column.Name] = nonsense }, column.Name);

    /// <summary>As <see cref="Valid"/>, with any short text in the columns of free text.</summary>
    public static Gen<Dictionary<string, string>> Scrawled(CaseTable table) =>
        from cells in Valid(table)
        from scrawl in Gen.String[Gen.Char["0123456789:;=<>|.- aé\t,"], 0, 12]
        select table.Inputs.Where(column => column.Kind == ColumnKind.Text)
            .Aggregate(cells, (all, column) => new Dictionary<string, string>(all) { [column.Name] = scrawl });

    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    static Gen<string> Cell(Column column, IReadOnlyList<CaseRow> rows) => Gen.Frequency((1, Gen.Const("")), (5, Filled(column, rows)));

    static Gen<string> Filled(Column column, IReadOnlyList<CaseRow> rows) => column.Kind switch
    {
        ColumnKind.Number => Between(column, 1000),
        ColumnKind.WholeNumber => Between(column, 1),
        ColumnKind.Flag => Gen.Bool.Select(flag => flag ? "true" : "false"),
        ColumnKind.Word => OneOf([.. column.Codes]),
        ColumnKind.List => OneOf([.. column.Codes]).Array[1, 3].Select(Joined),
        ColumnKind.Text => OneOf([.. rows.Select(row => row.Cells.GetValueOrDefault(column.Name) ?? "")]),
    };

    /// <summary>Limits often, and values that a worked case might hold more often than those of the far end.</summary>
    static Gen<string> Between(Column column, int steps)
    {
        var (min, max) = (Math.Max(column.Min ?? -40, -1_000_000_000), Math.Min(column.Max ?? 100_000, 1_000_000_000));
        return Gen.Frequency((1, Gen.Bool.Select(low => low ? min : max)), (4, Steps(min, Math.Min(max, min + 200), steps)), (2, Steps(min, max, steps)))
            .Select(number => number.ToString(CultureInfo.InvariantCulture));
    }

    static Gen<decimal> Steps(decimal min, decimal max, int steps) => Gen.Long[(long)(min * steps), (long)(max * steps)].Select(step => (decimal)step / steps);

    static string Joined(string[] codes) => codes.Contains("none") ? "none" : string.Join('|', codes.Distinct());

    static Dictionary<string, string> With(CaseRow row, (string Name, string Cell)[] changes)
    {
        var cells = new Dictionary<string, string>(row.Cells);
        foreach (var (name, cell) in changes)
        {
            cells[name] = cell;
        }

        return cells;
    }
}
