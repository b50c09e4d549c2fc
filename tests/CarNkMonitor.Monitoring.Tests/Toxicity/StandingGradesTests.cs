using CarNkMonitor.Grading.Ctcae;
using CarNkMonitor.Grading.Urgency;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Tests.Observations;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Toxicity;

/// <summary>What every table in force says now, as a participant's page and the worklist read it.</summary>
public class StandingGradesTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task Every_table_says_what_its_latest_row_says_the_most_urgent_first(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon.AddHours(-4), new("platelets", "160", "10*9/L"), new("hgb", "95", "g/L"));
        await scene.Saved(RecordScene.Noon.AddHours(-2), new CheckItem("platelets", "40", "10*9/L"));
        await scene.Saved(RecordScene.Noon, [.. Item.Well("36.8"), .. Ice("2")]);

        var grades = await Grades(scene);

        Assert.Equal(["CRS 0", "ICANS 1–4"], Said(grades, GradePlace.Head));
        // Platelets are worse than haemoglobin; the 160 of the morning is past.
        Assert.Equal(["CTCAE platelet count decreased 3", "CTCAE anemia 2"], Said(grades, GradePlace.Found).Where(said => said.StartsWith("CTCAE", StringComparison.Ordinal)));
        Assert.DoesNotContain(grades, grade => grade.Place == GradePlace.Found && grade.Now.Low is 0 or null);
        Assert.All(grades.Where(grade => grade.Place == GradePlace.NotExcluded), grade => Assert.Equal((0, true), (grade.Now.Low!.Value, grade.Now.High > 0)));
        Assert.Equal(grades.Count, grades.Select(grade => grade.Table).Distinct().Count());
    }

    [Theory, OnBothDatabases]
    public async Task A_table_that_has_left_force_is_not_told_any_more(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, new CheckItem("platelets", "40", "10*9/L"));
        Assert.Contains(await Grades(scene), grade => grade.Table.Criteria == Ctcae5.Criteria);

        await scene.Add(new StudySettingsVersion
        {
            StudyId = scene.StudyId, Version = 1, ValidFrom = RecordScene.Noon.AddMinutes(1),
            SettingsJson = Json.Write(StudySettings.Default with { Criteria = [.. StudySettings.Default.Criteria.Where(id => id != Ctcae5.Criteria)] }),
        });

        Assert.DoesNotContain(await Grades(scene), grade => grade.Table.Criteria == Ctcae5.Criteria);
        Assert.DoesNotContain((await Row(scene)).Beside, grade => grade.Table.Criteria == Ctcae5.Criteria);
    }

    [Theory, OnBothDatabases]
    public async Task The_worklist_names_grades_from_2_and_what_is_urgent_beside_crs(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon.AddHours(-1), new("platelets", "40", "10*9/L"), new("hgb", "105", "g/L"));
        await scene.Saved(RecordScene.Noon, [.. Item.Well("36.8"), .. Ice("2")]);

        var beside = (await Row(scene)).Beside.Select(grade => $"{TableNames.Of(grade.Table)} {grade.Now.Level}").ToList();

        Assert.Equal("ICANS 1–4", beside[0]); // urgent from 1 on
        Assert.Contains("CTCAE platelet count decreased 3", beside);
        Assert.DoesNotContain(beside, said => said.StartsWith("CRS", StringComparison.Ordinal) || said.Contains("anemia", StringComparison.Ordinal)); // CRS has its own place, anemia is 1
    }

    [Theory, OnBothDatabases]
    public async Task Who_reads_no_grades_is_told_none(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("38.6"));
        await scene.Amend(scene.Nurse, await scene.IdOf("temperature"), Item.Temperature("36.6"), "slip");

        var overview = (await Overview(scene, scene.Coordinator))!;

        Assert.Empty(overview.Grades);
        Assert.Empty(overview.Changes);
    }

    [Fact]
    public async Task Icans_of_2_stands_among_those_in_danger_like_crs_of_2()
    {
        await using var scene = await RecordScene.Set(databases, DatabaseProvider.Sqlite);
        await scene.Saved(RecordScene.Noon, [.. Item.Well("36.8"), .. Ice("1")]);

        var row = await Row(scene);

        Assert.Equal((2, WorklistPart.InDanger), (row.Beside[0].Now.Low, row.Part));
        Assert.Equal(ClinicalUrgency.Urgent1H, row.Beside[0].Urgency);
    }

    /// <summary>A total of 8 for 2 points of the first item, of 6 for 1.</summary>
    static IReadOnlyList<CheckItem> Ice(string orientation) => ScoreTotals.Added(
    [
        new("ice_orientation", orientation == "1" ? "1" : "3", "{score}"), new("ice_naming", "2", "{score}"), new("ice_commands", "1", "{score}"),
        new("ice_writing", "1", "{score}"), new("ice_attention", "1", "{score}"),
    ]);

    static IEnumerable<string> Said(IEnumerable<StandingGrade> grades, GradePlace place) =>
        grades.Where(grade => grade.Place == place).Select(grade => $"{TableNames.Of(grade.Table)} {grade.Now.Level}");

    static async Task<IReadOnlyList<StandingGrade>> Grades(RecordScene scene) => (await Overview(scene, scene.Nurse))!.Grades;

    static async Task<SubjectOverview?> Overview(RecordScene scene, StaffMember person)
    {
        await using var db = scene.Open();
        return await new ReadSubject(db, scene.Time).For(person, scene.SubjectId, TestContext.Current.CancellationToken);
    }

    static async Task<WorklistRow> Row(RecordScene scene)
    {
        await using var db = scene.Open();
        return Assert.Single(await new Worklist(db, scene.Time).For(scene.Nurse, TestContext.Current.CancellationToken));
    }
}
