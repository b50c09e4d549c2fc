using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Decisions;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Tests.Observations;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Toxicity;

/// <summary>Changed grades as people read them: auditors with the value that gave way, everybody else without it.</summary>
public class ChangedGradesTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task An_amendment_is_told_with_who_made_it_and_without_what_it_was_but_to_auditors(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("38.6"));
        await scene.Amend(scene.SecondNurse, await scene.IdOf("temperature"), Item.Temperature("36.6"), "slip");

        var (nurse, auditor) = (await Crs(scene, scene.Nurse), await Crs(scene, Monitor(scene)));

        Assert.Equal("CRS 1 → 0 because Body temperature was amended to 36.6 Cel", Assert.Single(nurse).Sentence);
        Assert.Equal(["Nurse Kaya"], nurse[0].By);
        Assert.Equal("CRS 1 → 0 because Body temperature 38.6 Cel was amended to 36.6 Cel", Assert.Single(auditor).Sentence);
    }

    [Theory, OnBothDatabases]
    public async Task A_value_that_was_amended_again_vanishes_from_the_change_it_brought(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("38.6"));
        await scene.Amend(scene.Nurse, await scene.IdOf("temperature"), Item.Temperature("36.6"), "slip");
        scene.Time.Advance(TimeSpan.FromMinutes(1));
        await scene.Amend(scene.Nurse, await scene.IdOf("temperature"), Item.Temperature("38.9"), "it was right");
        scene.Time.Advance(TimeSpan.FromMinutes(1));
        await scene.Amend(scene.Nurse, await scene.IdOf("temperature"), null, "another participant's");

        Assert.Equal(
            ["CRS 1 → 0–1 because Body temperature was withdrawn", "CRS 0 → 1 because Body temperature was amended", "CRS 1 → 0 because Body temperature was amended"],
            (await Crs(scene, scene.Nurse)).Select(change => change.Sentence));
    }

    [Theory, OnBothDatabases]
    public async Task Late_entries_are_named_and_how_many_more_there_are(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("36.6"));
        await scene.Saved(RecordScene.Noon.AddHours(-2), [Item.Temperature("38.9"), Item.Systolic("118"), Item.Saturation("97"), Item.Device("room_air"), Item.Agent("none")]);

        var sentence = Assert.Single(await Crs(scene, scene.Nurse)).Sentence;

        Assert.Equal((await Crs(scene, Monitor(scene)))[0].Sentence, sentence); // nothing gave way, so there is nothing to hide
        Assert.Matches("^CRS 0 → 1 because .+ was recorded later and .+ was recorded later and [0-9]+ more entries changed$", sentence);
    }

    [Theory, OnBothDatabases]
    public async Task A_countersignature_is_told_as_one_and_not_as_an_amendment(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("38.6"));
        await scene.Saved(RecordScene.Noon, new CheckItem("fever_attribution", "infection", Note: "cultures"));
        await using (var db = scene.Open())
        {
            var judge = new JudgeAttribution(db, scene.Time, scene.Follow(db));
            Assert.IsType<CheckSaved>(await judge.Countersign(scene.Physician, await scene.IdOf("fever_attribution"), "culture positive", TestContext.Current.CancellationToken));
        }

        var told = (await Crs(scene, scene.Nurse)).Select(change => (change.Sentence, By: string.Join(", ", change.By)));

        Assert.Contains(("CRS 0–1 → 0 because Attribution of a fever episode infection was countersigned", "Dr Li"), told);
    }

    static StaffMember Monitor(RecordScene scene) => new()
    {
        DisplayName = "Mr Reed", UserName = "reed", Role = StaffRole.Monitor, StudyId = scene.StudyId, CreatedAt = RecordScene.InfusedAt,
    };

    static async Task<List<ToldChange>> Crs(RecordScene scene, StaffMember person)
    {
        await using var db = scene.Open();
        var overview = await new ReadSubject(db, scene.Time).For(person, scene.SubjectId, TestContext.Current.CancellationToken);
        return [.. overview!.Changes.Where(change => change.Change.Criteria == AstctCrs.Criteria)];
    }
}
