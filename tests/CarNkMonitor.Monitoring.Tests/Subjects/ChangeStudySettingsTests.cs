using CarNkMonitor.Grading.Ctcae;
using CarNkMonitor.Grading.Mas;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Tests.Observations;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Tests.Subjects;

/// <summary>Settings of a study are numbered versions; a moment belongs to the one in force at it, for ever.</summary>
public class ChangeStudySettingsTests(MonitorTemplate databases)
{
    static readonly DateTime Evening = RecordScene.Noon.AddHours(8);

    static StudySettings WithCtcae6 => StudySettings.Default with
    {
        Criteria = [.. StudySettings.Default.Criteria.Where(id => id != Ctcae5.Criteria), Ctcae6.Criteria],
        Mas = MasThresholds.Default with { FerritinStrongFrom = 5000 },
    };

    static readonly CheckItem[] Laboratory =
        [new("platelets", "60", "10*9/L"), new("ferritin", "6000", "ug/L"), new("anc", "1.2", "10*9/L"), new("hgb", "95", "g/L"), new("fibrinogen", "2.5", "g/L")];

    [Theory, OnBothDatabases]
    public async Task A_moment_is_graded_by_the_version_in_force_at_it_whenever_it_is_graded(DatabaseProvider provider)
    {
        await using var scene = await StudyWithSettings(provider);
        await scene.Saved(RecordScene.Noon, Laboratory);
        scene.Time.SetUtcNow(Evening);
        await Done(scene, WithCtcae6);
        scene.Time.SetUtcNow(Evening.AddHours(2));
        await scene.Regrade();

        await scene.Saved(RecordScene.Noon.AddHours(1), new CheckItem("platelets", "20", "10*9/L")); // observed before the change, recorded after it
        await scene.Saved(Evening.AddHours(1), new CheckItem("platelets", "15", "10*9/L"));

        var current = (await scene.All<Assessment>()).Where(one => one.IsCurrent).ToList();
        Assert.All(current, one => Assert.Equal(one.Moment < Evening ? 1 : 2, one.SettingsVersion));
        Assert.All(current.Where(one => one.Criteria == Ctcae5.Criteria), one => Assert.True(one.Moment < Evening));
        Assert.All(current.Where(one => one.Criteria == Ctcae6.Criteria), one => Assert.True(one.Moment >= Evening));
        // 6000 ug/L is "strong" by the new threshold alone.
        Assert.All(current.Where(one => one.Criteria == MasSignal.Criteria), one => Assert.Equal(one.Moment < Evening ? "NONE–RED" : "AMBER–RED", ToxicityNow.Of(one).Level));
    }

    [Theory, OnBothDatabases]
    public async Task Grading_again_by_the_version_that_an_assessment_names_gives_the_same_to_the_byte(DatabaseProvider provider)
    {
        await using var scene = await StudyWithSettings(provider);
        await scene.Saved(RecordScene.Noon, [.. Laboratory, .. Item.Well("38.4")]);
        scene.Time.SetUtcNow(Evening);
        await Done(scene, WithCtcae6);
        scene.Time.SetUtcNow(Evening.AddHours(2));
        await scene.Saved(Evening.AddHours(1), [new("platelets", "15", "10*9/L"), .. Item.Well("38.9")]);
        await scene.Regrade();

        var cancel = TestContext.Current.CancellationToken;
        await using var db = scene.Open();
        var subject = await db.Subjects.Include(row => row.Site).Include(row => row.Infusions).SingleAsync(cancel);
        var history = await db.SettingsHistoryOf(subject.StudyId, cancel);
        var facts = await db.FactsOf(subject, history, cancel);
        var rows = await db.Assessments.Where(row => row.IsCurrent).ToListAsync(cancel);
        Assert.InRange(rows.Count, 30, 1000);
        Assert.Equal([1, 2], rows.Select(row => row.SettingsVersion).Distinct().Order());
        foreach (var row in rows)
        {
            var again = GradedCourse.Over(facts, history, [row.Moment])[new TablePart(row.Criteria, row.Part)].Single();
            Assert.Equal((row.SettingsVersion, row.ResultJson), (again.SettingsVersion, Json.Write(ToxicityNow.Of(again.Course))));
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_laboratory_has_its_own_limits_of_normal_from_a_date_on(DatabaseProvider provider)
    {
        await using var scene = await StudyWithSettings(provider);
        await Done(scene, StudySettings.Default with
        {
            LaboratoryRanges = [new(scene.Berlin.Id, "ast", "ukat/L", null, 0.5m, Sex.Female, new(2026, 3, 1)), new(scene.Berlin.Id, "ast", "U/L", null, 100, null, new(2026, 3, 1))],
        });
        scene.Time.SetUtcNow(Evening);

        await scene.Saved(Evening, new CheckItem("ast", "34", "U/L")); // the catalogue's limit for a woman is above 34, this laboratory's is 30
        await scene.Saved(Evening.AddMinutes(-5), new CheckItem("ast", "34", "U/L", ReferenceHigh: "40")); // printed with the value

        var grades = (await scene.All<Assessment>()).Where(one => one is { IsCurrent: true, Part: "aspartate aminotransferase increased" }).OrderBy(one => one.Moment);
        Assert.Equal([(Evening.AddMinutes(-5), 0), (Evening, 1)], grades.Select(one => (one.Moment, one.Low!.Value)));
    }

    [Theory, OnBothDatabases]
    public async Task What_is_usual_for_one_participant_is_not_asked_about(DatabaseProvider provider)
    {
        await using var scene = await StudyWithSettings(provider);
        Assert.IsType<NeedsConfirmation>(await scene.Record(new CheckItem("heart_rate", "38", "/min")));

        await Done(scene, StudySettings.Default with { AlarmLimits = [new(scene.SubjectId, "heart_rate", 34, 120, "trained heart, seen by cardiology")] });

        Assert.IsType<CheckSaved>(await scene.Record(new CheckItem("heart_rate", "38", "/min")));
        Assert.IsType<NeedsConfirmation>(await scene.Record(scene.Nurse, scene.Entry(RecordScene.Noon.AddHours(-1), new CheckItem("heart_rate", "125", "/min"))));
    }

    [Theory, OnBothDatabases]
    public async Task Settings_that_nobody_could_grade_by_are_refused_each_with_its_place(DatabaseProvider provider)
    {
        await using var scene = await StudyWithSettings(provider);
        var wrong = StudySettings.Default with
        {
            Criteria = [Ctcae5.Criteria, Ctcae6.Criteria], LateAfterHours = 0, Mas = MasThresholds.Default with { FibrinogenBelow = 0 },
            LaboratoryRanges =
            [
                new(Guid.NewGuid(), "ast", "U/L", 1, 2, null, default), new(scene.Berlin.Id, "ast", "mg/dL", 1, 2, null, default),
                new(scene.Berlin.Id, "ast", "U/L", 3, 2, null, default), new(scene.Berlin.Id, "oxygen_device", "U/L", 1, 2, null, default),
            ],
            AlarmLimits = [new(Guid.NewGuid(), "heart_rate", 34, 120, "x"), new(scene.SubjectId, "heart_rate", 130, 120, "x"), new(scene.SubjectId, "spo2", 500, null, "x"), new(scene.SubjectId, "sbp", 80, null, " ")],
        };

        var refused = await Change(scene, wrong);

        Assert.Equal(
            ["criteria", "criteria", "mas.fibrinogenBelow", "lateAfterHours", "laboratoryRanges[0].siteId", "laboratoryRanges[1].unit", "laboratoryRanges[2].upper",
                "laboratoryRanges[3].code", "alarmLimits[0].subjectId", "alarmLimits[1].above", "alarmLimits[2].below", "alarmLimits[3].reason", "laboratoryRanges", "alarmLimits"],
            refused.Problems.Select(problem => problem.Field));
        Assert.Single(await scene.All<StudySettingsVersion>());
    }

    [Theory, OnBothDatabases]
    public async Task Who_was_not_the_fastest_or_gives_no_reason_changes_nothing_and_nurses_never_do(DatabaseProvider provider)
    {
        await using var scene = await StudyWithSettings(provider);
        await Done(scene, WithCtcae6);

        Assert.Equal(["version", "reason"], (await Change(scene, StudySettings.Default, basedOn: 1, reason: " ")).Problems.Select(problem => problem.Field));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Change(scene, StudySettings.Default, basedOn: 2, person: scene.Nurse));
        Assert.Equal(2, (await scene.All<StudySettingsVersion>()).Count);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_settings_again_are_no_new_version(DatabaseProvider provider)
    {
        await using var scene = await StudyWithSettings(provider);

        var refused = await Change(scene, StudySettings.Default with { Mas = MasThresholds.Default with { FibrinogenBelow = 1.50m } });

        Assert.Equal(("settings", "Nothing is different from the settings in force."), refused.Problems.Select(problem => (problem.Field, problem.Reason)).Single());
        Assert.Single(await scene.All<StudySettingsVersion>());
    }

    [Theory, OnBothDatabases]
    public async Task Alarm_limits_are_set_and_lifted_by_who_may_see_the_participant(DatabaseProvider provider)
    {
        await using var scene = await StudyWithSettings(provider);
        var elsewhere = new Subject { StudyId = scene.StudyId, SiteId = scene.Shanghai.Id, SubjectCode = "02-001", Sex = Sex.Male, EnrolledOn = new(2026, 2, 20) };
        await scene.Add(elsewhere);
        AlarmLimit theirs = new(elsewhere.Id, "heart_rate", 34, 120, "trained heart"), ours = new(scene.SubjectId, "heart_rate", 34, 120, "trained heart");

        Assert.Equal(["alarmLimits"], (await Change(scene, StudySettings.Default with { AlarmLimits = [theirs] })).Problems.Select(problem => problem.Field));
        Assert.True((await Change(scene, StudySettings.Default with { AlarmLimits = [ours] })).IsDone);
    }

    [Theory, OnBothDatabases]
    public async Task Every_version_tells_who_made_it_when_why_and_what_it_changed(DatabaseProvider provider)
    {
        await using var scene = await StudyWithSettings(provider);
        scene.Time.SetUtcNow(Evening);
        await Done(scene, WithCtcae6);

        var shown = await Shown(scene, scene.Investigator, null);

        Assert.True(shown!.IsInForce);
        Assert.Equal([(2, (DateTime?)Evening, "Dr Bauer", "protocol amendment 2"), (1, RecordScene.InfusedAt.AddDays(-30), "system", null)],
            shown.Versions.Select(version => (version.Number, version.From, version.By!, version.Reason)));
        var difference = shown.Shown.Difference;
        Assert.Equal([Ctcae6.Criteria], difference.CriteriaIn);
        Assert.Equal([Ctcae5.Criteria], difference.CriteriaOut);
        Assert.Equal([("mas.ferritinStrongFrom", "10000", "5000")], difference.Values);
        Assert.True(shown.Versions[1].Difference.IsEmpty);
        Assert.Equal(1, shown.OnStudy);
        Assert.Equal(StudySettings.Default.Criteria, (await Shown(scene, scene.Investigator, 1))!.Shown.Settings.Criteria);
        Assert.Null(await Shown(scene, scene.Investigator, 3));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Shown(scene, scene.Nurse, null));
    }

    static async Task<ShownSettings?> Shown(RecordScene scene, StaffMember person, int? version)
    {
        await using var db = scene.Open();
        return await new ReadStudySettings(db, scene.Time).For(person, version, default);
    }

    /// <summary>As every study is opened.</summary>
    async Task<RecordScene> StudyWithSettings(DatabaseProvider provider)
    {
        var scene = await RecordScene.Set(databases, provider);
        await scene.Add(new StudySettingsVersion
        {
            StudyId = scene.StudyId, Version = 1, SettingsJson = Json.Write(StudySettings.Default), ValidFrom = RecordScene.InfusedAt.AddDays(-30),
        });
        return scene;
    }

    static async Task Done(RecordScene scene, StudySettings wanted)
    {
        var answer = await Change(scene, wanted);
        Assert.True(answer.IsDone, string.Join(" | ", answer.Problems.Select(problem => $"{problem.Field}: {problem.Reason}")));
    }

    static async Task<SetupAnswer> Change(RecordScene scene, StudySettings wanted, int basedOn = 1, string reason = "protocol amendment 2", StaffMember? person = null)
    {
        await using var db = scene.Open();
        return await new ChangeStudySettings(db, scene.Time).Change(person ?? scene.Investigator, scene.StudyId, wanted, basedOn, reason, default);
    }
}
