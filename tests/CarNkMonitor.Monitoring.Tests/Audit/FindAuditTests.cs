using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Tests.Observations;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Audit;

public class FindAuditTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task Rows_are_found_by_subject_person_act_field_and_time(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        var monitor = await Monitor(scene, scene.Berlin);
        await scene.Saved(RecordScene.Noon, Item.Well("39.4"));
        scene.Time.Advance(TimeSpan.FromMinutes(10));
        var slip = (await scene.All<Observation>()).Single(fact => fact.Code == "temperature");
        await scene.Amend(scene.Physician, slip.Id, Item.Temperature("36.4"), "typed 39 for 36");

        Assert.All(await Found(scene, monitor, new AuditFilter(scene.SubjectId)), row => Assert.Equal((scene.SubjectId, "01-001"), (row.Entry.SubjectId, row.SubjectCode)));
        Assert.All(await Found(scene, monitor, new AuditFilter(ActorId: scene.Physician.Id)), row => Assert.Equal("Dr Li", row.Entry.Actor));
        Assert.All(await Found(scene, monitor, new AuditFilter(Act: nameof(AmendObservation))), row => Assert.Equal("typed 39 for 36", row.Entry.Reason));
        var temperatures = await Found(scene, monitor, new AuditFilter(Field: "temperature"));
        Assert.Equal([nameof(AmendObservation), nameof(RecordCheck)], temperatures.Select(row => row.Entry.Act));
        var state = await Found(scene, monitor, new AuditFilter(scene.SubjectId, Field: "State"));
        Assert.Contains(state, row => row.Entry.Entity == "Alert" && row.Values.Contains(new AuditedValue("State", "Open", "Withdrawn")));
        var amendedAt = RecordScene.Noon.AddMinutes(10);
        Assert.All(await Found(scene, monitor, new AuditFilter(From: amendedAt)), row => Assert.Equal(amendedAt, row.Entry.At));
        Assert.All(await Found(scene, monitor, new AuditFilter(Before: amendedAt)), row => Assert.True(row.Entry.At < amendedAt));
        Assert.Empty(await Found(scene, monitor, new AuditFilter(ActorId: scene.Nurse.Id, From: amendedAt)));
    }

    [Theory, OnBothDatabases]
    public async Task What_was_not_done_in_a_check_is_found_by_its_subject(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        var monitor = await Monitor(scene, scene.Berlin);
        var entry = scene.Entry(RecordScene.Noon, Item.Temperature("36.4")) with { NotDone = [new ItemNotDone("spo2", "probe broken")] };
        await scene.Record(scene.Nurse, entry);

        var rows = await Found(scene, monitor, new AuditFilter(scene.SubjectId, Field: "spo2"));

        Assert.Equal("NotDone", Assert.Single(rows).Entry.Entity);
    }

    [Theory, OnBothDatabases]
    public async Task A_monitor_of_another_site_finds_nothing_of_this_one_and_one_of_the_study_all(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("39.4"));
        var ofBerlin = new AuditFilter(scene.SubjectId);

        Assert.Empty(await Found(scene, await Monitor(scene, scene.Shanghai), ofBerlin));
        Assert.Empty(await Found(scene, await Monitor(scene, scene.Shanghai), new AuditFilter(ActorId: scene.Nurse.Id)));
        Assert.NotEmpty(await Found(scene, await Monitor(scene, site: null), ofBerlin));
        var ofAnotherStudy = await Monitor(scene, site: null, studyId: Guid.NewGuid());
        Assert.All(await Found(scene, ofAnotherStudy, new AuditFilter(WithReading: true)), row => Assert.Equal(ofAnotherStudy.Id.ToString(), row.Entry.EntityId));
    }

    [Theory, OnBothDatabases]
    public async Task What_was_done_to_people_and_sites_is_there_too(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        var monitor = await Monitor(scene, scene.Berlin);

        var entities = (await Found(scene, monitor, new AuditFilter())).Select(row => row.Entry.Entity).ToHashSet();

        Assert.Superset(new HashSet<string> { "Study", "Site", "StaffMember", "Contact", "OnCallPlace", "Observation" }, entities);
        var people = await Found(scene, monitor, new AuditFilter(Field: "Role"));
        Assert.DoesNotContain(people, row => row.Entry.EntityId == scene.NurseElsewhere.Id.ToString());
    }

    [Theory, OnBothDatabases]
    public async Task Looking_is_written_down_with_its_filter_and_shown_only_when_asked_for(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        var monitor = await Monitor(scene, scene.Berlin);
        await Found(scene, monitor, new AuditFilter(scene.SubjectId));

        Assert.DoesNotContain(await Found(scene, monitor, new AuditFilter()), row => row.Entry.Act == nameof(FindAudit));
        var looks = await Found(scene, monitor, new AuditFilter(ActorId: monitor.Id, WithReading: true));

        var first = looks[^1];
        Assert.Equal((nameof(FindAudit), monitor.Id, scene.SubjectId), (first.Entry.Act, first.Entry.ActorId, first.Entry.SubjectId));
        Assert.Contains(first.Values, value => value is { Field: "subjectId", New: "01-001" });
    }

    [Theory, OnBothDatabases]
    public async Task Pages_follow_each_other_without_gap_or_repeat(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        var monitor = await Monitor(scene, scene.Berlin);
        for (var hour = 1; hour <= 8; hour++)
        {
            await scene.Saved(RecordScene.Noon.AddHours(-hour), Item.Well("36.4"));
        }

        List<long> rows = [];
        for (long? older = null; ;)
        {
            var page = await Page(scene, monitor, new AuditFilter(scene.SubjectId), older);
            rows.AddRange(page.Rows.Select(row => row.Entry.Sequence));
            if ((older = page.Older) is null)
            {
                break;
            }
        }

        Assert.True(rows.Count > FindAudit.RowsOnAPage);
        Assert.Equal(rows.Distinct().OrderDescending(), rows);
        var all = (await scene.All<AuditEntry>()).Where(entry => entry.SubjectId == scene.SubjectId && entry.Act != nameof(FindAudit));
        Assert.Equal(all.Select(entry => entry.Sequence).OrderDescending(), rows);
    }

    [Fact]
    public async Task Nobody_but_a_monitor_reads_it()
    {
        await using var scene = await RecordScene.Set(databases, DatabaseProvider.Sqlite);
        foreach (var role in Enum.GetValues<StaffRole>().Where(role => role != StaffRole.Monitor))
        {
            var person = new StaffMember { DisplayName = $"{role}", Role = role, StudyId = scene.Berlin.StudyId, CreatedAt = RecordScene.Noon };
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Page(scene, person, new AuditFilter(), null));
        }
    }

    internal static async Task<StaffMember> Monitor(RecordScene scene, Site? site, Guid? studyId = null)
    {
        var monitor = new StaffMember
        {
            DisplayName = $"Monitor {site?.Name ?? "of the study"}", UserName = $"monitor.{Guid.NewGuid():N}", Role = StaffRole.Monitor, SiteId = site?.Id,
            StudyId = studyId ?? scene.Berlin.StudyId, CreatedAt = RecordScene.Noon,
        };
        await scene.Add(monitor);
        return monitor;
    }

    static async Task<IReadOnlyList<AuditRow>> Found(RecordScene scene, StaffMember person, AuditFilter filter) => (await Page(scene, person, filter, null)).Rows;

    static async Task<AuditPage> Page(RecordScene scene, StaffMember person, AuditFilter filter, long? older)
    {
        await using var db = scene.Open();
        return await new FindAudit(db).For(person, filter, older, TestContext.Current.CancellationToken);
    }
}
