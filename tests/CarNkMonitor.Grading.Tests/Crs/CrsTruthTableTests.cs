using System.Text;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Tests.Approval;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Crs;

/// <summary>All 48 cells of the table, as approved text and in the page for clinicians.</summary>
public sealed class CrsTruthTableTests
{
    [Fact]
    [Rule("CRS-1.6", "crs-icans-mas 1.6; Lee 2019 Table 2")]
    public void The_48_cells_are_the_approved_ones() => Approved.File("crs/table.txt", Cells("{0,-8} {1,-20} {2,-17} {3}\n"));

    [Fact]
    public void The_page_shows_the_same_cells() => Approved.Block(
        "criteria/crs.md", "table", "| fever | hypotension | hypoxia | grade |\n| --- | --- | --- | --- |\n" + Cells("| {0} | {1} | {2} | {3} |\n"));

    static string Cells(string line)
    {
        var text = new StringBuilder();
        foreach (var fever in Enum.GetValues<Fever>())
        {
            foreach (var hypotension in Enum.GetValues<Hypotension>())
            {
                foreach (var hypoxia in Enum.GetValues<Hypoxia>())
                {
                    text.AppendFormat(null, line, fever, hypotension, hypoxia, (int)AstctCrs.Grade(fever, hypotension, hypoxia));
                }
            }
        }

        return text.ToString();
    }
}
