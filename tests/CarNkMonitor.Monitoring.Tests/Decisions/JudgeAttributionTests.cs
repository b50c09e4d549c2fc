using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Urgency;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Decisions;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Tests.Observations;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Tests.Decisions;

public class JudgeAttributionTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task A_nurses_proposal_lowers_only_the_lower_bound_and_a_countersignature_both(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("39.0"));
        scene.Time.Advance(TimeSpan.FromMinutes(5));

        var proposed = Assert.IsType<CheckSaved>(await Propose(scene, scene.Nurse));
        Assert.Equal((0, 1), (proposed.Crs!.Low, proposed.Crs.High));
        scene.Time.Advance(TimeSpan.FromMinutes(30));
        var proposal = await Proposal(scene);
        var signed = Assert.IsType<CheckSaved>(await Judge(scene, judge => judge.Countersign(scene.Physician, proposal.Id, " culture positive ", Cancel)));

        Assert.Equal((0, 0), (signed.Crs!.Low, signed.Crs.High));
        var row = (await scene.All<Observation>()).Single(one => one.SupersedesId == proposal.Id);
        Assert.Equal(
            ("infection", "line infection", "culture positive", false, false, proposal.ObservedAt, scene.Physician.Id),
            (row.Coded, row.Note, row.Reason, row.IsProvisional, row.IsWithdrawal, row.ObservedAt, row.RecordedById));
        var audit = (await scene.All<AuditEntry>()).Last(entry => entry.Act == "CountersignAttribution" && entry.Entity == "Observation");
        Assert.Equal((scene.Physician.Id, "culture positive"), (audit.ActorId, audit.Reason));
    }

    [Theory, OnBothDatabases]
    public async Task A_rejected_proposal_is_withdrawn_with_its_reason_and_the_finding_counts_again(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("39.0"));
        scene.Time.Advance(TimeSpan.FromMinutes(5));
        await Propose(scene, scene.Nurse);
        var proposal = await Proposal(scene);

        var rejected = Assert.IsType<CheckSaved>(await Judge(scene, judge => judge.Reject(scene.Physician, proposal.Id, "no focus", Cancel)));

        Assert.Equal((1, 1), (rejected.Crs!.Low, rejected.Crs.High));
        Assert.Contains(await scene.All<Observation>(), one => one.SupersedesId == proposal.Id && one.IsWithdrawal && one.Reason == "no focus");
    }

    /// <summary>The statement is 13 hours old and counts for 24: what it held down is a grade of now.</summary>
    [Theory, OnBothDatabases]
    public async Task A_proposal_rejected_hours_later_calls_as_soon_as_the_grade_asks(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("39.0"));
        scene.Time.Advance(TimeSpan.FromMinutes(5));
        await Propose(scene, scene.Nurse);
        var proposal = await Proposal(scene);
        await CloseAlerts(scene);
        scene.Time.Advance(TimeSpan.FromHours(13));
        await scene.Saved(scene.Time.GetUtcNow().UtcDateTime, Item.Well("39.2"));
        var rejected = Assert.IsType<CheckSaved>(await Judge(scene, judge => judge.Reject(scene.Physician, proposal.Id, "no focus", Cancel)));

        Assert.Equal(ClinicalUrgency.Urgent1H, rejected.Alert!.Alert!.Urgency);
    }

    static async Task CloseAlerts(RecordScene scene)
    {
        await using var db = scene.Open();
        db.Act = AuditAct.By(scene.Physician, "Close");
        foreach (var alert in await db.Alerts.ToListAsync(Cancel))
        {
            (alert.State, alert.ClosedAt, alert.NextStepAt) = (AlertState.Closed, RecordScene.Noon, null);
        }

        await db.SaveChangesAsync(Cancel);
    }

    [Theory, OnBothDatabases]
    public async Task Only_a_physician_judges_and_never_the_own_proposal_nor_twice_nor_without_a_ground(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Temperature("39.0"));
        scene.Time.Advance(TimeSpan.FromMinutes(5));
        await Propose(scene, scene.Nurse);
        var proposal = await Proposal(scene);
        var temperature = (await scene.All<Observation>()).Single(one => one.Code == "temperature");

        Assert.IsType<NotPermitted>(await Judge(scene, judge => judge.Countersign(scene.Nurse, proposal.Id, "sure", Cancel)));
        Assert.IsType<SubjectNotFound>(await Judge(scene, judge => judge.Countersign(PhysicianIn(scene.Shanghai), proposal.Id, "sure", Cancel)));
        Assert.IsType<SubjectNotFound>(await Judge(scene, judge => judge.Countersign(scene.Physician, Guid.NewGuid(), "sure", Cancel)));
        Assert.IsType<CheckRefused>(await Judge(scene, judge => judge.Countersign(scene.Physician, proposal.Id, " ", Cancel)));
        Assert.IsType<CheckRefused>(await Judge(scene, judge => judge.Reject(scene.Physician, proposal.Id, new string('x', 501), Cancel)));
        Assert.IsType<CheckRefused>(await Judge(scene, judge => judge.Reject(scene.Physician, temperature.Id, "slip", Cancel)));
        var promoted = new StaffMember
        {
            Id = scene.Nurse.Id, DisplayName = "Dr Ortiz", Role = StaffRole.Physician, SiteId = scene.Berlin.Id, StudyId = scene.Berlin.StudyId, CreatedAt = RecordScene.Noon,
        };
        Assert.IsType<NotPermitted>(await Judge(scene, judge => judge.Countersign(promoted, proposal.Id, "sure", Cancel)));
        Assert.Equal(proposal.Id, (await Proposal(scene)).Id);
        Assert.IsType<CheckSaved>(await Judge(scene, judge => judge.Countersign(scene.Physician, proposal.Id, "culture positive", Cancel)));
        Assert.IsType<CheckRefused>(await Judge(scene, judge => judge.Countersign(scene.Investigator, proposal.Id, "culture positive", Cancel)));
        Assert.IsType<CheckRefused>(await Judge(scene, judge => judge.Reject(scene.Investigator, proposal.Id, "no", Cancel)));
    }

    [Theory, OnBothDatabases]
    public async Task A_statement_needs_finding_cause_and_reason_and_a_person_who_may(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);

        Assert.Equal(["Finding"], await Problems(scene, "temperature", "infection", "line"));
        Assert.Equal(["Cause"], await Problems(scene, "fever_attribution", "other_cause", "line"));
        Assert.Equal(["Cause"], await Problems(scene, "hypotension_attribution", null, "line"));
        Assert.Equal(["Reason"], await Problems(scene, "fever_attribution", "infection", " "));
        Assert.Equal(["Reason"], await Problems(scene, "fever_attribution", "infection", new string('x', 2001)));
        Assert.IsType<NotPermitted>(await Propose(scene, scene.Coordinator));
        Assert.IsType<SubjectNotFound>(await Propose(scene, scene.NurseElsewhere));
        Assert.DoesNotContain(await scene.All<Observation>(), one => one.Code == "fever_attribution");
    }

    [Theory, OnBothDatabases]
    public async Task Pressing_propose_again_a_minute_later_is_one_statement(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        var entry = new AttributionEntry(Guid.NewGuid(), scene.SubjectId, "fever_attribution", "infection", "line infection");

        Assert.False(Assert.IsType<CheckSaved>(await Propose(scene, scene.Nurse, entry)).WasStoredBefore);
        scene.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(Assert.IsType<CheckSaved>(await Propose(scene, scene.Nurse, entry)).WasStoredBefore);

        Assert.Single(await scene.All<Observation>(), one => one.Code == "fever_attribution");
    }

    [Theory, OnBothDatabases]
    public async Task A_statement_is_shown_with_who_until_when_and_what_ends_it(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("39.0"));
        scene.Time.Advance(TimeSpan.FromHours(1));
        await Propose(scene, scene.Nurse);
        var proposal = await Proposal(scene);

        var waiting = Assert.Single(await Statements(scene));
        Assert.Equal(("Nurse Ortiz", (string?)null, RecordScene.Noon.AddHours(25), AttributionEnd.Age), (waiting.By, waiting.CountersignedBy, waiting.Until, waiting.EndsBy));
        Assert.Equal(StatementState.AwaitsCountersignature, waiting.StateAt(RecordScene.Noon.AddHours(24.9)));
        Assert.Equal(StatementState.RanOut, waiting.StateAt(RecordScene.Noon.AddHours(25)));
        await Judge(scene, judge => judge.Countersign(scene.Physician, proposal.Id, "culture positive", Cancel));
        var signed = Assert.Single(await Statements(scene));
        Assert.Equal(("Nurse Ortiz", "Dr Li", StatementState.Holds), (signed.By, signed.CountersignedBy, signed.StateAt(RecordScene.Noon.AddHours(2))));

        scene.Time.SetUtcNow(RecordScene.Noon.AddHours(20));
        await Renew(scene, scene.Physician, signed.Row.Id);
        var (renewed, first) = ((await Statements(scene))[0], (await Statements(scene))[1]);
        Assert.Equal((StatementState.Holds, RecordScene.Noon.AddHours(44)), (renewed.StateAt(RecordScene.Noon.AddHours(25)), renewed.Until));
        Assert.Equal(("infection", "still febrile"), (renewed.Row.Coded, renewed.Row.Note));
        Assert.IsType<SubjectNotFound>(await Renew(scene, PhysicianIn(scene.Shanghai), signed.Row.Id));
        Assert.Equal((StatementState.Replaced, RecordScene.Noon.AddHours(20)), (first.StateAt(RecordScene.Noon.AddHours(25)), first.Until));
    }

    [Theory, OnBothDatabases]
    public async Task The_physicians_list_holds_proposals_of_the_own_site_and_what_runs_out(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("39.0"));
        scene.Time.Advance(TimeSpan.FromHours(1));
        await Propose(scene, scene.Nurse);

        var list = await Open(scene, scene.Physician);
        Assert.Equal("01-001", Assert.Single(list.Proposals).Subject.SubjectCode);
        Assert.Empty(list.ToRenew);
        Assert.Empty((await Open(scene, PhysicianIn(scene.Shanghai))).Proposals);
        Assert.Equal((1, 0, 0), (await Count(scene, scene.Physician), await Count(scene, PhysicianIn(scene.Shanghai)), await Count(scene, scene.Nurse)));

        await Judge(scene, async judge => await judge.Countersign(scene.Physician, (await Proposal(scene)).Id, "culture positive", Cancel));
        Assert.Empty((await Open(scene, scene.Physician)).Proposals);
        scene.Time.SetUtcNow(RecordScene.Noon.AddHours(22));
        Assert.Single((await Open(scene, scene.Investigator)).ToRenew);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Open(scene, scene.Nurse));
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static StaffMember PhysicianIn(Site site) => new()
    {
        DisplayName = "Dr Wang", Role = StaffRole.Physician, SiteId = site.Id, StudyId = site.StudyId, CreatedAt = RecordScene.Noon,
    };

    static Task<RecordCheckResult> Propose(RecordScene scene, StaffMember person) => Propose(scene, person, "fever_attribution", "infection", "line infection");

    static Task<RecordCheckResult> Propose(RecordScene scene, StaffMember person, string finding, string? cause, string reason) =>
        Propose(scene, person, new AttributionEntry(Guid.NewGuid(), scene.SubjectId, finding, cause, reason));

    static async Task<RecordCheckResult> Propose(RecordScene scene, StaffMember person, AttributionEntry entry)
    {
        await using var db = scene.Open();
        return await new ProposeAttribution(db, new RecordCheck(db, scene.Time, scene.Follow(db)), scene.Time).Run(person, entry, Cancel);
    }

    static async Task<RecordCheckResult> Renew(RecordScene scene, StaffMember person, Guid statement)
    {
        await using var db = scene.Open();
        var propose = new ProposeAttribution(db, new RecordCheck(db, scene.Time, scene.Follow(db)), scene.Time);
        return await propose.Renew(person, Guid.NewGuid(), statement, "still febrile", Cancel);
    }

    static async Task<IEnumerable<string>> Problems(RecordScene scene, string finding, string? cause, string reason) =>
        Assert.IsType<CheckRefused>(await Propose(scene, scene.Nurse, finding, cause, reason)).Problems.Select(problem => problem.Field);

    static async Task<RecordCheckResult> Judge(RecordScene scene, Func<JudgeAttribution, Task<RecordCheckResult>> judge)
    {
        await using var db = scene.Open();
        return await judge(new JudgeAttribution(db, scene.Time, scene.Follow(db)));
    }

    static async Task<Observation> Proposal(RecordScene scene)
    {
        await using var db = scene.Open();
        return await db.Observations.Current().SingleAsync(one => one.Code == "fever_attribution", Cancel);
    }

    static async Task<IReadOnlyList<AttributionStatement>> Statements(RecordScene scene)
    {
        await using var db = scene.Open();
        return (await new ReadDecisions(db, scene.Time).For(scene.Physician, scene.SubjectId, null, Cancel))!.Statements;
    }

    static async Task<DecisionList> Open(RecordScene scene, StaffMember person)
    {
        await using var db = scene.Open();
        return await new OpenDecisions(db, scene.Time).For(person, Cancel);
    }

    static async Task<int> Count(RecordScene scene, StaffMember person)
    {
        await using var db = scene.Open();
        return await new OpenDecisions(db, scene.Time).Count(person, Cancel);
    }
}
