using System.Globalization;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Testing.RealParts;
using CarNkMonitor.Web.Data;
using CarNkMonitor.Web.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CarNkMonitor.Web.Tests.Demo;

/// <summary>The invented trial itself, without a browser: what it holds when it begins.</summary>
public sealed class DemoTests(WrittenDemo first) : IClassFixture<WrittenDemo>
{
    [Fact]
    public async Task The_same_seed_and_start_make_the_same_trial_and_another_seed_another()
    {
        var contents = await first.Read(Contents);
        Assert.Equal(contents, await Another(seed: 1));
        Assert.NotEqual(contents, await Another(seed: 2));

        static async Task<string> Another(int seed)
        {
            await using var other = await WrittenDemo.Of(seed);
            return await other.Read(Contents);
        }
    }

    [Fact]
    public async Task Every_participant_is_in_the_state_its_story_promises()
    {
        var trial = await first.Read(States);
        Assert.Equal("0 -", trial["SH-01"]);
        Assert.Equal("1 Managed", trial["SH-02"]);
        Assert.Equal("1 Managed", trial["BE-01"]);
        Assert.Equal("3 Managed FEVER_WAIVED", trial["BE-02"]);
        Assert.Equal("2-4 Open", trial["SH-03"]);
        Assert.Equal("1 Managed LATE_ONSET_REVIEW", trial["BE-03"]);
        Assert.Equal("0 -", trial["SH-04"]);
        Assert.Equal("0 -", trial["BE-04"]);
        Assert.Equal("2 Acknowledged", trial["BE-05"]);
        Assert.Equal("0 - late", trial["SH-05"]);
        Assert.Equal("0 -", trial["SH-06"]);
        Assert.Equal("0 -", trial["BE-06"]);
        Assert.Equal("0 -", trial["BE-07"]); // its alert lost its ground when the fever was explained
        Assert.Equal(13, trial.Count);
    }

    [Fact]
    public async Task One_participant_shows_a_slip_corrected_a_fever_explained_and_a_grade_signed()
    {
        var told = await first.Read(async db =>
        {
            var subject = await db.Subjects.Where(row => row.SubjectCode == "BE-07").Select(row => row.Id).SingleAsync();
            var monitor = await db.Users.SingleAsync(person => person.UserName == "monitor");
            return (await new ReadSubject(db, TimeProvider.System).For(monitor, subject, TestContext.Current.CancellationToken))!;
        });

        Assert.Contains(told.Changes, change => change.Sentence == "CRS 2 → 1 because Systolic blood pressure 62 mm[Hg] was amended to 126 mm[Hg]");
        Assert.Contains(told.Changes, change => change.Sentence == "CRS 0–1 → 0 because Attribution of a fever episode infection was countersigned");
        Assert.Equal(("ASTCT-ICANS-2019", true), Assert.Single(told.Signatures) is var signed ? (signed.Grade.Criteria, signed.Stands) : default);
        Assert.Equal(1, told.Grades.Single(grade => grade.Table.Criteria == "ASTCT-ICANS-2019").Now.Low);
    }

    static async Task<string> Contents(MonitorContext db)
    {
        var rows = await (from observation in db.Observations
                          join subject in db.Subjects on observation.SubjectId equals subject.Id
                          select new { subject.SubjectCode, observation.Code, observation.ObservedAt, observation.Value, observation.Coded, observation.Flag }).ToListAsync();
        var lines = rows.Select(row => string.Create(
            CultureInfo.InvariantCulture, $"{row.SubjectCode} {row.ObservedAt:O} {row.Code} {row.Value} {row.Coded} {row.Flag}"));
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    static async Task<Dictionary<string, string>> States(MonitorContext db)
    {
        var states = new Dictionary<string, string>();
        foreach (var subject in await db.Subjects.ToListAsync())
        {
            var newest = await db.Assessments.Where(row => row.SubjectId == subject.Id && row.Criteria == AstctCrs.Criteria && row.IsCurrent).OrderByDescending(row => row.Moment).FirstAsync();
            var alert = await db.Alerts.Where(row => row.SubjectId == subject.Id && row.ClosedAt == null).SingleOrDefaultAsync();
            var flags = string.Join(' ', Shown.Where(flag => newest.ResultJson.Contains(flag, StringComparison.Ordinal)));
            var grade = newest.Low == newest.High ? $"{newest.Low}" : $"{newest.Low}-{newest.High}";
            var isLate = await db.PlannedAssessments.AnyAsync(slot => slot.SubjectId == subject.Id && slot.State == PlannedState.Overdue);
            states[subject.SubjectCode] = $"{grade} {alert?.State.ToString() ?? "-"} {flags}{(isLate ? "late" : "")}".TrimEnd();
        }

        return states;
    }

    static readonly string[] Shown = ["FEVER_WAIVED", "LATE_ONSET_REVIEW"];
}

/// <summary>One invented trial, written once; that of the first seed for all tests that only look at it.</summary>
public sealed class WrittenDemo : IAsyncLifetime
{
    static readonly DateTime Start = new(2026, 5, 20, 13, 5, 0, DateTimeKind.Utc);

    readonly string _folder = Directory.CreateTempSubdirectory("carnk-demo-").FullName;
    WebApplication? _app;

    public static async Task<WrittenDemo> Of(int seed)
    {
        var demo = new WrittenDemo();
        await demo.Write(seed);
        return demo;
    }

    public ValueTask InitializeAsync() => new(Write(seed: 1));

    public async Task<T> Read<T>(Func<MonitorContext, Task<T>> read)
    {
        await using var scope = _app!.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<MonitorContext>());
    }

    async Task Write(int seed)
    {
        var builder = MonitorApp.CreateBuilder(Path.Combine(RepositoryRoot.Find(), "src", "CarNkMonitor.Web"));
        DemoSetup.Furnish(builder, Path.Combine(_folder, "demo.db"), "http://localhost:5000", new DemoClock(TimeProvider.System), new DemoStart(Start, seed, IsFresh: true));
        _app = MonitorApp.Build(builder);
        await BringUpToDate.Now(_app.Services, TestContext.Current.CancellationToken);
        await _app.Services.GetRequiredService<WriteDemo>().Run(Start, seed, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
