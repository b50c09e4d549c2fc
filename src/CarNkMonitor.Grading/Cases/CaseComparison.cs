using System.Globalization;

namespace CarNkMonitor.Grading.Cases;

/// <summary>A computed cell that is not what the file expects.</summary>
/// <param name="Answer">Name of the answer column, without its prefix.</param>
/// <param name="Expected">As the file writes it.</param>
/// <param name="Computed">As the table computes it.</param>
public sealed record CaseDisagreement(string Answer, string Expected, string Computed);

/// <summary>Compares answers with the <c>expected_</c> columns of a file.</summary>
public static class CaseComparison
{
    const string Prefix = "expected_";

    /// <summary>A blank cell here was not worked out by hand; every other blank says that there is no value.</summary>
    const string NotAlwaysGiven = "doubling_time__h";

    /// <summary>The column of the file that holds what is expected of this answer.</summary>
    public static string ColumnOf(string answer) => answer == "result" ? "expected" : Prefix + answer;

    /// <summary>Every answer that differs: numbers by value, <c>flags</c> as sets, a blank only like a blank. Answers that the file has no column for are not compared.</summary>
    public static IReadOnlyList<CaseDisagreement> Of(CaseTable table, CaseResult result, IReadOnlyDictionary<string, string> cells) =>
    [
        .. from pair in table.Answers.Zip(result.Answers)
           where cells.TryGetValue(ColumnOf(pair.First), out var expected) && !AreEqual(pair.First, expected.Trim(), pair.Second)
           select new CaseDisagreement(pair.First, cells[ColumnOf(pair.First)], pair.Second),
    ];

    static bool AreEqual(string answer, string expected, string computed) =>
        expected == computed
        || (answer == NotAlwaysGiven && expected.Length == 0)
        || (answer == "flags" && expected.Split('|', StringSplitOptions.TrimEntries).ToHashSet().SetEquals(computed.Split('|')))
        || (Number(expected) is { } one && one == Number(computed));

    static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
