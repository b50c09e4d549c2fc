using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Tests.Observations;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Tests.Toxicity;

/// <summary>
/// The worked cases, each a subject of one ward, and read from the stored assessments: recorded at the door as people record them while time passes,
/// or, where a case is weeks of blood counts, brought by the file of a laboratory.
/// </summary>
public class WorkedCasesTests(MonitorTemplate databases)
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "crs", 44)]
    [InlineData(DatabaseProvider.Postgres, "crs", 44)]
    [InlineData(DatabaseProvider.Sqlite, "icans_adult", 26)]
    [InlineData(DatabaseProvider.Postgres, "icans_adult", 26)]
    [InlineData(DatabaseProvider.Sqlite, "icans_pediatric", 16)]
    [InlineData(DatabaseProvider.Postgres, "icans_pediatric", 16)]
    [InlineData(DatabaseProvider.Sqlite, "magic", 21)]
    [InlineData(DatabaseProvider.Postgres, "magic", 21)]
    [InlineData(DatabaseProvider.Sqlite, "mas_signal", 15)]
    [InlineData(DatabaseProvider.Postgres, "mas_signal", 15)]
    public async Task Every_case_that_is_recorded_is_assessed_as_written(DatabaseProvider provider, string file, int atLeast)
    {
        var cases = RecordedCase.Of(file).ToList();
        Assert.InRange(cases.Count, atLeast, int.MaxValue);
        await using var scene = await RecordScene.Set(databases, provider, infused: false, now: cases.Min(one => one.Checks.First().At), zone: "Etc/UTC");
        var subjects = new Dictionary<string, Guid>();
        foreach (var one in cases)
        {
            subjects[one.Id] = await scene.Enroll(one.Id, one.Facts.AgeAtEnrolmentDays);
        }

        foreach (var (one, at, items) in cases.SelectMany(one => one.Checks.Select(check => (one, check.At, check.Items))).OrderBy(check => check.At))
        {
            scene.Time.SetUtcNow(at);
            var answer = await scene.Record(scene.Physician, new CheckEntry(Guid.NewGuid(), subjects[one.Id], ObservedTime.At(at), items));
            Assert.True(answer is CheckSaved, $"{one.Id} at {at:O}: {Why(answer)}");
        }

        Assert.Equal(cases.Select(one => $"{one.Id} {one.Expected}"), await Told(scene, cases, subjects));
    }

    [Theory, OnBothDatabases]
    public async Task Every_course_of_blood_counts_that_is_imported_is_assessed_as_written(DatabaseProvider provider)
    {
        var files = new[] { ("icaht", 15), ("ticaht", 3), ("phenotype", 5), ("cytopenia-window", 11) }.Select(file => (AtLeast: file.Item2, Cases: Named(file.Item1))).ToList();
        Assert.All(files, file => Assert.InRange(file.Cases.Count, file.AtLeast, int.MaxValue));
        // Each file comes on the last day of its course: what is overdue after it would be graded too, and nobody asks for that here.
        var cases = files.SelectMany(file => file.Cases).OrderBy(LastOf).ToList();
        await using var scene = await RecordScene.Set(databases, provider, infused: false, now: cases.Min(LastOf), zone: "Etc/UTC");
        await scene.Add(OnlyInForce(scene, [AstctCrs.Criteria, .. cases.Select(one => one.Table.Criteria).Distinct()]));
        var subjects = new Dictionary<string, Guid>();
        foreach (var one in cases)
        {
            subjects[one.Id] = await scene.Enroll(one.Id, one.Facts.AgeAtEnrolmentDays);
            scene.Time.SetUtcNow(LastOf(one));
            var lines = one.Checks.SelectMany(check => check.Items.Select(item => Line(one, check.At, item))).ToList();
            var report = await scene.Import("subject,observed_at,code,value,unit\n" + string.Join('\n', lines), new ImportOptions(AlarmingIsConfirmed: true), scene.Physician);
            Assert.True(report.Stored == lines.Count, $"{one.Id}: {string.Join(" | ", report.Errors.Select(error => error.Reason))}");
        }

        Assert.Equal(cases.Select(one => $"{one.Id} {one.Expected}"), await Told(scene, cases, subjects));
    }

    /// <summary>A study that uses no other tables: weeks of overdue checks would be graded by all of them.</summary>
    static StudySettingsVersion OnlyInForce(RecordScene scene, IReadOnlyList<string> criteria) => new()
    {
        StudyId = scene.StudyId, Version = 1, SettingsJson = Json.Write(StudySettings.Default with { Criteria = criteria }), ValidFrom = RecordScene.InfusedAt,
    };

    static DateTime LastOf(RecordedCase one) => one.Checks.Max(check => check.At);

    static List<RecordedCase> Named(string file) => [.. RecordedCase.Of(file).Select(one => one with { Id = $"{file} {one.Id}" })];

    /// <summary>A file has no place for a note or an end; these courses need none.</summary>
    static string Line(RecordedCase one, DateTime at, CheckItem item)
    {
        Assert.Equal((null, null, null, null), (item.Note, item.EndedAt, item.ReferenceLow, item.ReferenceHigh));
        return $"{one.Id},{at:yyyy-MM-ddTHH:mm:ssZ},{item.Code},{item.Value},{item.Unit}";
    }

    static async Task<List<string>> Told(RecordScene scene, IEnumerable<RecordedCase> cases, Dictionary<string, Guid> subjects)
    {
        List<string> told = [];
        foreach (var one in cases)
        {
            told.Add($"{one.Id} {await Level(scene, subjects[one.Id], one)}");
        }

        return told;
    }

    static string Why(RecordCheckResult answer) => answer switch
    {
        CheckRefused refused => string.Join(" | ", refused.Problems.Select(problem => $"{problem.Field}: {problem.Reason}")),
        _ => answer.ToString(),
    };

    static async Task<string> Level(RecordScene scene, Guid subject, RecordedCase one)
    {
        await using var db = scene.Open();
        var standing = await db.Assessments.AsNoTracking()
            .Where(row => row.SubjectId == subject && row.IsCurrent && row.Criteria == one.Table.Criteria && row.Part == one.Table.Part && row.Moment <= one.Moment)
            .OrderByDescending(row => row.Moment).FirstOrDefaultAsync();
        return standing is null ? "" : ToxicityNow.Of(standing).Level ?? "";
    }
}
