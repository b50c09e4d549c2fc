using System.Globalization;
using CsvHelper;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Schedule;

/// <summary>Rows of a worked case file as column and text.</summary>
static class ScheduleCases
{
    public static IEnumerable<TheoryDataRow<IReadOnlyDictionary<string, string>>> Of(string file)
    {
        using var csv = CsvReader.FromFile(Path.Combine(AppContext.BaseDirectory, "cases", file));
        var columns = csv.Headers;
        while (csv.Read())
        {
            var row = columns.ToDictionary(column => column, csv.GetString);
            yield return new(row) { TestDisplayName = $"{row["case_id"]} {row["deciding_rule"]}" };
        }
    }

    public static int Number(this IReadOnlyDictionary<string, string> row, string column) =>
        int.Parse(row[column], CultureInfo.InvariantCulture);

    public static int? NumberOrBlank(this IReadOnlyDictionary<string, string> row, string column) =>
        row[column] == "" ? null : row.Number(column);

    public static DateTime LocalTime(this IReadOnlyDictionary<string, string> row, string column) =>
        DateTime.ParseExact(row[column], "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    /// <summary>The case files spell an enum member <c>twice_weekly</c>.</summary>
    public static string SnakeCase(Enum value) => string.Concat(value.ToString()
        .Select((letter, at) => char.IsUpper(letter) && at > 0 ? "_" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}
