using System.Globalization;
using CsvHelper;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cases;

/// <summary>Reads a file of worked cases: rows that a clinician can read and add to.</summary>
static class WorkedCases
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "cases");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.csv").Select(file => Path.GetFileNameWithoutExtension(file));

    public static IReadOnlyList<CaseRow> Read(string name)
    {
        using var csv = CsvReader.FromFile(Path.Combine(Folder, name + ".csv"));
        var columns = csv.Headers;
        var rows = new List<CaseRow>();
        while (csv.Read())
        {
            rows.Add(new CaseRow(columns.ToDictionary(column => column, csv.GetString)));
        }

        return rows;
    }

    public static IEnumerable<TheoryDataRow<string>> Ids(string name) => Read(name).Select(row => new TheoryDataRow<string>(row["case_id"]));

    public static CaseRow Row(string name, string id) => Read(name).Single(row => row["case_id"] == id);
}

sealed class CaseRow(Dictionary<string, string> cells)
{
    public IReadOnlyDictionary<string, string> Cells => cells;

    public string this[string column] => cells[column];

    public string? Text(string column) => cells[column].Length == 0 ? null : cells[column];

    public decimal? Number(string column) => Text(column) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    public bool? Flag(string column) => Text(column) is { } text ? bool.Parse(text) : null;

    public string[]? List(string column) => Text(column)?.Split('|');
}
