using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace CarNkMonitor.Monitoring.Tests.Schedule;

/// <summary>One subject at a site in Shanghai, infused on 2 March at 10:00, and a clock that stands at that moment.</summary>
sealed class ScheduleScene : IAsyncDisposable
{
    public static readonly DateTime InfusedAt = new(2026, 3, 2, 2, 0, 0, DateTimeKind.Utc);

    readonly TestDatabase _database;

    ScheduleScene(TestDatabase database) => _database = database;

    public FakeTimeProvider Time { get; } = new(InfusedAt);
    public Guid SubjectId { get; private set; }
    public StaffMember Nurse { get; } = new() { DisplayName = "Nurse", UserName = "nurse", Role = StaffRole.Nurse, CreatedAt = InfusedAt };

    public static async Task<ScheduleScene> Set(MonitorTemplate databases, DatabaseProvider provider)
    {
        var scene = new ScheduleScene(await databases.Create(provider));
        await using var db = scene.Open();
        var study = new Study { Code = "T1", Title = "Trial" };
        var site = new Site { StudyId = study.Id, Code = "01", Name = "Site", Zone = "Asia/Shanghai" };
        var subject = new Subject { StudyId = study.Id, SiteId = site.Id, SubjectCode = "01-001", Sex = Sex.Female, EnrolledOn = new(2026, 2, 20) };
        scene.SubjectId = subject.Id;
        scene.Nurse.SiteId = site.Id;
        db.AddRange(study, site, subject, scene.Nurse);
        await db.SaveChangesAsync();
        await scene.Infuse(1, InfusedAt);
        return scene;
    }

    public MonitorContext Open() => _database.Open(Time);

    /// <summary>The clock shows this hour of Shanghai on the day after 2 March.</summary>
    public void At(int day, double hour) => Time.SetUtcNow(Local(day, hour));

    public static DateTime Local(int day, double hour) => InfusedAt.Date.AddDays(day).AddHours(hour - 8);

    public async Task Infuse(int number, DateTime at)
    {
        await using var db = Open();
        var check = Check(at, "infusion");
        db.Add(check);
        db.Add(new Infusion
        {
            SubjectId = SubjectId, Number = number, StartedAt = at, FollowsConditioning = number == 1, ObservationId = check.Observations[0].Id,
        });
        await db.SaveChangesAsync();
    }

    public async Task Plan()
    {
        await using var db = Open();
        await new PlanAssessments(db, Time).For(SubjectId, default);
    }

    public async Task<int> FindOverdue()
    {
        await using var db = Open();
        return await new FindOverdue(db, Time).Run(default);
    }

    public async Task ExtendHorizon()
    {
        await using var db = Open();
        await new PlanAssessments(db, Time).ExtendHorizon(default);
    }

    public async Task<int> Audited(string act)
    {
        await using var db = Open();
        return await db.AuditEntries.CountAsync(entry => entry.Act == act && entry.SubjectId == SubjectId);
    }

    public async Task<DateTime> LastRun(string duty)
    {
        await using var db = Open();
        return (await db.Heartbeats.SingleAsync(pulse => pulse.Duty == duty)).At;
    }

    /// <summary>Records a set as the bedside form does: store, fill a slot, save.</summary>
    public async Task<Guid> Record(DateTime observedAt, string code = "temperature")
    {
        await using var db = Open();
        var check = Check(observedAt, code);
        db.Add(check);
        await db.SatisfySlot(check, default);
        await db.SaveChangesAsync();
        return check.Id;
    }

    public async Task Change(Action<Subject> change)
    {
        await using var db = Open();
        change(await db.Subjects.SingleAsync());
        await db.SaveChangesAsync();
    }

    public async Task<List<PlannedAssessment>> Slots()
    {
        await using var db = Open();
        return await db.PlannedAssessments.AsNoTracking().OrderBy(slot => slot.NominalAt).ToListAsync();
    }

    public async Task<PlannedAssessment> Slot(int day, double hour) =>
        (await Slots()).Single(slot => slot.NominalAt == Local(day, hour));

    BedsideCheck Check(DateTime at, string code)
    {
        var check = new BedsideCheck
        {
            SubjectId = SubjectId, SubmissionId = Guid.NewGuid(), ObservedAt = at, RecordedAt = at, RecordedById = Nurse.Id,
            Source = ObservationSource.Typed, IsLate = false,
        };
        check.Observations.Add(new Observation
        {
            SubjectId = SubjectId, CheckId = check.Id, Code = code, Value = 37m, Unit = "Cel", ObservedAt = at, RecordedAt = at,
            RecordedById = Nurse.Id, Source = ObservationSource.Typed,
        });
        return check;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
