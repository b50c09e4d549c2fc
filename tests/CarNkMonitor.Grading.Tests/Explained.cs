using System.Text;
using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Tests;

/// <summary>Everything that a result says of itself, as text that a person can read and approve.</summary>
static class Explained
{
    public static string Text(IEnumerable<(string Name, GradeResult Result)> results)
    {
        var text = new StringBuilder();
        foreach (var (name, result) in results)
        {
            text.Append(null, $"# {name}\n");
            text.Append(null, $"{result.Criteria} {Level(result, result.Low)}-{Level(result, result.High)} {result.State}\n");
            text.Append(null, $"drivers: {string.Join("; ", result.Drivers.Select(driver => $"{driver.Code} {driver.Value} {driver.Unit}".Trim()))}\n");
            text.Append(null, $"missing: {string.Join("; ", result.Missing.Select(missing => $"{missing.Code} {string.Join(",", missing.CouldReach)}"))}\n");
            text.Append(null, $"{result.Sentence.English}\n{result.Sentence.In(Sentence.Chinese)}\n\n");
        }

        return text.ToString();
    }

    static string Level(GradeResult result, int? level) => level is { } known ? result.Scale.Word(known) : "none";
}
