using System.Text.RegularExpressions;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Testing.RealParts;

namespace CarNkMonitor.Monitoring.Tests.Observations;

public partial class GradedInputsTests
{
    /// <summary>Rules of quantities and case tables name every code there is; the tables of grading name what they read.</summary>
    static readonly string[] NotTables = ["Quantities", "Cases", "bin", "obj"];

    [Fact]
    public void A_code_is_graded_exactly_when_a_table_of_Grading_names_it()
    {
        var folder = Path.Combine(RepositoryRoot.Find(), "src", "CarNkMonitor.Grading");
        var named = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Intersect(NotTables).Any())
            .SelectMany(file => Words().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToHashSet();

        Assert.Equal(
            ObservationCatalog.Default.All.Select(type => type.Code).Where(named.Contains),
            ObservationCatalog.Default.All.Select(type => type.Code).Where(GradedInputs.Contains));
    }

    [GeneratedRegex("\"([a-z][a-z0-9_]*)\"")]
    private static partial Regex Words();
}
