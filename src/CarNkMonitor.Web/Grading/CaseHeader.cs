using CarNkMonitor.Grading.Cases;
using static CarNkMonitor.Web.Grading.CaseFileException;

namespace CarNkMonitor.Web.Grading;

/// <summary>The header row of a file of cases: a column that nobody knows is refused, never passed over.</summary>
static class CaseHeader
{
    /// <summary>The names of the columns.</summary>
    /// <exception cref="CaseFileException">A column is unknown, unnamed, there twice, or missing.</exception>
    public static IReadOnlyList<string> Check(string file, IReadOnlyList<string> headers, CaseTable table)
    {
        string[] columns = [.. headers.Select(header => header.Trim())];
        if (columns.All(column => column.Length == 0))
        {
            throw new CaseFileException(file, "is empty; the first row names the columns.");
        }

        var problems = Problems(file, columns, table).ToList();
        return problems.Count == 0 ? columns : throw new CaseFileException(problems);
    }

    static IEnumerable<string> Problems(string file, string[] columns, CaseTable table)
    {
        string[] known = [.. CaseSheet.ColumnsOf(table)];
        if (!columns.Contains(CaseSheet.Id))
        {
            yield return At(file, 1, $"has no column {CaseSheet.Id}{(columns is [var only] && only.Contains(';', StringComparison.Ordinal) ? "; columns are separated by commas" : "")}.");
        }

        foreach (var column in columns.Except(known))
        {
            yield return column.Length == 0
                ? At(file, 1, $"column {Array.IndexOf(columns, column) + 1} has no name.")
                : At(file, 1, column, $"is not a column of {table.Name}. Its columns are {string.Join(", ", known)}.");
        }

        foreach (var column in columns.Where(column => column.Length > 0).GroupBy(column => column).Where(same => same.Count() > 1))
        {
            yield return At(file, 1, column.Key, "is there twice.");
        }

        foreach (var column in table.Inputs.Where(column => column.IsRequired && !columns.Contains(column.Name)))
        {
            yield return At(file, 1, column.Name, "is required and missing.");
        }
    }
}
