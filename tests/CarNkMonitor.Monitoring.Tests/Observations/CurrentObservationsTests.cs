using System.Text.RegularExpressions;
using CarNkMonitor.Testing.RealParts;

namespace CarNkMonitor.Monitoring.Tests.Observations;

/// <summary>
/// Superseded and withdrawn values are for auditors: whoever else reads observations does so through <c>Current()</c>. The source of the product is
/// searched for every other way to them, and each that is found stands here with its reason. What a reader shows is tested by the walk over all pages.
/// </summary>
public partial class CurrentObservationsTests
{
    const string BeingStored = "the rows of a check that is being made, before it is stored";

    /// <summary>File, how many times it names observations otherwise, and why it may.</summary>
    static readonly (string File, int Times, string Because)[] Others =
    [
        ("CarNkMonitor.Monitoring/Data/MonitorContext.cs", 2, "the set itself"),
        ("CarNkMonitor.Monitoring/Observations/CurrentObservations.cs", 1, "the one path"),
        ("CarNkMonitor.Monitoring/Observations/Observation.cs", 1, "the mapping of the table"),
        ("CarNkMonitor.Monitoring/Observations/CheckRow.cs", 1, BeingStored),
        ("CarNkMonitor.Monitoring/Observations/RecordCheck.cs", 3, BeingStored),
        ("CarNkMonitor.Monitoring/Observations/ImportPlan.cs", 1, BeingStored),
        ("CarNkMonitor.Monitoring/Observations/ImportObservations.cs", 3, BeingStored),
        ("CarNkMonitor.Monitoring/Observations/PreviewCheck.cs", 1, "the rows that a form would store"),
        ("CarNkMonitor.Monitoring/Schedule/SlotSatisfaction.cs", 1, BeingStored),
        ("CarNkMonitor.Monitoring/Observations/AmendObservation.cs", 1, "the rows in place of others"),
        ("CarNkMonitor.Monitoring/Observations/AmendmentRules.cs", 1, "whose rows are amended, no values"),
        ("CarNkMonitor.Monitoring/Observations/AmendmentScene.cs", 2, "the rows that are amended, by what the person saw; it tells only those that stand"),
        ("CarNkMonitor.Monitoring/Observations/ReadAmendment.cs", 4, "the rows of an amendment, told only while nobody corrected them since"),
        ("CarNkMonitor.Monitoring/Observations/CheckValues.cs", 1, "withdrawals, which hold no value; earlier values for auditors"),
        ("CarNkMonitor.Monitoring/Subjects/WithdrawInfusion.cs", 1, "the withdrawal, which holds no value"),
        ("CarNkMonitor.Monitoring/Toxicity/ChangedGrades.cs", 1, "who brought a change of a grade, no values"),
        ("CarNkMonitor.Monitoring/Observations/EarlierCheck.cs", 1, "a form pressed again must know a value that was amended since; it tells only those that stand"),
        ("CarNkMonitor.Monitoring/Observations/SupersededValue.cs", 2, "an old file must not bring an amended value back; it is told what stands instead"),
        ("CarNkMonitor.Monitoring/Decisions/JudgeAttribution.cs", 3, "the proposal that is judged, which must hold, and the row in its place"),
        ("CarNkMonitor.Monitoring/Decisions/AttributionsOf.cs", 1, "who made a statement first and when, none of its values"),
        ("CarNkMonitor.Monitoring/Toxicity/ChangesOfGrades.cs", 1, "what a grade changed from, for auditors"),
    ];

    [Fact]
    public void Nothing_reads_observations_past_the_one_path_but_what_stands_here_with_its_reason()
    {
        var found = Sources().Select(source => (source.File, Times: OtherWays().Count(WithoutComments(source.Text)))).Where(source => source.Times > 0);

        Assert.Equal(Others.Select(other => $"{other.File} {other.Times}").Order(StringComparer.Ordinal), found.Select(source => $"{source.File} {source.Times}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("db.Observations.Where(one => one.Id == id)", 1)]
    [InlineData("var all = db.Observations;", 1)]
    [InlineData("db.Checks.Include(check => check.Observations)", 1)]
    [InlineData("db.Set<Observation>().ToListAsync()", 1)]
    [InlineData("db.FindAsync<Observation>(id)", 1)]
    [InlineData("db.FindAsync(typeof(Observation), id)", 1)]
    [InlineData("from one in db.Observations join later in db.Observations on one.Id equals later.SupersedesId", 2)]
    [InlineData("$\"SELECT * FROM observations\"", 1)]
    [InlineData("\"SELECT 1 FROM a JOIN \\\"observations\\\" b\"", 1)]
    [InlineData("db.Observations.Current().Where(one => one.Id == id)", 0)]
    [InlineData("db.Observations\n    .Current()", 0)]
    [InlineData("using CarNkMonitor.Monitoring.Observations;", 0)]
    [InlineData("// db.Observations.First()", 0)]
    public void A_way_past_it_is_recognised(string source, int ways) => Assert.Equal(ways, OtherWays().Count(WithoutComments(source)));

    /// <summary>The search would find nothing in an empty folder.</summary>
    [Fact]
    public void The_search_sees_the_readers()
    {
        var readers = Sources().Where(source => source.Text.Contains("Observations.Current()", StringComparison.Ordinal)).Select(source => Path.GetFileName(source.File)).ToList();

        Assert.Superset(new HashSet<string> { "ReadSubject.cs", "Worklist.cs", "TemperatureTrend.cs", "FactsOfSubject.cs", "BedsideForm.cs", "PreviewCheck.cs", "OpenDecisions.cs" }, readers.ToHashSet());
        Assert.Contains(Sources(), source => source.File.EndsWith(".cshtml", StringComparison.Ordinal));
    }

    static IEnumerable<(string File, string Text)> Sources()
    {
        var root = Path.Combine(RepositoryRoot.Find(), "src");
        return Directory.EnumerateFiles(root, "*.cs*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" && !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin"))
            .Select(file => (Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText(file)));
    }

    static string WithoutComments(string text) => Comment().Replace(text, "");

    [GeneratedRegex("""
        (?<!Monitoring|Web|Pages)\.Observations\b(?!\s*\.Current\(\))
        |Set<Observation>(?!\s*\(\)\s*\.Current\(\))
        |(Find|FindAsync|Entry|Query)<Observation>
        |typeof\(Observation\)
        |(?i:\b(from|join|update|into)\s+\\?"{0,2}observations\b)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex OtherWays();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
