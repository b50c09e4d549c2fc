using System.Globalization;
using System.Text;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace CarNkMonitor.Web.Tests.RealData;

/// <summary>
/// One site whose subjects' real rows are imported, a file for each of them, on the day after their last one: shifted dates lie a hundred years
/// apart, and nobody is to be overdue for all of them.
/// </summary>
sealed class ImportedTrial : IAsyncDisposable
{
    readonly TestDatabase _database;
    readonly FakeTimeProvider _time;
    readonly Study _study = new() { Code = "REAL", Title = "Real data" };
    readonly Site _site;

    ImportedTrial(TestDatabase database, DateTime now)
    {
        (_database, _time) = (database, new FakeTimeProvider(now));
        _site = new Site { StudyId = _study.Id, Code = "01", Name = "Real data", Zone = "UTC" };
    }

    public RealFigures Figures { get; } = new();

    public static async Task<ImportedTrial> Of(MonitorTemplate databases, DatabaseProvider provider, IReadOnlyList<SourceSubject> subjects)
    {
        var inTime = subjects.Where(one => one.Rows.Count > 0).OrderBy(DayAfter).ToList();
        var trial = new ImportedTrial(await databases.Create(provider), DayAfter(inTime[0]));
        var (coordinator, nurse) = (trial.Person("Coordinator", StaffRole.Coordinator), trial.Person("Nurse", StaffRole.Nurse));
        await using (var db = trial.Open())
        {
            db.AddRange(trial._study, trial._site, coordinator, nurse);
            await db.SaveChangesAsync();
        }

        foreach (var subject in inTime)
        {
            trial._time.SetUtcNow(DayAfter(subject));
            await trial.Import(coordinator, nurse, subject);
        }

        return trial;
    }

    /// <summary>Current assessments by subject code, ordered by moment.</summary>
    public async Task<ILookup<string, Assessment>> Assessments()
    {
        await using var db = Open();
        var rows = await (from one in db.Assessments.AsNoTracking() where one.IsCurrent
                          join subject in db.Subjects on one.SubjectId equals subject.Id
                          orderby one.Moment, one.Criteria, one.Part
                          select new { subject.SubjectCode, one }).ToListAsync();
        return rows.ToLookup(row => row.SubjectCode, row => row.one);
    }

    /// <summary>All that they say, without ids.</summary>
    public static IEnumerable<string> Told(ILookup<string, Assessment> assessments) =>
        from subject in assessments.OrderBy(one => one.Key, StringComparer.Ordinal)
        from one in subject
        orderby subject.Key, one.Moment, one.Criteria, one.Part
        let result = ToxicityNow.Of(one)
        select string.Create(CultureInfo.InvariantCulture,
            $"{subject.Key} {one.Moment:O} {one.Criteria} {one.Part} {result.Level} {one.State} {one.Episode} {one.OnsetAt:O} {string.Join('|', result.Flags)} ")
            + $"{string.Join('|', result.Drivers.Select(driver => $"{driver.Code}={driver.Value}@{driver.ObservedAt:O}"))} {result.Sentence}";

    async Task Import(StaffMember coordinator, StaffMember nurse, SourceSubject subject)
    {
        await using var db = Open();
        var enrolled = await new EnrollSubject(db).Enroll(coordinator, new Enrollment(
            _site.Id, subject.Code, subject.Sex, DateOnly.FromDateTime(subject.Rows.Min(row => row.At)), subject.BirthDate, subject.AgeDays), default);
        Assert.IsType<Enrolled>(enrolled);
        Figures.Take(subject.Rows);
        var rows = subject.Rows.Where(row => row.Item is not null).ToList();
        var follow = new FollowFacts(db, new AssessSubject(db, _time), new RaiseAlert(db, _time, RealTrial.Links), new PlanAssessments(db, _time));
        await using var file = new MemoryStream(Encoding.UTF8.GetBytes(File(subject, rows)));
        var report = await new ImportObservations(db, _time, follow).Import(nurse, file, new ImportOptions(AcceptValid: true, AlarmingIsConfirmed: true), default);
        Assert.True(report.WasStored);
        var header = 2 + subject.Infusions.Count;
        Figures.Refused.AddRange(report.Errors.Where(error => error.Line >= header).Select(error => (rows[error.Line - header], error.Reason)));
        Figures.Refused.AddRange(Enumerable.Repeat((rows[0], "the same reading again"), report.Unchanged));
        Figures.Store(report.Stored - subject.Infusions.Count, confirmed: 0);
    }

    static string File(SourceSubject subject, IReadOnlyList<SourceRow> rows)
    {
        var text = new StringBuilder("subject,observed_at,code,value,unit,source,reference_low,reference_high\n");
        var source = subject.Source.ToString().ToLowerInvariant();
        foreach (var infusion in subject.Infusions)
        {
            text.Append(CultureInfo.InvariantCulture, $"{subject.Code},{infusion:yyyy-MM-ddTHH:mm:ssZ},infusion,complete,,{source},,\n");
        }

        foreach (var (at, item) in rows.Select(row => (row.At, row.Item!)))
        {
            text.Append(CultureInfo.InvariantCulture, $"{subject.Code},{at:yyyy-MM-ddTHH:mm:ssZ},{item.Code},\"{item.Value}\",\"{item.Unit}\",{source},{item.ReferenceLow},{item.ReferenceHigh}\n");
        }

        return text.ToString();
    }

    static DateTime DayAfter(SourceSubject subject) => subject.Rows.Max(row => row.At).AddDays(1);

    MonitorContext Open()
    {
        var db = MonitorTemplate.Open(_database.Provider, _database.ConnectionString, _time);
        db.Act = AuditAct.BySystem("Test");
        return db;
    }

    StaffMember Person(string name, StaffRole role) => new()
    {
        DisplayName = name, UserName = name, Role = role, SiteId = _site.Id, StudyId = _study.Id, CreatedAt = _time.GetUtcNow().UtcDateTime,
    };

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
