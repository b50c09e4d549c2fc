using System.Globalization;
using System.Text;
using CarNkMonitor.Grading.Tests.Approval;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Infection;

/// <summary>Every kind of fever against every kind of count, as approved text and in the page for clinicians.</summary>
public sealed class FebrileNeutropeniaTruthTableTests
{
    static readonly (string Name, string Series)[] Fevers =
    [
        ("not recorded", ""), ("37.9 once", "0:37.9"), ("38.0 once", "0:38.0"), ("38.29 once", "0:38.29"), ("38.3 once", "0:38.3"), ("38.31 once", "0:38.31"),
        ("38.0 for 59 min", "0:38.0 59:38.0"), ("38.0 for 60 min", "0:38.0 60:38.0"), ("38.0 for 61 min", "0:38.0 61:38.0"), ("38.0 for 61 min with 37.9 between", "0:38.0 30:37.9 61:38.0"),
        ("38.0 twice, 240 min apart", "0:38.0 240:38.0"), ("38.0 twice, 241 min apart", "0:38.0 241:38.0"),
    ];

    static readonly (string Name, string Series)[] Counts =
    [
        ("not recorded", ""), ("0.09", "-6:0.09"), ("0.49", "-6:0.49"), ("0.5", "-6:0.5"), ("0.8, falling to 0.49", "-54:1.11 -6:0.8"), ("0.8, falling to 0.5", "-54:1.1 -6:0.8"),
        ("0.99", "-6:0.99"), ("1.0", "-6:1.0"), ("0.3, 72 h before", "-72:0.3"), ("0.3, 73 h before", "-73:0.3"), ("0.3, 24 h after", "24:0.3"), ("0.3, 25 h after", "25:0.3"),
    ];

    [Fact, Rule("FEB-3.1", "gvhd-cytopenia-observations 3.1 and 2.1; Freifeld 2011; CTCAE v5.0")]
    public void The_cells_are_the_approved_ones() => Approved.File("infection/febrile-neutropenia.txt", Cells("{0,-34} {1,-22} {2}\n"));

    [Fact]
    public void The_page_shows_the_same_cells() => Approved.Block(
        "criteria/febrile-neutropenia.md", "cells", "| temperature, °C | neutrophils, 10*9/L | IDSA, CTCAE grade |\n| --- | --- | --- |\n" + Cells("| {0} | {1} | {2} |\n"));

    static string Cells(string line)
    {
        var text = new StringBuilder();
        foreach (var fever in Fevers)
        {
            foreach (var count in Counts)
            {
                text.AppendFormat(CultureInfo.InvariantCulture, line, fever.Name, count.Name, FebrileNeutropeniaCase.Answers(fever.Series, count.Series));
            }
        }

        return text.ToString();
    }
}
