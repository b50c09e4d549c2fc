using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Tests.Alerts;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace CarNkMonitor.Monitoring.Tests.Observations;

/// <summary>
/// A site in Berlin with a nurse, a physician on call, a coordinator and one adult subject infused on 2 March at 09:00 UTC; another site has a
/// nurse of its own. The clock stands three days later at 12:00 UTC.
/// </summary>
sealed class RecordScene : IAsyncDisposable
{
    public static readonly DateTime InfusedAt = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    public static readonly DateTime Noon = new(2026, 3, 5, 12, 0, 0, DateTimeKind.Utc);

    public const string PhysiciansPhone = "+4915100000001";
    public const string InvestigatorsPhone = "+4915100000002";

    readonly TestDatabase _database;
    readonly Study _study = new() { Code = "T1", Title = "Trial" };

    RecordScene(TestDatabase database, DateTime now, string zone)
    {
        _database = database;
        Time = new FakeTimeProvider(now);
        Berlin = new Site { StudyId = _study.Id, Code = "01", Name = "Berlin", Zone = zone };
        Shanghai = new Site { StudyId = _study.Id, Code = "02", Name = "Shanghai", Zone = "Asia/Shanghai" };
        Nurse = Person("Nurse Ortiz", StaffRole.Nurse, Berlin);
        Physician = Person("Dr Li", StaffRole.Physician, Berlin);
        Investigator = Person("Dr Bauer", StaffRole.Investigator, Berlin);
        Coordinator = Person("Ms Novak", StaffRole.Coordinator, Berlin);
        SecondNurse = Person("Nurse Kaya", StaffRole.Nurse, Berlin);
        NurseElsewhere = Person("Nurse Wang", StaffRole.Nurse, Shanghai);
        SubjectId = Guid.CreateVersion7();
    }

    public FakeTimeProvider Time { get; }
    public Site Berlin { get; }
    public Site Shanghai { get; }
    public StaffMember Nurse { get; }
    public StaffMember SecondNurse { get; }
    public StaffMember Physician { get; }
    public StaffMember Investigator { get; }
    public StaffMember Coordinator { get; }
    public StaffMember NurseElsewhere { get; }
    public Guid SubjectId { get; }
    public Guid StudyId => _study.Id;

    public static async Task<RecordScene> Set(MonitorTemplate databases, DatabaseProvider provider, bool infused = true, DateTime? now = null, string zone = "Europe/Berlin")
    {
        var scene = new RecordScene(await databases.Create(provider), now ?? Noon, zone);
        var phone = new Contact { StaffMemberId = scene.Physician.Id, Label = "Dr Li", Phone = PhysiciansPhone };
        await scene.Add(
            scene._study, scene.Berlin, scene.Shanghai, scene.Nurse, scene.SecondNurse, scene.Physician, scene.Investigator, scene.Coordinator, scene.NurseElsewhere, phone,
            new OnCallPlace { SiteId = scene.Berlin.Id, Level = 1, Order = 1, ContactId = phone.Id },
            new Subject
            {
                Id = scene.SubjectId, StudyId = scene._study.Id, SiteId = scene.Berlin.Id, SubjectCode = "01-001", Sex = Sex.Female,
                BirthDate = new(1980, 5, 1), EnrolledOn = new(2026, 2, 20),
            });
        if (infused)
        {
            await scene.Saved(InfusedAt, new CheckItem("infusion", "complete"));
        }

        return scene;
    }

    public MonitorContext Open() => _database.Open(Time);

    /// <summary>One more subject at Berlin, whose age is known in days on the day of infusion.</summary>
    public async Task<Guid> Enroll(string code, int? ageInDays)
    {
        var subject = new Subject
        {
            StudyId = _study.Id, SiteId = Berlin.Id, SubjectCode = code, Sex = Sex.Unknown, AgeAtEnrolmentDays = ageInDays,
            EnrolledOn = DateOnly.FromDateTime(InfusedAt),
        };
        await Add(subject);
        return subject.Id;
    }

    public async Task Add(params object[] rows)
    {
        await using var db = Open();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    public CheckEntry Entry(DateTime at, params CheckItem[] items) => new(Guid.NewGuid(), SubjectId, ObservedTime.At(at), items);

    public Task<RecordCheckResult> Record(params CheckItem[] items) => Record(Nurse, Entry(Noon, items));

    public async Task<RecordCheckResult> Record(StaffMember person, CheckEntry entry)
    {
        await using var db = Open();
        return await new RecordCheck(db, Time, Follow(db)).Record(person, entry, default);
    }

    public async Task<CheckSaved> Saved(DateTime at, params CheckItem[] items) => Assert.IsType<CheckSaved>(await Record(Nurse, Entry(at, items)));

    public async Task<CheckPreview?> Preview(CheckEntry entry, StaffMember? person = null)
    {
        await using var db = Open();
        return await new PreviewCheck(db, Time).Show(person ?? Nurse, entry, default);
    }

    public Task<RecordCheckResult> Amend(StaffMember person, Guid observation, CheckItem? corrected, string reason) =>
        Amend(person, new Amendment([new AmendedValue(observation, corrected)], reason));

    public async Task<RecordCheckResult> Amend(StaffMember person, Amendment amendment)
    {
        await using var db = Open();
        return await new AmendObservation(db, Time, Follow(db)).Run(person, amendment, default);
    }

    public async Task<ImportReport> Import(string csv, ImportOptions? options = null, StaffMember? person = null)
    {
        await using var db = Open();
        await using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv));
        return await new ImportObservations(db, Time, Follow(db)).Import(person ?? Nurse, content, options ?? new ImportOptions(), default);
    }

    public async Task<int> Regrade()
    {
        await using var db = Open();
        return await new RegradeSubjects(db, Time, Follow(db)).Run(default);
    }

    public async Task FindOverdue()
    {
        await using var db = Open();
        await new FindOverdue(db, Time).Run(default);
    }

    /// <summary>By a slip, today; no sweep has seen it yet.</summary>
    public async Task Leave()
    {
        await using var db = Open();
        var leaving = new Leaving(SubjectId, SubjectStatus.Withdrew, DateOnly.FromDateTime(Time.Now()), "Consent withdrawn");
        Assert.True((await new LeaveStudy(db, Time, new PlanAssessments(db, Time)).Run(Coordinator, leaving, default)).IsDone);
    }

    public async Task<SetupAnswer> Return(string? reason = "Wrong participant")
    {
        await using var db = Open();
        return await new ReturnToStudy(db, Time, new PlanAssessments(db, Time), Follow(db)).Run(Coordinator, SubjectId, reason, default);
    }

    /// <summary>The investigator is on call at level 2, and phones that keep what is sent.</summary>
    public async Task<ScriptedPhones> CallTheInvestigatorSecond()
    {
        var phone = new Contact { StaffMemberId = Investigator.Id, Label = "Dr Bauer", Phone = InvestigatorsPhone };
        await Add(phone, new OnCallPlace { SiteId = Berlin.Id, Level = 2, Order = 1, ContactId = phone.Id });
        return new ScriptedPhones(Time);
    }

    /// <summary>Sends what is due.</summary>
    public async Task Text(ScriptedPhones phones)
    {
        await using var db = Open();
        await new SendNotices(db, Time, phones, new AlertLinks("https://cnk.example")).Run(default);
    }

    /// <summary>The clock shows so many hours since the infusion.</summary>
    public void At(double hours) => Time.SetUtcNow(InfusedAt.AddHours(hours));

    public async Task<List<T>> All<T>() where T : class
    {
        await using var db = Open();
        return await db.Set<T>().AsNoTracking().ToListAsync();
    }

    /// <summary>The observation of a code that holds now.</summary>
    public async Task<Guid> IdOf(string code)
    {
        await using var db = Open();
        return await db.Observations.Current().Where(one => one.Code == code).Select(one => one.Id).SingleAsync();
    }

    /// <summary>Every version of the assessments of CRS.</summary>
    public async Task<List<Assessment>> Crs() => [.. (await All<Assessment>()).Where(one => one.Criteria == AstctCrs.Criteria)];

    /// <summary>What the record says now of every moment: no ids, no times of recording.</summary>
    public async Task<List<string>> CurrentAssessments()
    {
        await using var db = Open();
        var current = await db.Assessments.AsNoTracking().Where(one => one.IsCurrent)
            .OrderBy(one => one.Moment).ThenBy(one => one.Criteria).ThenBy(one => one.Part).ToListAsync();
        return [.. current.Select(one => $"{one.Moment:MM-dd HH:mm} {one.Criteria} {one.Part} {one.Low}-{one.High} {one.State} {one.Episode} {one.OnsetAt:MM-dd HH:mm} {ToxicityNow.Of(one).Sentence}")];
    }

    public FollowFacts Follow(MonitorContext db) => new(
        db, new AssessSubject(db, Time), new RaiseAlert(db, Time, new AlertLinks("https://cnk.example")), new PlanAssessments(db, Time));

    StaffMember Person(string name, StaffRole role, Site site) => new()
    {
        DisplayName = name, UserName = name.Replace(' ', '.'), Role = role, SiteId = site.Id, StudyId = _study.Id, CreatedAt = InfusedAt,
    };

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}

/// <summary>Items as a nurse enters them.</summary>
static class Item
{
    public static CheckItem Temperature(string value, string unit = "Cel") => new("temperature", value, unit);
    public static CheckItem Systolic(string value) => new("sbp", value, "mm[Hg]");
    public static CheckItem Diastolic(string value) => new("dbp", value, "mm[Hg]");
    public static CheckItem Saturation(string value) => new("spo2", value, "%");
    public static CheckItem Flow(string value) => new("oxygen_flow", value, "L/min");
    public static CheckItem Device(string code) => new("oxygen_device", code);
    public static CheckItem Agent(string code) => new("vasopressor_agent", code);

    /// <summary>Nothing is missing: CRS is determined.</summary>
    public static CheckItem[] Well(string temperature) => [Temperature(temperature), Systolic("120"), Saturation("98"), Device("room_air"), Agent("none")];
}
