using System.Text;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Tests.Approval;
using Xunit;
using static CarNkMonitor.Grading.Cytopenia.CytopeniaCategory;

namespace CarNkMonitor.Grading.Tests.Cytopenia;

public sealed class CnkCytopeniaTests
{
    const string Source = "gvhd-cytopenia-observations 2.7 categories";

    static readonly CytopeniaFindings[] Findings =
    [
        .. from baseline in (bool[])[false, true] from recovered in (bool[])[false, true] from low in (bool[])[false, true]
           from again in (bool[])[false, true] from began in (bool[])[false, true] from late in (bool[])[false, true] from past in (bool[])[false, true]
           where Hangs(baseline, recovered, low, again, began, late, past)
           select new CytopeniaFindings(baseline, recovered, low, again, began, late, past),
    ];

    [Fact, Rule("WINDOW-2.7", Source)]
    public void Every_combination_that_can_be_has_the_approved_category() =>
        Approved.File("cytopenia-window/table.txt", Rows("{0,-8} {1,-9} {2,-7} {3,-9} {4,-10} {5,-8} {6,-11} {7}\n"));

    [Fact]
    public void The_page_shows_the_same_combinations() => Approved.Block("criteria/cytopenia-window.md", "table",
        "| baseline low | recovered | was low | low again | first low late | low late | past window | category |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n"
        + Rows("| {0} | {1} | {2} | {3} | {4} | {5} | {6} | {7} |\n"));

    [Theory, Rule("WINDOW-2.7", Source)]
    [InlineData(None, false)]
    [InlineData(ExpectedResolved, false)]
    [InlineData(ExpectedOngoing, false)]
    [InlineData(BaselineCytopenia, false)]
    [InlineData(RecoveryUnverified, false)]
    [InlineData(LateOnset, true)]
    [InlineData(Prolonged, true)]
    [InlineData(Biphasic, true)]
    public void Three_categories_are_signals(CytopeniaCategory category, bool signal) => Assert.Equal(signal, category.IsSignal());

    /// <summary>Combinations that some course can bring about.</summary>
    static bool Hangs(bool baseline, bool recovered, bool low, bool again, bool began, bool late, bool past) =>
        (low || (!baseline && !recovered && !began && !late))
        && (!again || recovered)
        && (past || (!began && !late))
        && (!began || baseline || late)
        && (!began || !baseline || late || again);

    static string Rows(string line)
    {
        var text = new StringBuilder().AppendFormat(null, line, "baseline", "recovered", "was low", "low again", "began late", "low late", "past window", "category");
        if (line.StartsWith('|'))
        {
            text.Clear();
        }

        foreach (var one in Findings)
        {
            text.AppendFormat(null, line, YesNo(one.BaselineIsLow), YesNo(one.HasRecovered), YesNo(one.WasLow), YesNo(one.IsLowAgain), YesNo(one.BeganLate),
                YesNo(one.IsLowLate), YesNo(one.IsPastWindow), CnkCytopenia.Words.Word((int)CnkCytopenia.Of(one)));
        }

        return text.ToString();
    }

    static string YesNo(bool value) => value ? "yes" : "-";
}
