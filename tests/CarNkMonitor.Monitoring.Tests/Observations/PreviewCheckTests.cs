using CarNkMonitor.Grading;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Observations;

public class PreviewCheckTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task A_preview_is_what_is_stored_once_the_check_is_saved(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon.AddHours(-8), [.. Item.Well("37.0"), new("platelets", "160", "10*9/L"), new("ferritin", "300", "ug/L")]);
        CheckItem[] items =
        [
            Item.Temperature("39.1"), Item.Systolic("84"), Item.Device("nasal_cannula"), Item.Flow("7"), Item.Agent("norepinephrine"),
            new("rash_bsa_pct", "30", "%"), new("platelets", "<20", "10*9/L"), new("bilirubin_total", "4", "mg/dL", ReferenceHigh: "1.2"),
            new("ferritin", "12000", "ug/L"), new("consciousness", "voice"), new("seizure", "none"), .. Ice(2, 2, 1, 0, 0),
        ];

        var preview = await scene.Preview(scene.Entry(RecordScene.Noon, items));
        await scene.Saved(RecordScene.Noon, items);

        var stored = (await scene.All<Assessment>()).Where(row => row.IsCurrent && row.Moment == RecordScene.Noon)
            .ToDictionary(row => new TablePart(row.Criteria, row.Part), ToxicityNow.Of);
        Assert.Contains(preview!.Grades, grade => grade is { Table.Criteria: "ASTCT-CRS-2019", After.Low: 3, Before.Low: 0 });
        Assert.Contains(preview.Grades, grade => grade is { Table.Criteria: "ASTCT-ICANS-2019", After.Low: 2 });
        Assert.Contains(preview.Grades, grade => grade is { Table.Criteria: "CTCAE-5.0", Table.Part: "platelet count decreased", After.Low: 4 });
        Assert.All(preview.Grades, grade => Assert.Equal(Says(stored[grade.Table]), Says(grade.After)));
        Assert.Empty(stored.Where(row => PreviewCheck.Shown.Contains(row.Key.Criteria) && row.Value.State is GradeState.Determined && row.Value.Low > 0)
            .Select(row => row.Key).Except(preview.Grades.Select(grade => grade.Table)));

        static (int?, int?, GradeState, string?, string) Says(ToxicityNow grade) => (grade.Low, grade.High, grade.State, grade.Level, grade.Sentence);
    }

    /// <summary>A low pressure of three hours ago still stands in the window of now.</summary>
    [Theory, OnBothDatabases]
    public async Task A_check_entered_late_shows_what_it_changes_at_the_newest_moment(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Temperature("38.6"), Item.Device("room_air"), Item.Agent("none"));

        var late = await scene.Preview(scene.Entry(RecordScene.Noon.AddHours(-3), Item.Systolic("84")));
        var now = await scene.Preview(scene.Entry(RecordScene.Noon, Item.Systolic("84")));

        Assert.Equal((RecordScene.Noon, true), (late!.Newest!.At, late.Newest.IsNewest));
        Assert.Contains(late.Newest.Grades, grade => grade is { Table.Criteria: "ASTCT-CRS-2019", Before.Low: 1, After.Low: 2 });
        Assert.Null(now!.Newest);
    }

    [Theory, OnBothDatabases]
    public async Task A_preview_stores_nothing_and_calls_nobody(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        var before = await Rows(scene);

        Assert.NotEmpty((await scene.Preview(scene.Entry(RecordScene.Noon, Item.Well("39.1"))))!.Grades);

        Assert.Equal(before, await Rows(scene));
    }

    [Theory, OnBothDatabases]
    public async Task What_Save_would_refuse_is_named_and_not_counted_and_what_it_would_ask_about_is_counted(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Saturation("97"));

        var preview = await scene.Preview(scene.Entry(RecordScene.Noon, Item.Temperature("98.6"), Item.Systolic("62"), Item.Saturation("80"), Item.Agent("none")));

        Assert.Equal(["temperature", "spo2"], preview!.LeftOut.Select(problem => problem.Field));
        Assert.Contains(preview.Grades, grade => grade.Table.Criteria == "NEWS2-2017" || grade.After.Drivers.Any(driver => driver.Code == "sbp"));
    }

    [Theory, OnBothDatabases]
    public async Task Only_tables_that_the_entries_touch_or_change_are_shown(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon.AddHours(-1), Item.Well("39.1"));

        var preview = await scene.Preview(scene.Entry(RecordScene.Noon, new CheckItem("platelets", "40", "10*9/L")));

        Assert.Contains(preview!.Grades, grade => grade.Table.Part == "platelet count decreased");
        Assert.DoesNotContain(preview.Grades, grade => grade.Table == TablePart.Crs);
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_previews_another_sites_subject_or_what_he_may_not_record(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);

        Assert.Null(await scene.Preview(scene.Entry(RecordScene.Noon, Item.Well("39.1")), scene.NurseElsewhere));
        Assert.Null(await scene.Preview(scene.Entry(RecordScene.Noon, Item.Well("39.1")), scene.Coordinator));
    }

    static async Task<(int, int, int, int, int)> Rows(RecordScene scene) => (
        (await scene.All<Observation>()).Count, (await scene.All<BedsideCheck>()).Count, (await scene.All<Assessment>()).Count,
        (await scene.All<AuditEntry>()).Count, (await scene.All<Alert>()).Count);

    static CheckItem[] Ice(params int[] values) =>
        [.. values.Select((value, index) => new CheckItem(BedsideScore.Ice.Items[index], value.ToString(System.Globalization.CultureInfo.InvariantCulture), "{score}"))];
}
