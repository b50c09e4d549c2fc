using CarNkMonitor.Grading;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Tests.Schedule;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Monitoring.Trends;
using CarNkMonitor.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Tests.Trends;

public class TemperatureTrendTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task The_trend_holds_current_temperatures_and_current_grades(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.Set(databases, provider);
        await scene.Record(ScheduleScene.Local(1, 8));
        await scene.Record(ScheduleScene.Local(1, 9), code: "spo2");
        await Amend(scene, await scene.Record(ScheduleScene.Local(1, 10)), 38.4m);
        await Assess(scene, ScheduleScene.Local(1, 10), version: 1, low: 0, isCurrent: false);
        await Assess(scene, ScheduleScene.Local(1, 10), version: 2, low: 1, isCurrent: true);

        var series = await Read(scene, scene.Nurse);

        Assert.Equal([37m, 38.4m], series!.Readings.Select(reading => reading.Value));
        Assert.Equal(new GradeOfTrend(1, 1), Assert.Single(series.Grades).Grade);
    }

    [Theory, OnBothDatabases]
    public async Task A_person_of_another_site_finds_no_subject(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.Set(databases, provider);
        var stranger = new StaffMember { DisplayName = "Other", Role = StaffRole.Nurse, SiteId = Guid.NewGuid(), CreatedAt = ScheduleScene.InfusedAt };

        Assert.Null(await Read(scene, stranger));
    }

    static async Task<TrendSeries?> Read(ScheduleScene scene, StaffMember person)
    {
        await using var db = scene.Open();
        return await db.TemperatureTrendOf(person, scene.SubjectId, ScheduleScene.Local(2, 8), default);
    }

    static async Task Amend(ScheduleScene scene, Guid checkId, decimal value)
    {
        await using var db = scene.Open();
        var wrong = await db.Observations.SingleAsync(observation => observation.CheckId == checkId);
        db.Add(new Observation
        {
            SubjectId = wrong.SubjectId, CheckId = checkId, Code = wrong.Code, Value = value, Unit = "Cel", ObservedAt = wrong.ObservedAt,
            RecordedAt = wrong.RecordedAt, RecordedById = wrong.RecordedById, Source = wrong.Source, SupersedesId = wrong.Id, Reason = "misread",
        });
        await db.SaveChangesAsync();
    }

    static async Task Assess(ScheduleScene scene, DateTime moment, int version, int low, bool isCurrent)
    {
        await using var db = scene.Open();
        db.Add(new Assessment
        {
            SubjectId = scene.SubjectId, Criteria = TemperatureTrend.Crs, Moment = moment, Version = version, IsCurrent = isCurrent, Low = low, High = low,
            State = GradeState.Determined, Episode = 1, SettingsVersion = 1, ResultJson = "{}", AssessedAt = moment,
        });
        await db.SaveChangesAsync();
    }
}
