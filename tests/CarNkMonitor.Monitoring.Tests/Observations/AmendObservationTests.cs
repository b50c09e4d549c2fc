using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Observations;

public class AmendObservationTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task A_corrected_slip_keeps_the_old_row_and_withdraws_the_alert(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("39.4"));
        var slip = await Temperature(scene);

        var amended = Assert.IsType<CheckSaved>(await scene.Amend(scene.Nurse, slip.Id, Item.Temperature("36.4"), "typed 39 for 36"));

        Assert.Equal((0, 0, AlertStep.Withdrawn), (amended.Crs!.Low, amended.Crs.High, amended.Alert!.Step));
        var rows = (await scene.All<Observation>()).Where(fact => fact.Code == "temperature").OrderBy(fact => fact.Value).ToList();
        Assert.Equal([(36.4m, (Guid?)slip.Id, "typed 39 for 36"), (39.4m, null, null)], rows.Select(fact => (fact.Value!.Value, fact.SupersedesId, fact.Reason)));
        Assert.Contains(await scene.All<AuditEntry>(), entry => entry is { Act: "AmendObservation", Reason: "typed 39 for 36", Entity: "Observation" });
    }

    [Theory, OnBothDatabases]
    public async Task A_withdrawn_value_is_missing_and_not_normal(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("36.4"));

        var withdrawn = Assert.IsType<CheckSaved>(await scene.Amend(scene.Nurse, (await Temperature(scene)).Id, null, "another subject's"));

        Assert.Equal((0, 1), (withdrawn.Crs!.Low, withdrawn.Crs.High));
        Assert.Contains(withdrawn.Crs.Missing, missing => missing.Code == "temperature");
    }

    [Theory, OnBothDatabases]
    public async Task Only_what_holds_is_amended_with_a_reason_and_by_the_rules_of_entry(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Temperature("39.4"));
        var slip = await Temperature(scene);
        var infusion = (await scene.All<Observation>()).Single(fact => fact.Code == "infusion");

        Assert.IsType<CheckRefused>(await scene.Amend(scene.Nurse, slip.Id, Item.Temperature("36.4"), " "));
        Assert.IsType<CheckRefused>(await scene.Amend(scene.Nurse, slip.Id, Item.Temperature("364"), "slip"));
        Assert.IsType<CheckRefused>(await scene.Amend(scene.Nurse, slip.Id, Item.Systolic("120"), "slip"));
        Assert.IsType<CheckRefused>(await scene.Amend(scene.Nurse, infusion.Id, null, "slip"));
        Assert.IsType<NeedsConfirmation>(await scene.Amend(scene.Nurse, slip.Id, Item.Temperature("41.2"), "slip"));
        Assert.IsType<SubjectNotFound>(await scene.Amend(scene.NurseElsewhere, slip.Id, Item.Temperature("36.4"), "slip"));
        Assert.IsType<SubjectNotFound>(await scene.Amend(scene.Nurse, Guid.NewGuid(), Item.Temperature("36.4"), "slip"));
        Assert.IsType<NotPermitted>(await scene.Amend(scene.Coordinator, slip.Id, Item.Temperature("36.4"), "slip"));
        Assert.IsType<CheckSaved>(await scene.Amend(scene.Nurse, slip.Id, Item.Temperature("36.4"), "slip"));
        Assert.IsType<CheckRefused>(await scene.Amend(scene.Nurse, slip.Id, Item.Temperature("36.5"), "slip"));
    }

    [Theory, OnBothDatabases]
    public async Task A_text_longer_than_its_column_is_refused_with_a_sentence(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Temperature("39.4"));
        var slip = await Temperature(scene);

        var refused = Assert.IsType<CheckRefused>(await scene.Amend(scene.Nurse, slip.Id, null, new string('x', 501)));
        Assert.Equal("A text has up to 500 characters; this one has 501. Shorten it.", Assert.Single(refused.Problems).Reason);
        Assert.IsType<CheckRefused>(await scene.Amend(scene.Nurse, slip.Id, Item.Temperature("36.4") with { Note = new string('x', 2001) }, "slip"));
        Assert.IsType<CheckSaved>(await scene.Amend(scene.Nurse, slip.Id, Item.Temperature("36.4") with { Note = new string('x', 2000) }, new string('x', 500)));
    }

    [Theory, OnBothDatabases]
    public async Task A_withdrawn_death_brings_the_subject_back(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, new CheckItem("death", "unknown"));
        var death = (await scene.All<Observation>()).Single(fact => fact.Code == "death");

        await scene.Amend(scene.Physician, death.Id, null, "wrong subject");

        Assert.Equal(SubjectStatus.OnStudy, (await scene.All<Subject>()).Single().Status);
    }

    static async Task<Observation> Temperature(RecordScene scene) => (await scene.All<Observation>()).Single(fact => fact.Code == "temperature");
}
