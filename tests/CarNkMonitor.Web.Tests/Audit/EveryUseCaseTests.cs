using System.Text;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Decisions;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Audit;

/// <summary>
/// Every class of the record that takes the context, found by reflection: what each leaves in the trail, and that it says who. A new class must be put
/// into one of the lists, with a deed if a person acts.
/// </summary>
public class EveryUseCaseTests(MonitorTemplate databases)
{
    const string Why = "because of the test";

    /// <summary>Change nothing and leave nothing: lists, forms, the check of the chain.</summary>
    static readonly Type[] Lookups = [typeof(ReadOnCallList), typeof(AlertList), typeof(PreviewCheck), typeof(PreviewAmendment), typeof(Worklist), typeof(ReadAudit), typeof(ReadStudySettings)];

    /// <summary>Act for the program; their own tests in Monitoring look at what they write.</summary>
    static readonly Type[] OfTheProgram = [typeof(RegradeSubjects), typeof(FindOverdue), typeof(SendNotices), typeof(ProcessProviderEvent), typeof(StoreProviderEvent)];

    /// <summary>Parts of a use case: they act as whoever that one named.</summary>
    static readonly Type[] Parts =
        [typeof(StaffChange), typeof(FailedSignIns), typeof(RaiseAlert), typeof(AssessSubject), typeof(FollowFacts), typeof(PlanAssessments), typeof(ProveIdentity)];

    /// <summary>What a person does, by whom, and the name it must leave.</summary>
    static readonly Deed[] Deeds =
    [
        Of<AddStaffMember>(StaffRole.Administrator, (use, scene) => use.Run(scene.By, new NewStaffMember("new.nurse", "New Nurse", StaffRole.Nurse, scene.Place), Scene.Cancel)),
        Of<ChangeRole>(StaffRole.Administrator, (use, scene) => use.Run(scene.By, scene.Nurse.Id, StaffRole.Physician, scene.Place, Why, Scene.Cancel)),
        Of<DisableStaffMember>(StaffRole.Administrator, (use, scene) => use.Run(scene.By, scene.Nurse.Id, Why, Scene.Cancel)),
        Of<EnableStaffMember>(StaffRole.Administrator, (use, scene) => use.Run(scene.By, scene.Nurse.Id, Why, Scene.Cancel)),
        Of<ResetPassword>(StaffRole.Administrator, (use, scene) => use.Run(scene.By, scene.Nurse.Id, Scene.Cancel)),
        Of<ResetSecondFactor>(StaffRole.Administrator, (use, scene) => use.Run(scene.By, scene.Nurse.Id, Why, Scene.Cancel)),
        Of<ChangePhone>(StaffRole.Administrator, (use, scene) => use.Run(scene.By, scene.Nurse.Id, "+4915112345999", Scene.Cancel)),
        Of<ChooseOwnPassword>(StaffRole.Nurse, (use, scene) => use.Run(scene.By, Trial.Password, "seven yellow bicycles 9", Scene.Cancel)),
        Of<OpenStudy>(StaffRole.Administrator, (use, scene) => use.Open(scene.By, new NewStudy("CNK-9", "Ninth"), Scene.Cancel)),
        Of<ChangeStudySettings>(StaffRole.Investigator, (use, scene) => use.Change(scene.By, scene.Trial.Study.Id, StudySettings.Default with { LateAfterHours = 3 }, 0, Why, Scene.Cancel)),
        Of<OpenSite>(StaffRole.Administrator, (use, scene) => use.Open(scene.By, new NewSite(scene.Trial.Study.Id, "XI", "Xi'an", "Asia/Shanghai"), Scene.Cancel)),
        Of<AddOnCallPlace>(StaffRole.Coordinator, (use, scene) => use.Add(scene.By, new NewOnCallPlace(scene.Trial.Here.Id, 2, Label: "Rapid response", Phone: "+4915112345888"), Scene.Cancel)),
        Of<MakeAvailable>(StaffRole.Coordinator, async (use, scene) => await use.Run(scene.By, await scene.PlaceThatIsOff(), Scene.Cancel)),
        Of<RemoveOnCallPlace>(StaffRole.Coordinator, async (use, scene) => await use.Remove(scene.By, await scene.PlaceThatIsOff(), Scene.Cancel)),
        Of<EnrollSubject>(StaffRole.Coordinator, (use, scene) => use.Enroll(scene.By, new Enrollment(scene.Trial.Here.Id, "SH-099", Sex.Female, new DateOnly(2026, 5, 20)), Scene.Cancel)),
        Of<LinkHomeOncologist>(StaffRole.Coordinator, async (use, scene) => await use.Link(scene.By, new HomeOncologistLink(await scene.SubjectWithoutLink(), scene.Trial.Person(StaffRole.HomeOncologist).Id, null), Scene.Cancel)),
        Of<EndHomeOncologistLink>(StaffRole.Coordinator, async (use, scene) => await use.End(scene.By, await scene.Link(), Scene.Cancel)),
        Of<WithdrawInfusion>(StaffRole.Coordinator, async (use, scene) => await use.Run(scene.By, scene.Trial.Subject.Id, await scene.Infusion(), Why, Scene.Cancel)),
        Of<LeaveStudy>(StaffRole.Coordinator, (use, scene) => use.Run(scene.By, scene.Leaving(), Scene.Cancel)),
        Of<ReturnToStudy>(StaffRole.Coordinator, async (use, scene) => await use.Run(scene.By, await scene.SubjectThatLeft(), Why, Scene.Cancel)),
        Of<RecordCheck>(StaffRole.Nurse, (use, scene) => new Ward(scene.Host).Record(use, scene.Trial.Subject, 0, ("temperature", "37.0"))),
        Of<AmendObservation>(StaffRole.Nurse, async (use, scene) => await use.Withdraw(scene.By, await scene.Temperature(), Why, Scene.Cancel)),
        Of<ImportObservations>(StaffRole.Nurse, (use, scene) => use.Import(scene.By, new MemoryStream(Encoding.UTF8.GetBytes(Import)), new ImportOptions(), Scene.Cancel)),
        Of<ProposeAttribution>(StaffRole.Nurse, (use, scene) => use.Run(scene.By, scene.Infection(), Scene.Cancel), nameof(RecordCheck)), // stored as any other fact
        Of<JudgeAttribution>(StaffRole.Physician, async (use, scene) => await use.Countersign(scene.By, await scene.Proposal(), Why, Scene.Cancel), "CountersignAttribution"),
        Of<ConfirmGrade>(StaffRole.Physician, async (use, scene) => await use.Run(scene.By, new GradeEntry(Guid.NewGuid(), await scene.Crs(), 1, null, null, Trial.Password), Scene.Cancel)),
        Of<AcknowledgeAlert>(StaffRole.Physician, async (use, scene) => await use.Run(scene.By, await scene.Alert(), Scene.Cancel)),
        Of<PassOnAlert>(StaffRole.Physician, async (use, scene) => await use.Run(scene.By, await scene.Alert(), null, Scene.Cancel)),
        Of<ReviewAlert>(StaffRole.Physician, async (use, scene) => await use.Run(scene.By, await scene.AcceptedAlert(), new ReviewEntry(1, ReviewAction.ContinueObservation, Why), Scene.Cancel)),
        Of<CloseAlert>(StaffRole.Physician, async (use, scene) => await use.Run(scene.By, await scene.ReviewedAlert(), Why, Scene.Cancel)),
        Of<ReadBedsideForm>(StaffRole.Nurse, (use, scene) => use.For(scene.By, scene.Trial.Subject.Id, Scene.Cancel)),
        Of<ReadCheckAnswer>(StaffRole.Coordinator, (use, scene) => use.For(scene.By, scene.Trial.Check.Id, Scene.Cancel)),
        Of<ReadAmendment>(StaffRole.Nurse, async (use, scene) => await use.For(scene.By, await scene.Amended(), Scene.Cancel)),
        Of<ReadCheckValues>(StaffRole.Nurse, (use, scene) => use.For(scene.By, scene.Trial.Check.Id, Scene.Cancel)),
        Of<ReadSubject>(StaffRole.Nurse, (use, scene) => use.For(scene.By, scene.Trial.Subject.Id, Scene.Cancel)),
        Of<ReadAlarmLimits>(StaffRole.Investigator, (use, scene) => use.For(scene.By, scene.Trial.Subject.Id, Scene.Cancel)),
        Of<ReadAlert>(StaffRole.Nurse, async (use, scene) => await use.For(scene.By, await scene.Alert(), Scene.Cancel)),
        Of<ReadDecisions>(StaffRole.Nurse, (use, scene) => use.For(scene.By, scene.Trial.Subject.Id, null, Scene.Cancel)),
        Of<ReadAdverseEvents>(StaffRole.Monitor, (use, scene) => use.For(scene.By, scene.Trial.Subject.Id, Scene.Cancel)),
        Of<OpenDecisions>(StaffRole.Physician, (use, scene) => use.For(scene.By, Scene.Cancel), "ReadOpenDecisions"),
        Of<FindAudit>(StaffRole.Monitor, (use, scene) => use.For(scene.By, new AuditFilter(), null, Scene.Cancel)),
        Of<ExportAudit>(StaffRole.Monitor, (use, scene) => use.Run(scene.By, new AuditFilter(), new MemoryStream(), Scene.Cancel)),
    ];

    /// <summary>
    /// These share a program and a database: they read, or add what no other of them needs, and the administrator's come last. Every other deed has its own,
    /// because it takes away what the next one would start from.
    /// </summary>
    static readonly HashSet<Type> OneAfterTheOther =
    [
        typeof(ReadBedsideForm), typeof(ReadCheckAnswer), typeof(ReadCheckValues), typeof(ReadSubject), typeof(ReadAlarmLimits), typeof(ReadAlert), typeof(ReadDecisions), typeof(ReadAdverseEvents), typeof(OpenDecisions),
        typeof(FindAudit), typeof(ExportAudit), typeof(EnrollSubject), typeof(LinkHomeOncologist), typeof(AddOnCallPlace), typeof(ChangeStudySettings),
        typeof(AddStaffMember), typeof(ChangeRole), typeof(DisableStaffMember), typeof(EnableStaffMember), typeof(ResetPassword), typeof(ResetSecondFactor),
        typeof(ChangePhone), typeof(OpenStudy), typeof(OpenSite),
    ];

    const string Import = "subject,observed_at,code,value,unit\nSH-001,2026-05-24 16:00,heart_rate,88,/min\n";

    [Fact]
    public void Every_class_that_takes_the_context_stands_in_a_list()
    {
        Type[] takers = [typeof(MonitorContext), typeof(StaffChange)];
        var all = typeof(MonitorContext).Assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false }
            && type.GetConstructors().Any(made => made.GetParameters().Any(parameter => takers.Contains(parameter.ParameterType))));
        Type[] listed = [.. Lookups, .. OfTheProgram, .. Parts, .. Deeds.Select(deed => deed.UseCase), typeof(CreateFirstAdministrator)];

        Assert.Equal(listed.Select(type => type.Name).Order(StringComparer.Ordinal), all.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task Every_act_of_a_person_says_who(DatabaseProvider provider)
    {
        foreach (var deeds in Deeds.GroupBy(deed => OneAfterTheOther.Contains(deed.UseCase) ? null : deed))
        {
            await using var host = await MonitorHost.Start(databases, provider);
            await Scene.Prepare(host);
            foreach (var deed in deeds.OrderBy(deed => deed.Role == StaffRole.Administrator))
            {
                await SaysWho(host, deed);
            }
        }
    }

    static async Task SaysWho(MonitorHost host, Deed deed)
    {
        var scene = new Scene(host, deed.Role);
        var before = await host.InDatabase(db => db.AuditEntries.MaxAsync(entry => entry.Sequence, Scene.Cancel));
        await deed.Do(host, scene);

        var rows = await host.InDatabase(db => db.AuditEntries.Where(entry => entry.Sequence > before && entry.Act == deed.Act).ToListAsync(Scene.Cancel));

        Assert.True(rows.Any(row => row.ActorId == scene.By.Id && row.Actor == scene.By.DisplayName), $"{deed.UseCase.Name} left no row that says who.");
        Assert.All(rows, row => Assert.True(row.ActorId is not null, $"{deed.UseCase.Name} left a row about {row.Entity} without who."));
    }

    static Deed Of<TUseCase>(StaffRole role, Func<TUseCase, Scene, Task> deed, string? act = null) where TUseCase : notnull => new(
        typeof(TUseCase), role, act ?? typeof(TUseCase).Name, (host, scene) => host.Run(async (TUseCase use) =>
        {
            await deed(use, scene);
            return true;
        }));

    sealed record Deed(Type UseCase, StaffRole Role, string Act, Func<MonitorHost, Scene, Task> Do);

    /// <summary>A subject with fever and an open alert, and what a deed may need first.</summary>
    sealed class Scene(MonitorHost host, StaffRole role)
    {
        public MonitorHost Host => host;
        public Trial Trial => host.Trial;
        public StaffMember By => Trial.Person(role);
        public StaffMember Nurse => Trial.Person(StaffRole.Nurse);
        public StaffPlace Place => new(Trial.Study.Id, Trial.Here.Id);
        public static CancellationToken Cancel => TestContext.Current.CancellationToken;

        public static async Task Prepare(MonitorHost host)
        {
            var ward = new Ward(host);
            await ward.CallList();
            await ward.Infuse(hoursAgo: 75);
            await ward.Record(hoursAgo: 0.1, Ward.But(("temperature", "38.6")));
        }

        public Task<Guid> Temperature() => host.InDatabase(db => db.Observations.Where(row => row.Code == "temperature").Select(row => row.Id).SingleAsync(Cancel));

        public async Task<Guid> Amended()
        {
            var value = await Temperature();
            var withdrawn = await host.Run((AmendObservation amend) => amend.Withdraw(By, value, Why, Cancel));
            return Assert.IsType<CheckSaved>(withdrawn).AmendmentId!.Value;
        }

        public Task<Guid> Crs() => host.InDatabase(db => db.Assessments.Where(row => row.Criteria == AstctCrs.Criteria && row.IsCurrent).Select(row => row.Id).SingleAsync(Cancel));

        public Task<Guid> Alert() => host.InDatabase(db => db.Alerts.Where(row => row.Kind == AlertKind.Crs).Select(row => row.Id).SingleAsync(Cancel));

        public async Task<Guid> AcceptedAlert()
        {
            var alert = await Alert();
            await host.Run((AcknowledgeAlert accept) => accept.Run(By, alert, Cancel));
            return alert;
        }

        public async Task<Guid> ReviewedAlert()
        {
            var alert = await AcceptedAlert();
            await host.Run((ReviewAlert review) => review.Run(By, alert, new ReviewEntry(1, ReviewAction.ContinueObservation, null), Cancel));
            return alert;
        }

        public AttributionEntry Infection() => new(Guid.NewGuid(), Trial.Subject.Id, "fever_attribution", "infection", "line infection");

        public async Task<Guid> Proposal()
        {
            await host.Run((ProposeAttribution propose) => propose.Run(Nurse, Infection(), Cancel));
            return await host.InDatabase(db => db.Observations.Where(row => row.Code == "fever_attribution").Select(row => row.Id).SingleAsync(Cancel));
        }

        public Task<Guid> Link() => host.InDatabase(db => db.SubjectLinks.Select(row => row.Id).SingleAsync(Cancel));

        public async Task<Guid> Infusion()
        {
            if (!await host.InDatabase(db => db.Infusions.AnyAsync(row => row.SubjectId == host.Trial.Subject.Id, Cancel)))
            {
                await new Ward(host).Infuse(hoursAgo: 50);
            }

            return await host.InDatabase(db => db.Infusions.Where(row => row.SubjectId == host.Trial.Subject.Id).Select(row => row.Id).FirstAsync(Cancel));
        }

        public Leaving Leaving() => new(host.Trial.Subject.Id, SubjectStatus.Withdrew, DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime), Why);

        public async Task<Guid> SubjectThatLeft()
        {
            Assert.True((await host.Run((LeaveStudy leave) => leave.Run(host.Trial.Person(StaffRole.Coordinator), Leaving(), Cancel))).IsDone);
            return host.Trial.Subject.Id;
        }

        public async Task<Guid> SubjectWithoutLink() => (await new Ward(host).Admit("SH-050")).Id;

        public Task<Guid> PlaceThatIsOff() => host.InDatabase(async db =>
        {
            db.Act = AuditAct.BySystem("Test");
            var place = await db.OnCallPlaces.Include(row => row.Contact).FirstAsync(Cancel);
            (place.Contact!.IsEnabled, place.Contact.Off) = (false, PhoneOff.NotOnDuty);
            await db.SaveChangesAsync(Cancel);
            return place.Id;
        });
    }
}
