using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Observations;

public class PreviewAmendmentTests(MonitorTemplate databases)
{
    static readonly DateTime Later = RecordScene.Noon.AddHours(3);

    [Theory, OnBothDatabases]
    public async Task What_is_shown_before_saving_is_what_is_stored_after_at_the_values_own_moment_and_at_the_newest(DatabaseProvider provider)
    {
        await using var scene = await FeverAndLater(provider);
        var amendment = await Amendment(scene, Item.Temperature("36.6"));

        var preview = await Preview(scene, scene.Nurse, amendment);
        Assert.IsType<CheckSaved>(await scene.Amend(scene.Nurse, amendment));

        Assert.Equal([(RecordScene.Noon, false), (Later, true)], preview!.Moments.Select(moment => (moment.At, moment.IsNewest)));
        var stored = (await scene.All<Assessment>()).Where(row => row.IsCurrent && row.Criteria == AstctCrs.Criteria).ToDictionary(row => row.Moment);
        foreach (var moment in preview.Moments)
        {
            var crs = moment.Grades.Single(grade => grade.Table == TablePart.Crs);
            Assert.Equal((1, 0, stored[moment.At].Low, stored[moment.At].High), (crs.Before.Low, crs.After.Low, crs.After.Low, crs.After.High));
        }
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_is_stored_and_what_save_would_refuse_is_named_and_left_out(DatabaseProvider provider)
    {
        await using var scene = await FeverAndLater(provider);
        var rows = (await scene.All<Observation>()).Count;
        var audit = (await scene.All<AuditEntry>()).Count;

        var impossible = await Preview(scene, scene.Nurse, await Amendment(scene, Item.Temperature("366")));
        var alarming = await Preview(scene, scene.Nurse, await Amendment(scene, Item.Temperature("41.3")));
        var unchanged = await Preview(scene, scene.Nurse, await Amendment(scene, Item.Temperature("38.6")));

        Assert.Empty(impossible!.Moments);
        Assert.Contains("must lie between", Assert.Single(impossible.LeftOut).Reason, StringComparison.Ordinal);
        Assert.Empty(alarming!.LeftOut); // it counts as if it were confirmed
        Assert.Empty(unchanged!.Moments);
        Assert.Equal((rows, audit), ((await scene.All<Observation>()).Count, (await scene.All<AuditEntry>()).Count));
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_sees_it_who_may_not_amend_or_works_elsewhere(DatabaseProvider provider)
    {
        await using var scene = await FeverAndLater(provider);
        var amendment = await Amendment(scene, null);

        Assert.Null(await Preview(scene, scene.Coordinator, amendment));
        Assert.Null(await Preview(scene, scene.NurseElsewhere, amendment));
        Assert.NotNull(await Preview(scene, scene.Physician, amendment));
    }

    /// <summary>Fever at noon, which still counts three hours later.</summary>
    async Task<RecordScene> FeverAndLater(DatabaseProvider provider)
    {
        var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("38.6"));
        scene.Time.SetUtcNow(Later);
        await scene.Saved(Later, Item.Systolic("118"), Item.Saturation("97"), Item.Device("room_air"), Item.Agent("none"));
        return scene;
    }

    static async Task<Amendment> Amendment(RecordScene scene, CheckItem? corrected) => new([new AmendedValue(await scene.IdOf("temperature"), corrected)], "slip");

    static async Task<AmendmentPreview?> Preview(RecordScene scene, StaffMember person, Amendment amendment)
    {
        await using var db = scene.Open();
        return await new PreviewAmendment(db).Show(person, amendment, TestContext.Current.CancellationToken);
    }
}
