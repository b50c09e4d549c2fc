using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Infection;

namespace CarNkMonitor.Grading.Tests.Infection;

/// <summary>Short forms for the tests of febrile neutropenia: series as the case files write them.</summary>
static class FebrileNeutropeniaCase
{
    /// <summary>As the two answers of the sheet: <c>yes 3</c>, <c>indeterminate -</c>.</summary>
    public static string Answers(string temperatures, string counts, bool expectedToFall = false)
    {
        var answers = new FebrileNeutropeniaCaseTable().Grade(new Dictionary<string, string>
        {
            ["temps_min_c"] = temperatures, ["anc_h_10e9"] = counts, ["fall_override"] = expectedToFall ? "true" : "",
        }).Answers;
        return $"{answers[0]} {(answers[1].Length == 0 ? "-" : answers[1])}";
    }

    public static FebrileNeutropeniaInputs Inputs(string temperatures, string counts) => new()
    {
        Temperatures = [.. Series(temperatures).Select(entry => new TemperatureReading(entry.Time, entry.Value))],
        Counts = [.. Series(counts).Select(entry => new NeutrophilCount(entry.Time, entry.Value))],
    };

    static IEnumerable<(decimal Time, Measured Value)> Series(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split(':'))
        .Select(parts => (Ctcae.Lab.Number(parts[0]), parts[1][0] is '<' or '>' ? Ctcae.Lab.Bound(parts[1]) : new Measured(Ctcae.Lab.Number(parts[1]))));
}
