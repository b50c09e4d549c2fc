namespace CarNkMonitor.Grading.Cases;

/// <summary>
/// A table as a sheet of cases: named input columns and named answers. The verb <c>grade</c>, the stateless interface and the tests of the worked
/// cases all grade through it.
/// </summary>
public abstract class CaseTable
{
    /// <summary>Base name of its case file, for example <c>crs</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Ids of the criteria that answer.</summary>
    public abstract IReadOnlyList<string> Criteria { get; }

    /// <summary>Published source: authors, year, journal, DOI; or that it is our own proposal.</summary>
    public abstract string Citation { get; }

    /// <summary>The input columns in the order of the file.</summary>
    public abstract IReadOnlyList<Column> Inputs { get; }

    /// <summary>Names of the computed columns, in the order of the file: those of its <c>expected_</c> columns without the prefix, a bare <c>expected</c> as <c>result</c>.</summary>
    public abstract IReadOnlyList<string> Answers { get; }

    /// <summary>Reads and grades one case.</summary>
    /// <param name="cells">Column name to text; an absent column counts as empty.</param>
    /// <exception cref="CaseInputException">A cell cannot be read, a required one is empty, or cells contradict each other.</exception>
    public CaseResult Grade(IReadOnlyDictionary<string, string> cells) => Grade(CaseRow.Read(Inputs, cells));

    /// <summary>Grades one case that was read.</summary>
    /// <exception cref="CaseInputException">Cells contradict each other.</exception>
    protected abstract CaseResult Grade(CaseRow row);
}
