using CarNkMonitor.Grading.Cases;

namespace CarNkMonitor.Web.Grading;

/// <summary>A file of cases as it was read: nothing is graded yet.</summary>
/// <param name="File">As the person named it, for messages.</param>
/// <param name="Rows">In the order of the file.</param>
public sealed record CaseSheet(string File, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>Columns that people read and nobody grades.</summary>
    public static readonly IReadOnlyList<string> Comments = ["vignette", "rule", "deciding_rule"];

    /// <summary>The column that names each case.</summary>
    public const string Id = "case_id";

    /// <summary>Every column that a file for this table may have.</summary>
    public static IEnumerable<string> ColumnsOf(CaseTable table) =>
        [Id, .. table.Inputs.Select(column => column.Name), .. table.Answers.Select(CaseComparison.ColumnOf), .. Comments];
}

/// <summary>One case.</summary>
/// <param name="Line">Line of the file on which the row starts, the header counted, and every line break inside quotes.</param>
/// <param name="Id">Its <c>case_id</c>.</param>
/// <param name="Cells">Column name to text.</param>
public sealed record SheetRow(long Line, string Id, IReadOnlyDictionary<string, string> Cells);

/// <summary>A file that cannot be graded: nothing of it was. Each problem names file and, where there is one, line and column.</summary>
public sealed class CaseFileException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>One problem of the file as a whole.</summary>
    public CaseFileException(string file, string problem) : this([$"{file}: {problem}"])
    {
    }

    public IReadOnlyList<string> Problems => problems;

    public static string At(string file, long line, string problem) => FormattableString.Invariant($"{file}, line {line}: {problem}");

    public static string At(string file, long line, string column, string problem) =>
        FormattableString.Invariant($"{file}, line {line}, column {column}: {problem}");
}
