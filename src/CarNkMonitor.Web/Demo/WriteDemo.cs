using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Demo;

/// <summary>
/// Writes the demo's past into an empty database through the program's own use cases, in order of time, with the clock standing where the
/// story is: grades, alerts, texts and slots come about as they would on a ward.
/// </summary>
public sealed class WriteDemo(IServiceScopeFactory scopes, DemoClock clock, DemoPeople people)
{
    readonly Dictionary<string, Guid> _subjects = [];

    public async Task Run(DateTime start, int seed, CancellationToken cancel)
    {
        var subjects = new DemoStories(start, seed).All;
        var happened = subjects.SelectMany(subject => subject.Events.Select(one => (Subject: subject, Event: one))).OrderBy(pair => pair.Event.At).ToList();
        clock.StandAt(happened[0].Event.At.AddDays(-7));
        await In<DemoTrial>(trial => trial.Store(cancel));
        foreach (var subject in subjects)
        {
            await Enroll(subject, cancel);
        }

        foreach (var (subject, one) in happened)
        {
            clock.StandAt(one.At);
            await In<RegradeSubjects>(duty => duty.Run(cancel));
            await Happen(subject, one, cancel);
            await In<SendNotices>(sweep => sweep.Run(cancel));
        }

        clock.StandAt(start);
        await In<RegradeSubjects>(duty => duty.Run(cancel));
        await In<FindOverdue>(duty => duty.Run(cancel));
        clock.Run();
    }

    Task Happen(DemoSubject subject, DemoEvent happened, CancellationToken cancel) => happened switch
    {
        DemoEvent.Recorded recorded => Record(subject, recorded.Items, cancel),
        DemoEvent.Accepted accepted => OnAlert<AcknowledgeAlert>(subject, accepted.UserName, (accept, person, alert) => accept.Run(person, alert, cancel), cancel),
        DemoEvent.Reviewed reviewed => OnAlert<ReviewAlert>(
            subject, reviewed.UserName, (review, person, alert) => review.Run(person, alert, new ReviewEntry(reviewed.Grade, reviewed.Action, null), cancel), cancel),
        DemoEvent.LinkedHome linked => LinkHome(subject, linked, cancel),
        DemoEvent.Amended amended => Decide(subject, NurseOf(subject), (happen, nurse) => happen.Amend(nurse, amended), cancel),
        DemoEvent.Proposed proposed => Decide(subject, NurseOf(subject), (happen, nurse) => happen.Propose(nurse, proposed), cancel),
        DemoEvent.Countersigned signed => Decide(subject, signed.UserName, (happen, physician) => happen.Countersign(physician, signed), cancel),
        DemoEvent.Confirmed confirmed => Decide(
            subject, confirmed.UserName, (happen, physician) => happen.Confirm(physician, people.Named(confirmed.UserName).Password, confirmed), cancel),
        _ => throw new InvalidOperationException($"The demo does not know {happened.GetType().Name}."),
    };

    /// <summary>A moment of the demo's story, also after it began.</summary>
    public async Task Record(DemoSubject subject, IReadOnlyList<CheckItem> items, CancellationToken cancel) => await In(async services =>
    {
        var nurse = await Person(services, NurseOf(subject), cancel);
        var db = services.GetRequiredService<MonitorContext>();
        var subjectId = await db.Subjects.Where(row => row.SubjectCode == subject.Code).Select(row => row.Id).SingleAsync(cancel);
        var entry = new CheckEntry(Guid.NewGuid(), subjectId, ObservedTime.At(clock.Now()), items);
        var result = await services.GetRequiredService<RecordCheck>().Record(nurse, entry, cancel);
        if (result is not CheckSaved)
        {
            throw new InvalidOperationException($"The demo's own entry for {subject.Code} was refused: {Json.Write<object>(result)}");
        }
    });

    async Task Enroll(DemoSubject subject, CancellationToken cancel) => await In(async services =>
    {
        var db = services.GetRequiredService<MonitorContext>();
        var site = await db.Sites.SingleAsync(row => row.Code == subject.Site, cancel);
        var firstInfusion = DateOnly.FromDateTime(subject.Events.Min(one => one.At));
        var enrollment = new Enrollment(site.Id, subject.Code, Sex.Unknown, DateOnly.FromDateTime(clock.Now().Date), new DateOnly(subject.BornIn, 5, 17),
            ConditioningFrom: firstInfusion.AddDays(-5), ConditioningTo: firstInfusion.AddDays(-3));
        var result = await services.GetRequiredService<EnrollSubject>().Enroll(await Person(services, "coordinator", cancel), enrollment, cancel);
        _subjects[subject.Code] = result is Enrolled enrolled ? enrolled.SubjectId
            : throw new InvalidOperationException($"The demo could not enroll {subject.Code}: {Json.Write<object>(result)}");
    });

    async Task OnAlert<TUseCase>(
        DemoSubject subject, string userName, Func<TUseCase, StaffMember, Guid, Task<AlertAnswer>> act, CancellationToken cancel) where TUseCase : notnull =>
        await In(async services =>
        {
            var db = services.GetRequiredService<MonitorContext>();
            var subjectId = _subjects[subject.Code];
            var alert = await db.Alerts.Where(row => row.SubjectId == subjectId && row.Kind == AlertKind.Crs && row.ClosedAt == null)
                .Select(row => row.Id).SingleAsync(cancel);
            var answer = await act(services.GetRequiredService<TUseCase>(), await Person(services, userName, cancel), alert);
            if (!answer.IsDone)
            {
                throw new InvalidOperationException($"The demo's own act on the alert of {subject.Code} was refused: {answer.Sentence}");
            }
        });

    string NurseOf(DemoSubject subject) => people.All.First(person => person.Role == StaffRole.Nurse && person.Site == subject.Site).UserName;

    Task Decide(DemoSubject subject, string userName, Func<HappenDecisions, StaffMember, Task> act, CancellationToken cancel) => In(async services =>
        await act(new HappenDecisions(services, _subjects[subject.Code], cancel), await Person(services, userName, cancel)));

    async Task LinkHome(DemoSubject subject, DemoEvent.LinkedHome linked, CancellationToken cancel) => await In(async services =>
    {
        var db = services.GetRequiredService<MonitorContext>();
        db.Act = AuditAct.BySystem("MakeDemo");
        var row = await db.Subjects.SingleAsync(found => found.SubjectCode == subject.Code, cancel);
        row.HomeZone = linked.Zone;
        var oncologist = await Person(services, linked.UserName, cancel);
        db.SubjectLinks.Add(new SubjectLink { SubjectId = row.Id, StaffMemberId = oncologist.Id, LinkedAt = clock.Now() });
        await db.SaveChangesAsync(cancel);
    });

    static async Task<StaffMember> Person(IServiceProvider services, string userName, CancellationToken cancel) =>
        await services.GetRequiredService<MonitorContext>().Users.Include(person => person.Site).SingleAsync(person => person.UserName == userName, cancel);

    Task In<T>(Func<T, Task> work) where T : notnull => In(services => work(services.GetRequiredService<T>()));

    async Task In(Func<IServiceProvider, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }
}
