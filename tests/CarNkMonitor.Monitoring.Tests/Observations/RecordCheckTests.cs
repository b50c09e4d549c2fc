using CarNkMonitor.Grading;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Observations;

public class RecordCheckTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task A_fever_is_stored_graded_and_called_in_one_step(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);

        var saved = Assert.IsType<CheckSaved>(await scene.Record(Item.Well("38.4")));

        Assert.Equal((1, 1, GradeState.Determined), (saved.Crs!.Low, saved.Crs.High, saved.Crs.State));
        Assert.Equal(AlertStep.Opened, saved.Alert!.Step);
        Assert.Equal(["Dr Li"], saved.Alert.Called);
        var check = Assert.Single(await scene.All<BedsideCheck>(), check => check.Id == saved.CheckId);
        Assert.Equal((RecordScene.Noon, false, scene.Nurse.Id), (check.ObservedAt, check.IsLate, check.RecordedById));
        Assert.Contains(await scene.All<AuditEntry>(), entry => entry is { Act: "RecordCheck", Entity: "BedsideCheck", Actor: "Nurse Ortiz" });
    }

    [Theory, OnBothDatabases]
    public async Task What_was_typed_stands_beside_the_canonical_value(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);

        await scene.Record(Item.Temperature("100,4", "[degF]"), new("ferritin", ">2000", "ng/mL"));

        var stored = (await scene.All<Observation>()).ToDictionary(fact => fact.Code);
        Assert.Equal((38.0m, "Cel", "100,4", "[degF]"), Shape(stored["temperature"]));
        Assert.Equal((2000m, "ug/L", ">2000", "ng/mL"), Shape(stored["ferritin"]));
        Assert.Equal(Grading.Facts.Comparator.Above, stored["ferritin"].Comparator);

        static (decimal?, string?, string?, string?) Shape(Observation fact) => (fact.Value, fact.Unit, fact.EnteredValue, fact.EnteredUnit);
    }

    [Theory, OnBothDatabases]
    public async Task Limits_of_normal_stand_beside_the_value_in_the_unit_that_was_typed_and_survive_an_amendment(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Record(new CheckItem("creatinine", "106", "umol/L", ReferenceLow: "45", ReferenceHigh: "84,5"), new("hgb", "8.4", "g/dL"));
        var before = (await scene.All<Observation>()).ToDictionary(fact => fact.Code);
        Assert.Equal((45m, 84.5m, "umol/L"), Limits(before["creatinine"]));
        Assert.Equal((null, null, "g/dL"), Limits(before["hgb"]));

        await scene.Amend(scene.Nurse, before["creatinine"].Id, new CheckItem("creatinine", "160", "umol/L"), "misread");
        var corrected = (await scene.All<Observation>()).Single(fact => fact.SupersedesId == before["creatinine"].Id);
        Assert.Equal((45m, 84.5m, "umol/L"), Limits(corrected));

        await scene.Amend(scene.Nurse, corrected.Id, new CheckItem("creatinine", "1.6", "mg/dL"), "wrong unit");
        Assert.Equal((null, null, "mg/dL"), Limits((await scene.All<Observation>()).Single(fact => fact.SupersedesId == corrected.Id)));

        static (decimal?, decimal?, string?) Limits(Observation fact) => (fact.ReferenceLow, fact.ReferenceHigh, fact.EnteredUnit);
    }

    [Theory, OnBothDatabases]
    public async Task A_dose_counts_from_the_time_at_which_it_was_given(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        var given = RecordScene.Noon.AddMinutes(-40);

        var saved = await scene.Saved(RecordScene.Noon, [.. Item.Well("38.4"),
            new("tocilizumab_dose", "560", "mg", ObservedAt: ObservedTime.Text("2026-03-05 12:20")), // Berlin: 11:20 UTC
            new("antipyretic_dose", "paracetamol", ObservedAt: ObservedTime.At(given.AddHours(-4))), new("antipyretic_dose", "paracetamol")]);

        var stored = (await scene.All<Observation>()).Where(fact => fact.CheckId == saved.CheckId).ToLookup(fact => fact.Code, fact => fact.ObservedAt);
        Assert.Equal([given], stored["tocilizumab_dose"]);
        Assert.Equal([given.AddHours(-4), RecordScene.Noon], stored["antipyretic_dose"].Order());
        Assert.Equal([RecordScene.Noon], stored["temperature"]);
    }

    [Theory, OnBothDatabases]
    public async Task The_time_of_an_item_is_checked_like_that_of_the_check(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon.AddMinutes(-40), new CheckItem("tocilizumab_dose", "560", "mg"));

        var refused = Assert.IsType<CheckRefused>(await scene.Record(
            Item.Temperature("38.0"), new("tocilizumab_dose", "640", "mg", ObservedAt: ObservedTime.Text("2026-03-05 12:20")),
            new("gcsf_dose", "filgrastim", ObservedAt: ObservedTime.Text("2026-03-05 13:30")), new("steroid_dose", "prednisone", ObservedAt: ObservedTime.Text("noon"))));

        Assert.Equal([(2, true), (3, true), (1, false)], refused.Problems.Select(problem => (problem.Item!.Value, problem.IsAboutTime)));
        Assert.Contains("560 mg for this very time", refused.Problems[2].Reason, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_submission_twice_is_stored_once_and_answered_twice(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        var entry = scene.Entry(RecordScene.Noon, Item.Well("38.4"));

        var first = Assert.IsType<CheckSaved>(await scene.Record(scene.Nurse, entry));
        var second = Assert.IsType<CheckSaved>(await scene.Record(scene.Nurse, entry));

        Assert.Equal((first.CheckId, true, 1), (second.CheckId, second.WasStoredBefore, second.Crs!.Low));
        Assert.Single(await scene.All<Alert>());
    }

    [Theory, OnBothDatabases]
    public async Task A_form_that_is_saved_again_with_another_value_says_that_the_first_one_stands(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        var entry = scene.Entry(RecordScene.Noon, Item.Temperature("38.4"), Item.Systolic("120"));
        await scene.Record(scene.Nurse, entry);

        var again = await scene.Record(scene.Nurse, entry with { Items = [Item.Temperature("39.4"), Item.Systolic("120"), Item.Saturation("95")] });

        var problems = Assert.IsType<CheckRefused>(again).Problems;
        Assert.Equal([("temperature", 0), ("spo2", 2)], problems.Select(problem => (problem.Field, problem.Item!.Value)));
        Assert.Contains("saved before with Body temperature 38.4 Cel", problems[0].Reason, StringComparison.Ordinal);
        Assert.Contains("Open a new check", problems[1].Reason, StringComparison.Ordinal);
        Assert.Equal(3, (await scene.All<Observation>()).Count);

        var alarming = await scene.Record(scene.Nurse, entry with { Items = [Item.Temperature("38.4"), Item.Systolic("62")] });
        Assert.Equal("sbp", Assert.Single(Assert.IsType<CheckRefused>(alarming).Problems).Field);
        var blank = await scene.Record(scene.Nurse, entry with { Items = [Item.Temperature("38.4")] });
        Assert.Contains("Systolic blood pressure 120 mm[Hg]", Assert.Single(Assert.IsType<CheckRefused>(blank).Problems).Reason, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_form_whose_value_was_amended_since_is_still_the_same_form(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        var entry = scene.Entry(RecordScene.Noon, Item.Systolic("65") with { IsConfirmed = true });
        await scene.Record(scene.Nurse, entry);
        await scene.Amend(scene.Nurse, (await scene.All<Observation>()).Single(fact => fact.Code == "sbp").Id, Item.Systolic("165"), "misread");

        Assert.True(Assert.IsType<CheckSaved>(await scene.Record(scene.Nurse, entry)).WasStoredBefore);
    }

    [Theory, OnBothDatabases]
    public async Task Two_nurses_who_save_the_same_check_with_the_same_values_store_it_once(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        var (mine, theirs) = (scene.Entry(RecordScene.Noon, Item.Well("38.4")), scene.Entry(RecordScene.Noon, Item.Well("38,40")));

        var answers = await Task.WhenAll(Task.Run(() => scene.Record(scene.Nurse, mine)), Task.Run(() => scene.Record(scene.SecondNurse, theirs)));

        var saved = answers.Select(answer => Assert.IsType<CheckSaved>(answer)).ToList();
        Assert.Single(saved.Select(answer => answer.CheckId).Distinct());
        Assert.Single(saved, answer => answer.WasStoredBefore);
        Assert.Single(await scene.All<Alert>());
        Assert.Single(await scene.All<Observation>(), fact => fact.Code == "temperature");
    }

    [Theory, OnBothDatabases]
    public async Task What_the_second_nurse_adds_to_the_same_moment_is_stored_and_what_stands_is_not_stored_again(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("38.4"));

        var second = Assert.IsType<CheckSaved>(await scene.Record(
            scene.SecondNurse, scene.Entry(RecordScene.Noon, [.. Item.Well("38.4"), new("heart_rate", "118", "/min")])));

        Assert.Equal((false, 5), (second.WasStoredBefore, second.Repeated));
        Assert.Equal("heart_rate", Assert.Single(await scene.All<Observation>(), fact => fact.CheckId == second.CheckId).Code);
    }

    [Theory, OnBothDatabases]
    public async Task A_different_value_of_a_second_nurse_is_refused_and_she_is_told_whose_stands(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("38.4"));

        var refused = Assert.IsType<CheckRefused>(await scene.Record(scene.SecondNurse, scene.Entry(RecordScene.Noon, Item.Well("39.4"))));

        var problem = Assert.Single(refused.Problems);
        Assert.Equal("temperature", problem.Field);
        Assert.Contains("Nurse Ortiz has recorded Body temperature 38.4 Cel for this very time", problem.Reason, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Two_posts_of_one_submission_at_the_same_moment_store_one_check(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        var entry = scene.Entry(RecordScene.Noon, Item.Well("38.4"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => scene.Record(scene.Nurse, entry))));

        var saved = answers.Select(answer => Assert.IsType<CheckSaved>(answer)).ToList();
        Assert.Single(saved.Select(answer => answer.CheckId).Distinct());
        Assert.Single(saved, answer => !answer.WasStoredBefore);
        Assert.Single(await scene.All<Observation>(), fact => fact.Code == "temperature");
    }

    [Theory, OnBothDatabases]
    public async Task A_subject_of_another_site_is_not_there(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);

        Assert.IsType<SubjectNotFound>(await scene.Record(scene.NurseElsewhere, scene.Entry(RecordScene.Noon, Item.Well("38.4"))));

        Assert.Single(await scene.All<BedsideCheck>());
    }

    [Theory, OnBothDatabases]
    public async Task One_bad_value_stores_nothing_and_every_problem_is_named(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);

        var refused = Assert.IsType<CheckRefused>(await scene.Record(
            Item.Temperature("98.6"), Item.Systolic("11647"), Item.Saturation("98"), new("mood", "good")));

        Assert.Equal([("temperature", 0), ("sbp", 1), ("mood", 3)], refused.Problems.Select(problem => (problem.Field, problem.Item!.Value)));
        Assert.Equal(new UnitOffer("[degF]", "37.0", "Cel"), refused.Problems[0].Offer);
        Assert.Single(await scene.All<Observation>());
    }

    [Theory, OnBothDatabases]
    public async Task An_alarming_value_is_stored_after_one_confirmation(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        var entry = scene.Entry(RecordScene.Noon, Item.Systolic("62"));

        var question = Assert.IsType<NeedsConfirmation>(await scene.Record(scene.Nurse, entry));
        Assert.Equal("sbp", Assert.Single(question.Questions).Field);
        Assert.IsType<CheckSaved>(await scene.Record(scene.Nurse, entry with { Items = [Item.Systolic("62") with { IsConfirmed = true }] }));
    }

    [Theory, OnBothDatabases]
    public async Task What_is_alarming_for_others_may_be_usual_for_one_subject_and_the_other_way_round(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        var settings = StudySettings.Default with
        {
            AlarmLimits = [new AlarmLimit(scene.SubjectId, "sbp", 60, 150, "usual pressure 65"), new AlarmLimit(Guid.NewGuid(), "spo2", 99, null, "another subject")],
        };
        await scene.Add(new StudySettingsVersion
        {
            StudyId = scene.Berlin.StudyId, Version = 1, SettingsJson = CarNkMonitor.Monitoring.Data.Json.Write(settings), ValidFrom = RecordScene.InfusedAt,
        });

        Assert.IsType<CheckSaved>(await scene.Record(Item.Systolic("62"), Item.Saturation("95")));
        var asked = Assert.IsType<NeedsConfirmation>(await scene.Record(scene.Nurse, scene.Entry(RecordScene.Noon.AddMinutes(-1), Item.Systolic("160"))));
        Assert.Equal("sbp", Assert.Single(asked.Questions).Field);
    }

    [Theory, OnBothDatabases]
    public async Task A_second_value_of_one_code_at_one_instant_is_an_amendment(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Record(Item.Systolic("120"), Item.Agent("norepinephrine"));

        var refused = Assert.IsType<CheckRefused>(await scene.Record(Item.Systolic("118"), Item.Agent("none")));

        Assert.Equal(["sbp", "vasopressor_agent"], refused.Problems.Select(problem => problem.Field));
        Assert.IsType<CheckSaved>(await scene.Record(Item.Agent("vasopressin")));
    }

    [Theory, OnBothDatabases]
    public async Task A_time_that_is_not_yet_or_never_was_is_refused(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);

        foreach (var time in new[] { "2026-03-05T12:03Z", "1899-12-31T12:00Z", "2026-03-29 02:30", "soon" })
        {
            var entry = scene.Entry(RecordScene.Noon, Item.Systolic("120")) with { ObservedAt = ObservedTime.Text(time) };
            Assert.Equal("observedAt", Assert.Single(Assert.IsType<CheckRefused>(await scene.Record(scene.Nurse, entry)).Problems).Field);
        }

        var fast = scene.Entry(RecordScene.Noon, Item.Systolic("120")) with { ObservedAt = ObservedTime.Text("2026-03-05 13:02") };
        Assert.IsType<CheckSaved>(await scene.Record(scene.Nurse, fast));
    }

    [Theory, OnBothDatabases]
    public async Task A_late_entry_is_marked_and_calls_within_the_day_at_most(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        scene.Time.Advance(TimeSpan.FromHours(6)); // no check is overdue now

        var saved = await scene.Saved(RecordScene.Noon.AddHours(-19), Item.Well("39.0"));

        Assert.True((await scene.All<BedsideCheck>()).Single(check => check.Id == saved.CheckId).IsLate);
        Assert.Equal(Grading.Urgency.ClinicalUrgency.SameDay, saved.Alert!.Alert!.Urgency);
    }

    [Theory, OnBothDatabases]
    public async Task The_note_of_a_value_that_stands_already_is_not_lost_without_a_word(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, new CheckItem("blood_culture", "positive"));

        var refused = Assert.IsType<CheckRefused>(await scene.Record(scene.SecondNurse, scene.Entry(RecordScene.Noon, new CheckItem("blood_culture", "positive", Note: "E. coli"))));

        Assert.EndsWith("positive is on record for this very time, without a note. Amend it there to add yours.", Assert.Single(refused.Problems).Reason);
        Assert.True(Assert.IsType<CheckSaved>(await scene.Record(scene.SecondNurse, scene.Entry(RecordScene.Noon, new CheckItem("blood_culture", "positive")))).WasStoredBefore);
    }

    [Theory, OnBothDatabases]
    public async Task A_late_entry_changes_what_was_graded_after_it(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("37.0"));

        var saved = await scene.Saved(RecordScene.Noon.AddHours(-3), Item.Temperature("38.6"));

        Assert.Equal((1, 1), (saved.Crs!.Low, saved.Crs.High));
        Assert.Equal([(1, false), (2, true)], (await scene.Crs()).Where(one => one.Moment == RecordScene.Noon)
            .OrderBy(one => one.Version).Select(one => (one.Version, one.IsCurrent)));
    }

    [Theory, OnBothDatabases]
    public async Task A_nurses_attribution_is_provisional_and_a_physicians_is_not(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon.AddMinutes(-5), Item.Well("38.4"));

        var proposed = await scene.Saved(RecordScene.Noon, new CheckItem("fever_attribution", "infection", Note: "line infection"));
        Assert.Equal((0, 1), (proposed.Crs!.Low, proposed.Crs.High));

        scene.Time.Advance(TimeSpan.FromMinutes(1));
        var entry = scene.Entry(RecordScene.Noon.AddMinutes(1), new CheckItem("fever_attribution", "infection", Note: "line infection"));
        var stated = Assert.IsType<CheckSaved>(await scene.Record(scene.Physician, entry));
        Assert.Equal((0, 0), (stated.Crs!.Low, stated.Crs.High));
    }

    [Theory, OnBothDatabases]
    public async Task A_coordinator_records_the_infusion_and_nothing_clinical(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider, infused: false);

        Assert.IsType<NotPermitted>(await scene.Record(scene.Coordinator, scene.Entry(RecordScene.Noon, Item.Well("38.4"))));
        Assert.IsType<CheckSaved>(await scene.Record(scene.Coordinator, scene.Entry(RecordScene.InfusedAt, new CheckItem("infusion", "complete"))));

        var infusion = Assert.Single(await scene.All<Infusion>());
        Assert.Equal((1, RecordScene.InfusedAt, true), (infusion.Number, infusion.StartedAt, infusion.FollowsConditioning));
        Assert.NotEmpty(await scene.All<PlannedAssessment>());
    }

    [Theory, OnBothDatabases]
    public async Task A_check_before_the_infusion_is_graded_once_the_infusion_is_known(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider, infused: false);

        var before = await scene.Saved(RecordScene.Noon, Item.Well("38.4"));
        var after = await scene.Saved(RecordScene.InfusedAt, new CheckItem("infusion", "complete"));

        Assert.Equal(GradeState.NotApplicable, before.Crs!.State);
        Assert.Equal((1, GradeState.Determined), (after.Crs!.Low, after.Crs.State));
    }

    [Theory, OnBothDatabases]
    public async Task Death_and_discharge_change_the_subject(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);

        await scene.Saved(RecordScene.Noon.AddHours(-1), new CheckItem("discharge_home", "true"));
        var died = await scene.Saved(RecordScene.Noon, new CheckItem("death", "crs"));

        var subject = Assert.Single(await scene.All<Subject>());
        Assert.Equal((SubjectStatus.Died, RecordScene.Noon.AddHours(-1)), (subject.Status, subject.DischargedHomeAt));
        Assert.Equal((5, 5), (died.Crs!.Low, died.Crs.High));
    }

    [Theory, OnBothDatabases]
    public async Task A_check_fills_its_planned_slot(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        var slot = (await scene.All<PlannedAssessment>()).First(slot => slot.OpensAt <= RecordScene.Noon && RecordScene.Noon < slot.ClosesAt);

        var saved = await scene.Saved(RecordScene.Noon, Item.Well("37.0"));

        Assert.Contains(await scene.All<PlannedAssessment>(), filled => filled.DoneByCheckId == saved.CheckId && filled.NominalAt == slot.NominalAt);
    }

    [Theory, OnBothDatabases]
    public async Task The_longest_reasons_are_stored_and_longer_ones_refused(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        CheckEntry With(int because, int incomplete) => scene.Entry(RecordScene.Noon, Item.Temperature("37.0")) with
        {
            NotDone = [new ItemNotDone("sbp", new string('x', because))], IncompleteReason = new string('y', incomplete),
        };

        Assert.Equal("sbp", Assert.Single(Assert.IsType<CheckRefused>(await scene.Record(scene.Nurse, With(501, 500))).Problems).Field);
        Assert.Equal("check", Assert.Single(Assert.IsType<CheckRefused>(await scene.Record(scene.Nurse, With(500, 501))).Problems).Field);
        Assert.IsType<CheckSaved>(await scene.Record(scene.Nurse, With(500, 500)));
    }

    [Theory, OnBothDatabases]
    public async Task What_was_not_done_is_stored_with_its_reason_and_is_no_value(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        var entry = scene.Entry(RecordScene.Noon, Item.Temperature("37.0")) with
        {
            NotDone = [new ItemNotDone("sbp", "cuff broken")], IncompleteReason = "called away",
        };

        var saved = Assert.IsType<CheckSaved>(await scene.Record(scene.Nurse, entry));

        Assert.Equal(("sbp", "cuff broken"), (await scene.All<NotDone>()).Select(item => (item.Code, item.Because)).Single());
        Assert.Equal((0, GradeState.CannotExclude), (saved.Crs!.Low, saved.Crs.State));
        Assert.DoesNotContain(await scene.All<Observation>(), fact => fact.Code == "sbp");
    }
}
