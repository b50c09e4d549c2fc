namespace CarNkMonitor.Grading.Cases;

/// <summary>The cells of one case, read and checked; an empty cell is null.</summary>
public sealed class CaseRow
{
    readonly Dictionary<Column, object> _values;

    CaseRow(Dictionary<Column, object> values) => _values = values;

    /// <summary>Reads the cells of a row.</summary>
    /// <param name="columns">The input columns of the table; one that has no cell counts as empty.</param>
    /// <param name="cells">Column name to text. Cells of other columns are not looked at.</param>
    /// <exception cref="CaseInputException">One or more cells cannot be read; all of them are named.</exception>
    public static CaseRow Read(IReadOnlyList<Column> columns, IReadOnlyDictionary<string, string> cells)
    {
        var values = new Dictionary<Column, object>();
        var problems = new List<CaseProblem>();
        foreach (var column in columns)
        {
            var cell = cells.GetValueOrDefault(column.Name)?.Trim() ?? "";
            try
            {
                if (cell.Length > 0)
                {
                    values[column] = column.Read(cell);
                }
                else if (column.IsRequired)
                {
                    problems.Add(new CaseProblem(column.Name, "is required and empty."));
                }
            }
            catch (FormatException unreadable)
            {
                problems.Add(new CaseProblem(column.Name, unreadable.Message));
            }
        }

        return problems.Count == 0 ? new CaseRow(values) : throw new CaseInputException(problems);
    }

    /// <summary>The value of a column of plain values; null when the cell is empty.</summary>
    public T? Value<T>(Column<T> column) where T : struct => _values.TryGetValue(column, out var value) ? (T)value : null;

    /// <summary>The value of a column of objects; null when the cell is empty.</summary>
    public T? Entry<T>(Column<T> column) where T : class => _values.TryGetValue(column, out var value) ? (T)value : null;

    /// <summary>An event field: not reported is no (specification 0.3 item 2).</summary>
    public bool Reported(Column<bool> column) => Value(column) == true;
}
