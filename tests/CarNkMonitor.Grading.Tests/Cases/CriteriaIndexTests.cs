using System.Text.RegularExpressions;
using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Tests.Approval;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cases;

/// <summary>The page that lists every table, with the page that explains it: the one that names its file of cases.</summary>
public sealed class CriteriaIndexTests
{
    static readonly string Folder = Path.Combine(Approved.Root(), "docs", "criteria");

    [Fact]
    public void Every_table_is_listed_with_its_criteria_ids_page_and_source() => Approved.Block("criteria/README.md", "tables",
        "| table | criteria id | page | source |\n| --- | --- | --- | --- |\n" + string.Concat(CaseTables.All.Select(Line)));

    [Fact]
    public void Every_page_waits_for_a_haematologist_s_signature() =>
        Assert.Empty(Pages().Where(page => !File.ReadAllText(page).Contains("Reviewed by a haematologist", StringComparison.Ordinal)).Select(Path.GetFileName));

    static string Line(CaseTable table)
    {
        var page = Path.GetFileName(Assert.Single(Pages(), page => Regex.IsMatch(File.ReadAllText(page), $@"(?<![\w-]){Regex.Escape(table.Name)}\.csv")));
        return $"| `{table.Name}` | {string.Join(", ", table.Criteria.Select(id => $"`{id}`"))} | [{Path.GetFileNameWithoutExtension(page)}]({page}) | {table.Citation} |\n";
    }

    static IEnumerable<string> Pages() => Directory.EnumerateFiles(Folder, "*.md").Where(page => Path.GetFileName(page) != "README.md");
}
