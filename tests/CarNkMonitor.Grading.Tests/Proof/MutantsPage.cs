using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CarNkMonitor.Grading.Tests.Proof;

/// <summary>Every mutant of the reports below a folder that no test noticed, with what stands in the code and what was put in its place.</summary>
static class MutantsPage
{
    const int Longest = 100;

    public static string Of(string folder)
    {
        var text = new StringBuilder("""
            # Mutants that survived

            Written by `./tests/proof.sh grading --nightly` from the reports of Stryker; [mutation.md](mutation.md) judges them by kind.

            | where | in | put in its place |
            | --- | --- | --- |

            """);
        foreach (var one in Directory.EnumerateFiles(folder, "mutation-report.json", SearchOption.AllDirectories).SelectMany(Survivors).Order(StringComparer.Ordinal))
        {
            text.Append(null, $"{one}\n");
        }

        return text.ToString();
    }

    static List<string> Survivors(string file)
    {
        using var report = JsonDocument.Parse(File.ReadAllText(file));
        return
        [
            .. from source in report.RootElement.GetProperty("files").EnumerateObject()
               let name = source.Name[(source.Name.LastIndexOf("CarNkMonitor.Grading/", StringComparison.Ordinal) + "CarNkMonitor.Grading/".Length)..]
               let lines = source.Value.GetProperty("source").GetString()!.Split('\n')
               from mutant in source.Value.GetProperty("mutants").EnumerateArray()
               where mutant.GetProperty("status").GetString() is "Survived" or "NoCoverage"
               let start = mutant.GetProperty("location").GetProperty("start")
               let line = start.GetProperty("line").GetInt32()
               select string.Create(CultureInfo.InvariantCulture,
                   $"| {name}:{line:000}:{start.GetProperty("column").GetInt32()} | {Cell(lines[line - 1])} | {Cell(mutant.GetProperty("replacement").GetString() ?? "")} |"),
        ];
    }

    static string Cell(string code)
    {
        var one = string.Join(' ', code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("|", "\\|", StringComparison.Ordinal);
        return $"`{(one.Length > Longest ? one[..Longest] + "…" : one).Replace('`', '\'')}`";
    }
}
