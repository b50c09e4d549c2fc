using System.Globalization;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Mas;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Testing.RealParts;
using CarNkMonitor.Web.Tests.Support;

namespace CarNkMonitor.Web.Tests.RealData;

/// <summary>Real data of strangers, imported and assessed by every table on both databases, which must say the same.</summary>
public class CourseDataTests(MonitorTemplate databases, ITestOutputHelper output)
{
    const int Watch = 1;
    const int Amber = 2;
    const int Red = 3;

    static readonly Dictionary<string, Func<string, IReadOnlyList<SourceSubject>>> Sets = new()
    {
        ["cart-cd22"] = folder => [.. CartFolder.Subjects(folder).Select(one => one.Subject)],
        ["all-maintenance-counts"] = MaintenanceFolder.Subjects,
        ["cdisc-pilot"] = CdiscFolder.Subjects,
        ["eicu-demo"] = EicuFolder.Subjects,
        ["mimic3-demo"] = MimicFolder.Subjects,
    };

    /// <summary>The smallest of each.</summary>
    [Theory]
    [InlineData("cart-cd22", 3)]
    [InlineData("all-maintenance-counts", 1)]
    [InlineData("cdisc-pilot", 1)]
    [InlineData("eicu-demo", 2)]
    public async Task A_few_people_are_assessed_alike_on_both_databases(string set, int people)
    {
        var subjects = Sets[set](SharedData.Folder(set)).Where(one => one.Rows.Any(row => row.Item is not null)).OrderBy(one => one.Rows.Count).Take(people).ToList();

        await OnBoth(set, subjects);
    }

    [Theory(Explicit = true), Trait("Proof", "courses")]
    [InlineData("all-maintenance-counts")]
    [InlineData("cdisc-pilot")]
    [InlineData("eicu-demo")]
    [InlineData("mimic3-demo")]
    public async Task Everybody_is_assessed_alike_on_both_databases(string set) => await OnBoth(set, Sets[set](SharedData.Folder(set)));

    [Fact(Explicit = true), Trait("Proof", "courses")]
    public async Task The_MAS_signal_beside_what_a_trial_of_CAR_T_cells_found()
    {
        var patients = CartFolder.Subjects(SharedData.Folder("cart-cd22"));
        var assessments = await OnBoth("cart-cd22", [.. patients.Select(one => one.Subject)]);

        var signals = patients.Select(one => new Signal(one.Subject.Code, one.Outcome, [.. assessments[one.Subject.Code]])).ToList();
        signals.ForEach(signal => output.WriteLine(signal.Line));
        foreach (var (level, name) in new[] { (Watch, "WATCH"), (Amber, "AMBER"), (Red, "RED") })
        {
            Compare(signals, level, name);
        }

        CompareCrs(signals);
        output.WriteLine($"FIGURES: without any ferritin, so that the signal cannot stand: {signals.Count(one => !one.HasSignal)} patients, {signals.Count(one => !one.HasSignal && one.Outcome.HasHlh)} of them with HLH");
        Assert.Equal(26, signals.Count(one => one.HasSignal));
        Assert.Equal(30, signals.Count);
    }

    void Compare(List<Signal> signals, int level, string name)
    {
        var (with, without) = (signals.Where(one => one.Outcome.HasHlh).ToList(), signals.Where(one => !one.Outcome.HasHlh).ToList());
        var leads = with.Where(one => one.First(level) is not null).Select(one => one.Outcome.HlhDay!.Value - one.First(level)!.Value).Order().ToList();
        var found = string.Create(CultureInfo.InvariantCulture,
            $"FIGURES: MAS signal for certain at {name} or above: {with.Count(one => one.First(level) is not null)} of {with.Count} with HLH (sensitivity "
            + $"{Percent(with, one => one.First(level) is not null)}), {without.Count(one => one.First(level) is null)} of {without.Count} without it never reached it (specificity "
            + $"{Percent(without, one => one.First(level) is null)}); by the day of HLH in {leads.Count(days => days >= 0)}");
        var lead = leads.Count == 0 ? "" : FormattableString.Invariant($", lead time {leads[0]:0.0} to {leads[^1]:0.0} days, median {leads[leads.Count / 2]:0.0}");
        output.WriteLine(found + lead);
    }

    /// <summary>No reading of CRS is on record, so there is no grade and none can be excluded: that is no agreement and no disagreement.</summary>
    void CompareCrs(List<Signal> signals)
    {
        foreach (var grade in signals.GroupBy(one => one.Outcome.MaxCrs).OrderBy(one => one.Key))
        {
            output.WriteLine($"FIGURES: highest CRS grade {grade.Key} by the trial: {grade.Count()} patients, ours: not assessed, cannot exclude any grade, in {grade.Count(one => one.HasNoCrs)}");
            Assert.All(grade, one => Assert.True(one.HasNoCrs, one.Line));
        }
    }

    async Task<ILookup<string, Assessment>> OnBoth(string set, IReadOnlyList<SourceSubject> subjects)
    {
        var trials = await Task.WhenAll(ImportedTrial.Of(databases, DatabaseProvider.Sqlite, subjects), ImportedTrial.Of(databases, DatabaseProvider.Postgres, subjects));
        await using var sqlite = trials[0];
        await using var postgres = trials[1];
        var (one, other) = (await sqlite.Assessments(), await postgres.Assessments());
        Assert.Equal(ImportedTrial.Told(one), ImportedTrial.Told(other));
        Assert.True(sqlite.Figures.AddUp, sqlite.Figures.ToString());
        Assert.Equal(sqlite.Figures.ToString(), postgres.Figures.ToString());
        output.WriteLine($"FIGURES: {set}: {subjects.Count(subject => subject.Rows.Count > 0)} people, read {sqlite.Figures.Read} = stored {sqlite.Figures.Stored} + refused "
            + $"{sqlite.Figures.Refused.Count} + unmapped {sqlite.Figures.Unmapped.Count}; refused: {sqlite.Figures.RefusedByReason}; "
            + $"{one.Sum(rows => rows.Count())} assessments, equal on both databases");
        output.WriteLine($"{set} unmapped: {sqlite.Figures.UnmappedByReason}");
        output.WriteLine($"{set} assessments at grade 3 or more by table: {Highest(one)}");
        return one;
    }

    static string Highest(ILookup<string, Assessment> assessments) => string.Join(", ", assessments.SelectMany(rows => rows)
        .Where(row => row.Low >= 3).GroupBy(row => TableNames.Of(new TablePart(row.Criteria, row.Part))).OrderBy(table => table.Key, StringComparer.Ordinal)
        .Select(table => $"{table.Key} {table.Count()}"));

    static string Percent(List<Signal> of, Func<Signal, bool> holds) => $"{100.0 * of.Count(holds) / of.Count:0} %";

    /// <summary>One patient's course.</summary>
    sealed record Signal(string Code, CartOutcome Outcome, IReadOnlyList<Assessment> Assessments)
    {
        IEnumerable<Assessment> Mas => Assessments.Where(one => one.Criteria == MasSignal.Criteria);

        public bool HasNoCrs => Assessments.All(one => one.Criteria != AstctCrs.Criteria);

        /// <summary>The signal was worked out at some moment: there is a ferritin.</summary>
        public bool HasSignal => Mas.Any();

        /// <summary>First day on which the signal was at this level for certain; null if it never was.</summary>
        public double? First(int level) => Mas.Where(one => one.Low >= level).Select(one => (double?)(one.Moment - CartFolder.DayZero).TotalDays).FirstOrDefault();

        double? FirstNotExcluded(int level) => Mas.Where(one => one.High >= level).Select(one => (double?)(one.Moment - CartFolder.DayZero).TotalDays).FirstOrDefault();

        public string Line => string.Create(CultureInfo.InvariantCulture,
            $"{Code}: HLH {(Outcome.HasHlh ? $"day {Outcome.HlhDay:0}" : "no")}, CRS {Outcome.MaxCrs}; signal WATCH {Day(First(Watch))}, AMBER {Day(First(Amber))}, "
            + $"RED {Day(First(Red))}, RED not excluded {Day(FirstNotExcluded(Red))}");

        static string Day(double? day) => day is { } known ? string.Create(CultureInfo.InvariantCulture, $"day {known:0.0}") : "never";
    }
}
