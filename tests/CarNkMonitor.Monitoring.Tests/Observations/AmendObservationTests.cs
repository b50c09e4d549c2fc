using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Tests.Alerts;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Testing.Databases;
using Microsoft.EntityFrameworkCore;

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
    public async Task A_check_that_is_withdrawn_as_a_whole_leaves_no_grade_and_no_call(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Temperature("39.4"));

        var withdrawn = Assert.IsType<CheckSaved>(await scene.Amend(scene.Nurse, (await Temperature(scene)).Id, null, "another subject's"));

        Assert.Equal(AlertStep.Withdrawn, withdrawn.Alert!.Step);
        Assert.Equal(AlertState.Withdrawn, Assert.Single(await scene.All<Alert>()).State);
        Assert.DoesNotContain(await scene.Crs(), one => one.IsCurrent && one.Moment == RecordScene.Noon);
        var change = Assert.Single(await scene.All<AssessmentChange>(), change => change.Criteria == Grading.Crs.AstctCrs.Criteria);
        Assert.Equal(1, change.LowBefore);
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
        Assert.IsType<AmendedMeanwhile>(await scene.Amend(scene.Nurse, slip.Id, Item.Temperature("36.5"), "slip"));
    }

    [Theory, OnBothDatabases]
    public async Task A_withdrawn_check_opens_its_slot_again_and_another_check_takes_it(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        var first = await scene.Saved(RecordScene.Noon.AddHours(-4), Item.Well("36.4"));
        var temperature = await Temperature(scene);
        Assert.Equal((PlannedState.Done, (Guid?)first.CheckId), await MorningSlot(scene));

        await scene.Amend(scene.Nurse, temperature.Id, Item.Temperature("36.5"), "read again");
        Assert.Equal((PlannedState.Done, (Guid?)first.CheckId), await MorningSlot(scene));
        var amended = (await scene.All<Observation>()).Single(fact => fact.SupersedesId == temperature.Id);
        await scene.Amend(scene.Nurse, amended.Id, null, "another subject's");
        Assert.Equal((PlannedState.Overdue, (Guid?)null), await MorningSlot(scene));

        var second = await scene.Saved(RecordScene.Noon, Item.Temperature("36.9"));
        Assert.Equal((PlannedState.DoneLate, (Guid?)second.CheckId), await MorningSlot(scene));
    }

    [Theory, OnBothDatabases]
    public async Task The_slot_of_a_withdrawn_check_goes_to_a_check_that_filled_none(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon.AddHours(-5), Item.Temperature("36.4"));
        var temperature = await Temperature(scene);
        var spare = await scene.Saved(RecordScene.Noon.AddHours(-3), Item.Temperature("36.6"));

        await scene.Amend(scene.Nurse, temperature.Id, null, "another subject's");

        Assert.Equal((PlannedState.Done, (Guid?)spare.CheckId), await MorningSlot(scene));
    }

    [Theory, OnBothDatabases]
    public async Task A_check_withdrawn_before_the_infusion_was_recorded_fills_no_slot(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider, infused: false);
        await scene.Saved(RecordScene.Noon, Item.Temperature("36.4"));
        await scene.Amend(scene.Nurse, (await Temperature(scene)).Id, null, "another subject's");

        await scene.Saved(RecordScene.InfusedAt, new CheckItem("infusion", "complete"));

        Assert.Equal((PlannedState.Overdue, (Guid?)null), await MorningSlot(scene));
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

    [Theory, OnBothDatabases]
    public async Task A_withdrawn_death_brings_back_the_alerts_that_ended_with_it(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("38.9"));
        await scene.Saved(RecordScene.Noon, new CheckItem("death", "other"));
        await scene.Text(new ScriptedPhones(scene.Time));
        Assert.Equal(AlertState.Closed, Assert.Single(await scene.All<Alert>()).State);

        await scene.Amend(scene.Physician, await scene.IdOf("death"), null, "wrong subject");

        var alert = Assert.Single(await scene.All<Alert>());
        Assert.Equal((AlertState.Open, 2, 1), (alert.State, alert.Round, alert.Low));
    }

    [Theory, OnBothDatabases]
    public async Task Danger_that_never_was_is_taken_back_and_everybody_called_is_told(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        var phones = await scene.CallTheInvestigatorSecond();
        await scene.Saved(RecordScene.Noon, Item.Well("36.4").Where(item => item.Code != "sbp").Append(Item.Systolic("65") with { IsConfirmed = true }).ToArray());
        await scene.Text(phones);
        scene.Time.Advance(TimeSpan.FromMinutes(11));
        await scene.Text(phones);

        var amended = Assert.IsType<CheckSaved>(await scene.Amend(scene.Nurse, await scene.IdOf("sbp"), Item.Systolic("165"), "typed one digit too few"));
        await scene.Text(phones);

        Assert.Equal((AlertKind.Vitals, AlertStep.Withdrawn), (amended.Alert!.Danger!.Alert!.Kind, amended.Alert.Danger.Step));
        var alert = Assert.Single(await scene.All<Alert>(), alert => alert.Kind == AlertKind.Vitals);
        Assert.Equal(AlertState.Withdrawn, alert.State);
        scene.Time.Advance(TimeSpan.FromHours(1));
        await scene.Text(phones);
        var correction = $"CNK {alert.Reference} was WITHDRAWN 12:11 UTC: entry corrected. Sign in to see why. No action needed.";
        Assert.All([RecordScene.PhysiciansPhone, RecordScene.InvestigatorsPhone], phone => Assert.Equal(correction, phones.TextsTo(phone).Last(text => text.Contains(alert.Reference, StringComparison.Ordinal))));
    }

    [Theory, OnBothDatabases]
    public async Task Danger_that_was_and_has_passed_is_not_taken_back_by_a_correction_of_something_else(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("36.4").Where(item => item.Code != "sbp").Append(Item.Systolic("65") with { IsConfirmed = true }).ToArray());
        scene.Time.Advance(TimeSpan.FromHours(8));
        await scene.Saved(RecordScene.Noon.AddHours(8), Item.Well("36.4"));
        var late = (await scene.All<Observation>()).Single(fact => fact.Code == "temperature" && fact.ObservedAt == RecordScene.Noon.AddHours(8));

        await scene.Amend(scene.Nurse, late.Id, Item.Temperature("36.9"), "misread");

        Assert.Equal(AlertState.Open, Assert.Single(await scene.All<Alert>(), alert => alert.Kind == AlertKind.Vitals).State);
    }

    [Theory, OnBothDatabases]
    public async Task Another_reading_of_danger_keeps_the_alert_whose_first_one_was_a_slip(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("36.4").Where(item => item.Code != "spo2").Append(Item.Saturation("82") with { IsConfirmed = true }).ToArray());
        var slip = await scene.IdOf("spo2");
        scene.Time.Advance(TimeSpan.FromMinutes(30));
        await scene.Saved(RecordScene.Noon.AddMinutes(30), Item.Saturation("86") with { IsConfirmed = true });

        await scene.Amend(scene.Nurse, slip, Item.Saturation("98"), "probe was off");

        var alert = Assert.Single(await scene.All<Alert>(), alert => alert.Kind == AlertKind.Vitals);
        Assert.Equal(AlertState.Open, alert.State);
    }

    [Theory, OnBothDatabases]
    public async Task A_second_person_sees_what_the_first_did_and_nothing_is_overwritten(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("39.4"));
        var slip = await Temperature(scene);
        await scene.Amend(scene.Nurse, slip.Id, Item.Temperature("36.4"), "typed 39 for 36");

        var moved = Assert.IsType<AmendedMeanwhile>(await scene.Amend(scene.Physician, slip.Id, Item.Temperature("38.4"), "read again"));
        var withdrawal = Assert.IsType<AmendedMeanwhile>(await scene.Amend(scene.Physician, slip.Id, null, "read again"));

        var value = Assert.Single(moved.Values);
        Assert.Equal((slip.Id, 36.4m, "Nurse Ortiz", "typed 39 for 36"), (value.Seen.Id, value.Now.Value, value.By, value.Now.Reason));
        Assert.Equal(value.Now.Id, Assert.Single(withdrawal.Values).Now.Id);
        Assert.Equal(2, (await scene.All<Observation>()).Count(fact => fact.Code == "temperature"));
        Assert.IsType<CheckSaved>(await scene.Amend(scene.Physician, value.Now.Id, Item.Temperature("38.4"), "read again"));
    }

    [Theory, OnBothDatabases]
    public async Task Two_people_at_the_very_same_moment_amend_once(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("39.4"));
        var slip = await Temperature(scene);

        var answers = await Task.WhenAll(
            scene.Amend(scene.Nurse, slip.Id, Item.Temperature("36.4"), "slip"), scene.Amend(scene.Physician, slip.Id, Item.Temperature("38.4"), "slip"));

        Assert.Single(answers, answer => answer is CheckSaved);
        Assert.Single(answers, answer => answer is AmendedMeanwhile);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_amendment_twice_is_stored_once_and_answered_twice(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("39.4"));
        var (slip, pressure) = (await Temperature(scene), await scene.IdOf("sbp"));

        var first = Assert.IsType<CheckSaved>(await scene.Amend(scene.Nurse, slip.Id, Item.Temperature("36.4"), "slip"));
        var again = Assert.IsType<CheckSaved>(await scene.Amend(scene.Nurse, slip.Id, Item.Temperature("36.4"), "slip"));
        Assert.Equal((false, true, first.AmendmentId), (first.WasStoredBefore, again.WasStoredBefore, again.AmendmentId));

        await scene.Amend(scene.Nurse, pressure, null, "cuff too small");
        Assert.True(Assert.IsType<CheckSaved>(await scene.Amend(scene.Nurse, pressure, null, "cuff too small")).WasStoredBefore);
        Assert.Equal(2, (await scene.All<Observation>()).Count(fact => fact.SupersedesId is not null));
    }

    [Theory, OnBothDatabases]
    public async Task Values_that_belong_together_are_amended_together_and_must_not_contradict_what_stands(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Temperature("37.0"), Item.Systolic("195"), Item.Diastolic("125"), Item.Device("nasal_cannula"), Item.Flow("2"));
        var (upper, lower, device, flow) = (await scene.IdOf("sbp"), await scene.IdOf("dbp"), await scene.IdOf("oxygen_device"), await scene.IdOf("oxygen_flow"));

        var alone = Assert.IsType<CheckRefused>(await scene.Amend(scene.Nurse, upper, Item.Systolic("95"), "slip"));
        Assert.Contains(alone.Problems, problem => problem.Reason == "The diastolic pressure (125) must be below the systolic (95).");
        Assert.IsType<CheckRefused>(await scene.Amend(scene.Nurse, device, Item.Device("room_air"), "slip"));
        Assert.IsType<CheckSaved>(await scene.Amend(scene.Nurse, new Amendment([new(upper, Item.Systolic("95")), new(lower, Item.Diastolic("50"))], "slip")));
        Assert.IsType<CheckSaved>(await scene.Amend(scene.Nurse, new Amendment([new(device, Item.Device("room_air")), new(flow, null)], "slip")));

        await using var db = scene.Open();
        Assert.Equal(["dbp 50", "oxygen_device room_air", "sbp 95", "temperature 37.0"],
            (await db.Observations.Current().Where(row => row.Code != "infusion").ToListAsync(TestContext.Current.CancellationToken)).Select(row => $"{row.Code} {row.EnteredValue}").Order());
    }

    [Theory, OnBothDatabases]
    public async Task The_total_of_a_score_follows_its_items(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        var items = BedsideScore.Ice.Items.Select(code => new CheckItem(code, code == "ice_orientation" ? "4" : code == "ice_naming" ? "3" : "1", "{score}")).ToList();
        await scene.Saved(RecordScene.Noon, [.. ScoreTotals.Added(items)]);

        await scene.Amend(scene.Nurse, await scene.IdOf("ice_orientation"), new CheckItem("ice_orientation", "2", "{score}"), "misheard");
        Assert.Equal(8, await Total(scene));
        await scene.Amend(scene.Nurse, await scene.IdOf("ice_writing"), null, "cannot write, broken arm");
        Assert.Null(await Total(scene));
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_is_stored_where_nothing_is_changed(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("39.4"));

        var refused = Assert.IsType<CheckRefused>(await scene.Amend(scene.Nurse, (await Temperature(scene)).Id, Item.Temperature("39.4"), "slip"));

        Assert.Equal("Nothing is changed: correct a value, or mark one as withdrawn.", Assert.Single(refused.Problems).Reason);
    }

    [Theory, OnBothDatabases]
    public async Task Values_of_two_participants_are_not_amended_together(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Temperature("39.4"));
        var other = await scene.Enroll("01-002", 15000);
        await scene.Record(scene.Nurse, new CheckEntry(Guid.NewGuid(), other, ObservedTime.At(RecordScene.Noon), [Item.Temperature("37.0")]));
        var both = (await scene.All<Observation>()).Where(fact => fact.Code == "temperature").Select(fact => new AmendedValue(fact.Id, null)).ToList();

        Assert.IsType<SubjectNotFound>(await scene.Amend(scene.Nurse, new Amendment(both, "slip")));
        Assert.IsType<SubjectNotFound>(await scene.Amend(scene.Nurse, new Amendment([both[0], both[0]], "slip")));
    }

    [Theory, OnBothDatabases]
    public async Task A_cause_that_somebody_else_stated_is_corrected_by_a_physician_alone(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(RecordScene.Noon, Item.Well("38.6"));
        await scene.Record(scene.Physician, scene.Entry(RecordScene.Noon, new CheckItem("fever_attribution", "infection", Note: "cultures")));
        var cause = await scene.IdOf("fever_attribution");

        Assert.IsType<CheckRefused>(await scene.Amend(scene.Nurse, cause, null, "wrong participant"));
        Assert.IsType<CheckRefused>(await scene.Amend(scene.Nurse, cause, new CheckItem("fever_attribution", "crs"), "thought again"));
        Assert.IsType<CheckSaved>(await scene.Amend(scene.Physician, cause, null, "wrong participant"));
    }

    static async Task<decimal?> Total(RecordScene scene)
    {
        await using var db = scene.Open();
        return await db.Observations.Current().Where(row => row.Code == "ice_total").Select(row => row.Value).SingleOrDefaultAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The check planned for 08:00 in Berlin on the scene's day.</summary>
    static async Task<(PlannedState, Guid?)> MorningSlot(RecordScene scene)
    {
        var slot = (await scene.All<PlannedAssessment>()).Single(slot => slot.NominalAt == RecordScene.Noon.AddHours(-5));
        return (slot.State, slot.DoneByCheckId);
    }

    static async Task<Observation> Temperature(RecordScene scene) => (await scene.All<Observation>()).Single(fact => fact.Code == "temperature");
}
