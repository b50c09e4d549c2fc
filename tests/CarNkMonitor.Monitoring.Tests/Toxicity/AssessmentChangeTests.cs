using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Tests.Observations;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Toxicity;

/// <summary>A stored grade that gives way to another one is a fact of its own, with its reason.</summary>
public class AssessmentChangeTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task An_amended_pressure_says_which_grade_it_changed_and_why(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Temperature("38.6"), Item.Systolic("75"), Item.Saturation("98"), Item.Device("room_air"), Item.Agent("norepinephrine"));

        await scene.Amend(scene.Nurse, await scene.IdOf("sbp"), Item.Systolic("165"), "typed one digit too few");
        await scene.Amend(scene.Nurse, await scene.IdOf("vasopressor_agent"), Item.Agent("none"), "wrong participant");

        var changes = await OfCrs(scene);
        Assert.Equal(["CRS 3 → 1 because Vasopressor running norepinephrine was amended to none"], changes.Select(change => change.Sentence));
        Assert.Equal((3, 3, 1, 1), (changes[0].LowBefore, changes[0].HighBefore, changes[0].LowAfter, changes[0].HighAfter));
    }

    [Theory, OnBothDatabases]
    public async Task A_value_that_was_withdrawn_is_named_with_what_it_was(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("38.6"));

        await scene.Amend(scene.Nurse, await scene.IdOf("sbp"), null, "cuff too small");

        Assert.Equal(["CRS 1 → 1–2 because Systolic blood pressure 120 mm[Hg] was withdrawn"], (await OfCrs(scene)).Select(change => change.Sentence));
    }

    [Theory, OnBothDatabases]
    public async Task A_late_entry_changes_the_grades_after_it_and_says_so(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("37.0"));

        await scene.Saved(RecordScene.Noon.AddHours(-2), Item.Temperature("38.9"));

        var change = Assert.Single(await OfCrs(scene));
        Assert.Equal((RecordScene.Noon, "CRS 0 → 1 because Body temperature 38.9 Cel was recorded later"), (change.Moment, change.Sentence));
    }

    [Theory, OnBothDatabases]
    public async Task Another_value_with_the_same_grade_is_no_change_of_a_grade(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("38.6"));

        await scene.Amend(scene.Nurse, await scene.IdOf("temperature"), Item.Temperature("38.7"), "misread");

        Assert.Empty(await OfCrs(scene));
        Assert.Equal(2, (await scene.Crs()).Count(one => one.Moment == RecordScene.Noon));
    }

    [Theory, OnBothDatabases]
    public async Task Every_table_tells_of_its_own_changes(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, new CheckItem("platelets", "9", "10*9/L"));

        await scene.Amend(scene.Nurse, await scene.IdOf("platelets"), new CheckItem("platelets", "90", "10*9/L"), "typed one digit too few");

        Assert.Contains("CTCAE platelet count decreased 4 → 1 because Platelets 9 10*9/L was amended to 90 10*9/L",
            (await scene.All<AssessmentChange>()).Select(change => change.Sentence));
    }

    static async Task<List<AssessmentChange>> OfCrs(RecordScene scene) =>
        [.. (await scene.All<AssessmentChange>()).Where(change => change.Criteria == AstctCrs.Criteria).OrderBy(change => change.ChangedAt)];
}
