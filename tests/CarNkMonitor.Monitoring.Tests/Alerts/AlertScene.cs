using CarNkMonitor.Grading;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace CarNkMonitor.Monitoring.Tests.Alerts;

/// <summary>
/// One subject at one site. Dr Li, a physician, is on call at level 1; Dr Bauer, the investigator, at level 2. The clock stands at 14:00 UTC.
/// </summary>
sealed class AlertScene : IAsyncDisposable
{
    public static readonly DateTime Start = new(2026, 3, 5, 14, 0, 0, DateTimeKind.Utc);
    public static readonly AlertLinks Links = new("https://cnk.example");

    readonly TestDatabase _database;

    AlertScene(TestDatabase database)
    {
        _database = database;
        Phones = new ScriptedPhones(Time);
    }

    public ScriptedPhones Phones { get; }

    public FakeTimeProvider Time { get; } = new(Start);
    public DateTime Now => Time.Now();
    public Study Study { get; } = new() { Code = "T1", Title = "Trial" };
    public Site Site { get; private set; } = null!;
    public Subject Subject { get; private set; } = null!;
    public StaffMember Li { get; private set; } = null!;
    public StaffMember Bauer { get; private set; } = null!;
    public StaffMember Nurse { get; private set; } = null!;
    public Contact LiPhone { get; private set; } = null!;
    public Contact BauerPhone { get; private set; } = null!;

    public static async Task<AlertScene> Set(MonitorTemplate databases, DatabaseProvider provider)
    {
        var scene = new AlertScene(await databases.Create(provider));
        scene.Site = new Site { StudyId = scene.Study.Id, Code = "01", Name = "Site", Zone = "Europe/Berlin" };
        scene.Subject = new Subject
        {
            StudyId = scene.Study.Id, SiteId = scene.Site.Id, SubjectCode = "01-001", Sex = Sex.Female, EnrolledOn = new(2026, 2, 20),
        };
        scene.Li = scene.Person("Dr Li", StaffRole.Physician);
        scene.Bauer = scene.Person("Dr Bauer", StaffRole.Investigator);
        scene.Nurse = scene.Person("Nurse Ortiz", StaffRole.Nurse);
        scene.LiPhone = new Contact { StaffMemberId = scene.Li.Id, Label = "Dr Li", Phone = "+4915100000001" };
        scene.BauerPhone = new Contact { StaffMemberId = scene.Bauer.Id, Label = "Dr Bauer", Phone = "+4915100000002" };
        await using var db = scene.Open();
        db.AddRange(scene.Study, scene.Site, scene.Subject, scene.Li, scene.Bauer, scene.Nurse, scene.LiPhone, scene.BauerPhone);
        db.AddRange(scene.Place(1, scene.LiPhone), scene.Place(2, scene.BauerPhone));
        db.Add(new Infusion { SubjectId = scene.Subject.Id, Number = 1, StartedAt = Start.AddDays(-2), FollowsConditioning = true, ObservationId = Guid.NewGuid() });
        await db.SaveChangesAsync();
        return scene;
    }

    public MonitorContext Open(params IInterceptor[] interceptors) => _database.Open(Time, interceptors);

    public StaffMember Person(string name, StaffRole role) => new()
    {
        DisplayName = name, UserName = name.Replace(' ', '.'), Role = role, SiteId = Site.Id, StudyId = Study.Id, CreatedAt = Start,
    };

    public OnCallPlace Place(int level, Contact contact) => new() { SiteId = Site.Id, Level = level, Order = 1, ContactId = contact.Id };

    public async Task Add(params object[] rows)
    {
        await using var db = Open();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    public async Task Change<T>(Guid id, Action<T> change) where T : class
    {
        await using var db = Open();
        change((await db.FindAsync<T>(id))!);
        await db.SaveChangesAsync();
    }

    /// <summary>A nurse's check gave this grading now: stored, and its alert considered, in one transaction.</summary>
    public Task<AlertOutcome> Grade(int low, int? high = null, int episode = 1, bool danger = false, bool isLate = false) =>
        Grade(Now, low, high ?? low, episode, danger, isLate);

    public async Task<AlertOutcome> Grade(DateTime moment, int low, int high, int episode = 1, bool danger = false, bool isLate = false)
    {
        await using var db = Open();
        await using var transaction = await db.BeginFor(Subject.Id, default);
        db.Act = AuditAct.By(Nurse, "RecordCheck");
        var earlier = await db.Assessments.Where(one => one.SubjectId == Subject.Id && one.Moment == moment).ToListAsync();
        earlier.ForEach(one => one.IsCurrent = false);
        db.Add(Grading(moment, low, high, episode, earlier.Count + 1));
        if (high == 0)
            db.AddRange(await ReadingsOf(db, moment));
        await db.SaveChangesAsync();
        var current = await db.Assessments.Where(one => one.SubjectId == Subject.Id && one.IsCurrent && one.Moment > Now.AddHours(-24))
            .OrderBy(one => one.Moment).ToListAsync();
        var outcome = await new RaiseAlert(db, Time, Links).Consider((await db.Subjects.FindAsync(Subject.Id))!, current, danger, isLate, default);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return outcome;
    }

    /// <summary>An alert closes by itself only on readings, so grade 0 has some: a whole check in which nothing is wrong.</summary>
    async Task<object[]> ReadingsOf(MonitorContext db, DateTime moment)
    {
        if (await db.Observations.AnyAsync(fact => fact.SubjectId == Subject.Id && fact.ObservedAt == moment))
            return [];
        var check = new BedsideCheck
        {
            SubjectId = Subject.Id, SubmissionId = Guid.NewGuid(), ObservedAt = moment, RecordedAt = Now, RecordedById = Nurse.Id,
            Source = ObservationSource.Typed, IsLate = false,
        };
        Observation Fact(string code, decimal? value = null, string? coded = null) => new()
        {
            SubjectId = Subject.Id, CheckId = check.Id, Code = code, Value = value, Coded = coded, ObservedAt = moment, RecordedAt = Now,
            RecordedById = Nurse.Id, Source = ObservationSource.Typed,
        };
        check.Observations.AddRange(
            [Fact("temperature", 36.8m), Fact("sbp", 118), Fact("spo2", 98), Fact("oxygen_device", coded: "room_air"), Fact("vasopressor_agent", coded: "none")]);
        return [check];
    }

    Assessment Grading(DateTime moment, int low, int high, int episode, int version) => new()
    {
        SubjectId = Subject.Id, Criteria = "ASTCT-CRS-2019", Moment = moment, Version = version, Low = low, High = high,
        State = low == high ? GradeState.Determined : GradeState.CannotExclude, Episode = episode, SettingsVersion = 1, ResultJson = "{}", AssessedAt = Now,
    };

    public void Pass(double minutes) => Time.Advance(TimeSpan.FromMinutes(minutes));

    /// <summary>The newest alert of this kind with everything around it, as it is stored now. On a clock that stands, ids tell which is newest.</summary>
    public async Task<Alert> Alert(AlertKind kind = AlertKind.Crs)
    {
        await using var db = Open();
        return await db.Alerts.Include(alert => alert.Acknowledgements).Include(alert => alert.AcknowledgedBy)
            .Include(alert => alert.Notices).ThenInclude(notice => notice.Contact)
            .Where(alert => alert.Kind == kind).OrderByDescending(alert => alert.OpenedAt).ThenByDescending(alert => alert.Id).AsSplitQuery().FirstAsync();
    }

    public async Task<List<T>> All<T>() where T : class
    {
        await using var db = Open();
        return await db.Set<T>().AsNoTracking().ToListAsync();
    }

    public async Task<AlertAnswer> Accept(StaffMember person, params IInterceptor[] interceptors)
    {
        await using var db = Open(interceptors);
        return await new AcknowledgeAlert(db, Time).Run(person, (await Alert()).Id, default);
    }

    /// <param name="seen">The alert as the person's page shows it; as it is now by default.</param>
    public async Task<AlertAnswer> PassOn(StaffMember person, Alert? seen = null)
    {
        seen ??= await Alert();
        await using var db = Open();
        return await new PassOnAlert(db, Time, Links).Run(person, seen.Id, seen.Fence, default);
    }

    public async Task<AlertAnswer> Review(StaffMember person, int? grade, string? reason = null)
    {
        await using var db = Open();
        return await new ReviewAlert(db, Time).Run(person, (await Alert()).Id, new ReviewEntry(grade, ReviewAction.ContinueObservation, reason), default);
    }

    public async Task<AlertAnswer> Close(StaffMember person, string reason)
    {
        await using var db = Open();
        return await new CloseAlert(db, Time).Run(person, (await Alert()).Id, reason, default);
    }

    public Task Leave() => Change<Subject>(Subject.Id, subject => subject.Status = SubjectStatus.Withdrew);

    /// <summary>Leaving was a slip. Nothing is judged anew: the gradings of these stories follow from no facts.</summary>
    public async Task Return()
    {
        await using var db = Open();
        await using var transaction = await db.BeginFor(Subject.Id, default);
        db.Act = AuditAct.By(Nurse, "ReturnToStudy");
        var subject = (await db.Subjects.FindAsync(Subject.Id))!;
        subject.Status = SubjectStatus.OnStudy;
        await new RaiseAlert(db, Time, Links).TakeUp(subject, default);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    public async Task Sweep(ITelephony? through = null, params IInterceptor[] interceptors)
    {
        await using var db = Open(interceptors);
        await new SendNotices(db, Time, through ?? Phones, Links).Run(default);
    }

    /// <summary>Sweeps at every step of time, as the program does every second.</summary>
    public async Task SweepFor(double minutes, double stepSeconds = 15)
    {
        for (var end = Now.AddMinutes(minutes); Now < end;)
        {
            Time.Advance(TimeSpan.FromSeconds(stepSeconds));
            await Sweep();
        }
    }

    public async Task<bool> Hear(string providerId, string status, int? error = null, Guid? noticeId = null)
    {
        await using var db = Open();
        return await new StoreProviderEvent(db).Run(
            new ProviderEvent
            {
                Kind = ProviderEventKind.Status, ProviderId = providerId, Status = status, ErrorCode = error, NoticeId = noticeId, ReceivedAt = Now,
            },
            default);
    }

    /// <summary>A person texts; the sweep that it wakes has run when this returns.</summary>
    public async Task<string?> Reply(Contact from, string body) => await Reply(from.Phone, body);

    public async Task<string?> Reply(string phone, string body)
    {
        var id = $"IN{Guid.NewGuid():N}";
        await using (var db = Open())
        {
            await new StoreProviderEvent(db).Run(
                new ProviderEvent
                {
                    Kind = ProviderEventKind.Inbound, ProviderId = id, Status = "received", FromPhone = phone, Body = body, ReceivedAt = Now,
                },
                default);
        }

        await Sweep();
        return (await All<ProviderEvent>()).Single(said => said.ProviderId == id).Outcome;
    }

    /// <summary>The four digits of the newest text to this phone that has some.</summary>
    public string CodeOn(Contact contact) =>
        System.Text.RegularExpressions.Regex.Match(Phones.TextsTo(contact.Phone).Last(text => text.Contains("Reply A", StringComparison.Ordinal)), "Reply A([0-9]{4})")
            .Groups[1].Value;

    public async Task<Notice> FirstCall(Contact contact) =>
        (await Alert()).Notices.Where(notice => notice.Kind == NoticeKind.Call && notice.ContactId == contact.Id).OrderBy(notice => notice.CreatedAt).First();

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
