using CarNkMonitor.Grading.Crs;
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

/// <summary>One site with a nurse, and one subject whose real rows are recorded through the real use cases on a virtual clock.</summary>
sealed class RealTrial : IAsyncDisposable
{
    public static readonly AlertLinks Links = new("https://cnk.example");

    readonly TestDatabase _database;
    readonly StaffMember _nurse;

    RealTrial(TestDatabase database, SourceSubject source)
    {
        _database = database;
        Source = source;
        var start = source.Rows.Select(row => row.At).Concat(source.Infusions).Min().AddDays(-1);
        Time = new FakeTimeProvider(start);
        Site = new Site { StudyId = Study.Id, Code = "01", Name = "Real data", Zone = "UTC" };
        _nurse = Person("Nurse", StaffRole.Nurse);
    }

    public SourceSubject Source { get; }
    public FakeTimeProvider Time { get; }
    public Study Study { get; } = new() { Code = "REAL", Title = "Real data" };
    public Site Site { get; }
    public Guid SubjectId { get; private set; }
    public RealFigures Figures { get; } = new();

    public static async Task<RealTrial> Enroll(MonitorTemplate databases, DatabaseProvider provider, SourceSubject source)
    {
        var trial = new RealTrial(await databases.Create(provider), source);
        var coordinator = trial.Person("Coordinator", StaffRole.Coordinator);
        await using var db = trial.Open();
        db.AddRange(trial.Study, trial.Site, trial._nurse, coordinator);
        await db.SaveChangesAsync();
        var enrolled = await new EnrollSubject(db).Enroll(coordinator, new Enrollment(
            trial.Site.Id, source.Code, Sex.Unknown, DateOnly.FromDateTime(trial.Time.Now()), source.BirthDate, source.AgeDays), default);
        trial.SubjectId = Assert.IsType<Enrolled>(enrolled).SubjectId;
        return trial;
    }

    public MonitorContext Open()
    {
        var db = MonitorTemplate.Open(_database.Provider, _database.ConnectionString, Time);
        db.Act = AuditAct.BySystem("Test");
        return db;
    }

    public StaffMember Person(string name, StaffRole role) => new()
    {
        DisplayName = name, UserName = name, Role = role, SiteId = Site.Id, StudyId = Study.Id, CreatedAt = Time.Now(),
    };

    /// <summary>Records every row in the order in which the source knew it. What belongs to one instant and was known at once is one check.</summary>
    /// <param name="before">Lets things happen until the clock shows the time of the next check.</param>
    public async Task Run(Func<DateTime, Task>? before = null)
    {
        Figures.Take(Source.Rows);
        var infusions = Source.Infusions.Select(day => (At: day, KnownAt: day, Rows: (List<SourceRow>?)null));
        var checks = Source.Rows.Where(row => row.Item is not null).GroupBy(row => (row.At, row.KnownAt))
            .Select(check => (check.Key.At, check.Key.KnownAt, Rows: (List<SourceRow>?)[.. check]));
        foreach (var (at, knownAt, rows) in infusions.Concat(checks).OrderBy(check => check.KnownAt).ThenBy(check => check.At))
        {
            await (before?.Invoke(knownAt) ?? Task.CompletedTask);
            Time.SetUtcNow(knownAt);
            await (rows is null ? Infuse(at) : Record(at, rows));
        }
    }

    async Task Infuse(DateTime at) => Assert.IsType<CheckSaved>(await Submit(Guid.CreateVersion7(), at, [new CheckItem("infusion", "complete")]));

    /// <summary>As a nurse does: what is refused is left out and listed, an alarming value is confirmed, and the rest is saved.</summary>
    async Task Record(DateTime at, List<SourceRow> rows)
    {
        var (submission, confirmed) = (Guid.CreateVersion7(), new HashSet<SourceRow>(ReferenceEqualityComparer.Instance));
        while (rows.Count > 0)
        {
            var asked = rows;
            switch (await Submit(submission, at, [.. asked.Select(row => row.Item! with { IsConfirmed = confirmed.Contains(row) })]))
            {
                case CheckSaved:
                    Figures.Store(rows.Count, confirmed.Count(rows.Contains));
                    return;
                case NeedsConfirmation question:
                    confirmed.UnionWith(question.Questions.Select(problem => asked[problem.Item!.Value]));
                    break;
                case CheckRefused refusal:
                    var reasons = refusal.Problems.DistinctBy(problem => problem.Item).ToDictionary(problem => problem.Item!.Value, problem => problem.Reason);
                    Figures.Refused.AddRange(reasons.OrderBy(reason => reason.Key).Select(reason => (asked[reason.Key], reason.Value)));
                    rows = [.. asked.Where((_, index) => !reasons.ContainsKey(index))];
                    break;
                case var other:
                    throw new InvalidOperationException($"A nurse of the site was answered {other}.");
            }
        }
    }

    async Task<RecordCheckResult> Submit(Guid submission, DateTime at, IReadOnlyList<CheckItem> items)
    {
        await using var db = Open();
        var follow = new FollowFacts(db, new AssessSubject(db, Time), new RaiseAlert(db, Time, Links), new PlanAssessments(db, Time));
        var source = items[0].Code == "infusion" ? ObservationSource.Typed : Source.Source;
        return await new RecordCheck(db, Time, follow).Record(_nurse, new CheckEntry(submission, SubjectId, ObservedTime.At(at), items, Source: source), default);
    }

    public async Task<List<Assessment>> Course()
    {
        await using var db = Open();
        return await db.Assessments.AsNoTracking().Where(one => one.IsCurrent && one.Criteria == AstctCrs.Criteria).OrderBy(one => one.Moment).ToListAsync();
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
