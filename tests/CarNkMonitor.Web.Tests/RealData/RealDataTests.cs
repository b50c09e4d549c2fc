using CarNkMonitor.Grading;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Testing.RealParts;
using CarNkMonitor.Web.Tests.Support;

namespace CarNkMonitor.Web.Tests.RealData;

/// <summary>Real charting of strangers, through the real use cases. Nobody is called here: these admissions had no trial.</summary>
public class RealDataTests(MonitorTemplate databases, ITestOutputHelper output)
{
    /// <summary>Few, with what is hard and the largest stay of all: fever on drips, fractions without a leading zero, binary noise in the digits, ventilation, words.</summary>
    static readonly string[] TenOthers = ["10013", "10019", "10098", "10106", "40204", "40286", "42033", "42275", "42075", "44222"];

    [Fact]
    public async Task Ten_people_are_recorded_and_every_row_is_accounted_for()
    {
        var people = MimicFolder.Subjects(SharedData.Folder("mimic3-demo")).Where(person => TenOthers.Contains(person.Code)).ToList();

        var (figures, courses) = await Record(people, DatabaseProvider.Sqlite);

        Assert.True(figures.AddUp, figures.ToString());
        Assert.True(figures.Stored > figures.Read / 2, figures.ToString());
        Assert.Contains(courses, one => one.Low >= 3 && IsDrivenByVasopressor(one));
        Report("ten people", figures);
    }

    [Fact]
    public async Task Hourly_files_of_another_source_are_recorded_too()
    {
        var files = PhysioNetFolder.Files(SharedData.Folder("physionet2019-setB")).Take(3).Select(PhysioNetFolder.Subject).ToList();

        var (figures, _) = await Record(files, DatabaseProvider.Postgres);

        Assert.True(figures.AddUp, figures.ToString());
        Report("three files", figures);
    }

    /// <summary>All of it. The infusion days are invented: each admission's first day, and the first hour of each hourly file.</summary>
    [Fact(Explicit = true), Trait("Proof", "first-run")]
    public async Task All_real_data_is_accounted_for()
    {
        var (people, ofPeople) = await Record(MimicFolder.Subjects(SharedData.Folder("mimic3-demo")), DatabaseProvider.Sqlite);
        var (hours, ofHours) = await Record([.. PhysioNetFolder.Files(SharedData.Folder("physionet2019-setB")).Select(PhysioNetFolder.Subject)], DatabaseProvider.Sqlite);

        Assert.True(people.AddUp && hours.AddUp, $"{people} / {hours}");
        Report("mimic3-demo 50 people", people);
        Report("physionet2019-setB 150 files", hours);
        Assert.Contains(ofPeople, one => one.Low >= 3 && IsDrivenByVasopressor(one));
        output.WriteLine($"FIGURES: CRS gradings {ofPeople.Count + ofHours.Count}, determined {ofPeople.Concat(ofHours).Count(one => one.State == GradeState.Determined)}, "
            + $"at least grade 3 {ofPeople.Concat(ofHours).Count(one => one.Low >= 3)}, "
            + $"of these on vasopressors {ofPeople.Count(one => one.Low >= 3 && IsDrivenByVasopressor(one))}");
    }

    static bool IsDrivenByVasopressor(Assessment one) => ToxicityNow.Of(one).Drivers.Any(driver => driver.Code == "vasopressor_agent");

    /// <summary>Each person in a database of his own, two at a time.</summary>
    async Task<(RealFigures Figures, List<Assessment> Courses)> Record(IReadOnlyList<SourceSubject> people, DatabaseProvider provider)
    {
        var (figures, courses, gate) = (new RealFigures(), new List<Assessment>(), new Lock());
        await Parallel.ForEachAsync(people.Where(person => person.Rows.Count > 0), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (person, _) =>
        {
            await using var trial = await RealTrial.Enroll(databases, provider, person);
            await trial.Run();
            var course = await trial.Course();
            lock (gate)
            {
                figures.Add(trial.Figures);
                courses.AddRange(course);
            }
        });
        return (figures, courses);
    }

    void Report(string what, RealFigures figures)
    {
        output.WriteLine($"FIGURES: {what}: {figures}");
        output.WriteLine($"FIGURES: refused: {figures.RefusedByReason}");
        output.WriteLine($"FIGURES: unmapped: {figures.UnmappedByReason}");
        output.WriteLine($"Unmapped by item: {figures.UnmappedByItem}");
        foreach (var (row, reason) in figures.Refused)
        {
            output.WriteLine($"refused {row.Origin}: {row.Text}: {reason}");
        }
    }
}
