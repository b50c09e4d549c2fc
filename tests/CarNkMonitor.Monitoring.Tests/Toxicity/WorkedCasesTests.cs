using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Tests.Observations;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Tests.Toxicity;

/// <summary>
/// The worked cases, each a subject of one ward, recorded at the door as people record them while time passes, and read from the stored assessments.
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
    [InlineData(DatabaseProvider.Sqlite, "icaht", 15)]
    [InlineData(DatabaseProvider.Sqlite, "ticaht", 3)]
    [InlineData(DatabaseProvider.Sqlite, "phenotype", 5)]
    [InlineData(DatabaseProvider.Sqlite, "cytopenia-window", 11)]
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
