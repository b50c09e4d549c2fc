using System.Globalization;
using System.Text.Json;

namespace CarNkMonitor.Grading.Tests.Proof;

/// <summary>What became of the mutants of every report below a folder: killed or timed out, survived, or covered by no test.</summary>
sealed record MutationScore(int Killed, int Survived, int Uncovered)
{
    public decimal Percent => 100m * Killed / Math.Max(1, Killed + Survived + Uncovered);

    public static MutationScore In(string folder)
    {
        var states = Directory.EnumerateFiles(folder, "mutation-report.json", SearchOption.AllDirectories).SelectMany(States).CountBy(state => state).ToDictionary();
        return new MutationScore(states.GetValueOrDefault("Killed") + states.GetValueOrDefault("Timeout"), states.GetValueOrDefault("Survived"), states.GetValueOrDefault("NoCoverage"));
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Percent:0.0} % of {Killed + Survived + Uncovered} mutants killed, {Survived} survived, {Uncovered} covered by no test");

    static List<string> States(string file)
    {
        using var report = JsonDocument.Parse(File.ReadAllText(file));
        return
        [
            .. from source in report.RootElement.GetProperty("files").EnumerateObject()
               from mutant in source.Value.GetProperty("mutants").EnumerateArray()
               select mutant.GetProperty("status").GetString()!,
        ];
    }
}
