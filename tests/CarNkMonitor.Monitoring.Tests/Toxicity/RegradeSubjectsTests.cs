using CarNkMonitor.Grading.Urgency;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Tests.Observations;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Toxicity;

/// <summary>
/// Hours since the infusion, which was at 10:00 in Berlin on day 0. Checks are planned at 14:00 and 22:00 on that day, at 08:00 (22 h, 46 h) and 20:00
/// (34 h, 58 h) on the days after; those of the days after are overdue from 3 h later.
/// </summary>
public class RegradeSubjectsTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task A_well_subject_whose_checks_are_on_time_calls_nobody_and_is_graded_at_checks_alone(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        foreach (var hour in (double[])[4, 12, 20, 36.9, 43.2, 60.9])
        {
            await Check(scene, hour, "36.8");
            await Sweep(scene, hour + 0.01);
        }

        await Sweep(scene, 67.2); // a minute before the last on-time moment of the next one it would be another matter

        Assert.Empty(await scene.All<Alert>());
        Assert.All(await scene.Crs(), one => Assert.Equal((false, 0, 0), (one.IsByTime, one.Low, one.High)));
    }

    [Theory, OnBothDatabases]
    public async Task An_overdue_check_after_everything_ran_out_is_a_data_gap_and_calls(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, "36.8");
        Assert.Equal(Hour(37).AddMilliseconds(1), await Next(scene)); // 20:00 and 3 h

        await Sweep(scene, 37);
        Assert.Empty(await scene.All<Alert>());
        await Sweep(scene, 37.02);

        var gap = (await scene.Crs()).Single(one => one.IsByTime);
        Assert.Equal((Hour(37).AddMilliseconds(1), 0, 4, true), (gap.Moment, gap.Low, gap.High, gap.IsCurrent));
        var alert = Assert.Single(await scene.All<Alert>());
        Assert.Equal((AlertKind.Crs, ClinicalUrgency.Urgent1H, AlertState.Open), (alert.Kind, alert.Urgency, alert.State));
        Assert.Contains(await scene.All<Notice>(), notice => notice.Body.Contains("CRS not excluded, data missing", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task A_sweep_that_wakes_late_grades_the_moment_that_was_due(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, "36.8");

        await Sweep(scene, 41);

        Assert.Equal(Hour(37).AddMilliseconds(1), (await scene.Crs()).Single(one => one.IsByTime).Moment);
        Assert.Equal(Hour(41), (await scene.All<Alert>()).Single().OpenedAt);
        Assert.Equal(0, await scene.Regrade()); // nothing is due any more
    }

    [Theory, OnBothDatabases]
    public async Task A_check_recorded_before_a_late_sweep_calls_nobody_for_the_gap_that_is_over(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, "36.8");
        await Check(scene, 38, "36.9");

        await Sweep(scene, 39);

        Assert.Empty(await scene.All<Alert>());
        Assert.Equal([Hour(37).AddMilliseconds(1)], (await scene.Crs()).Where(one => one.IsByTime).Select(one => one.Moment));
    }

    [Theory, OnBothDatabases]
    public async Task A_check_observed_in_time_and_recorded_after_the_call_withdraws_it(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, "36.8");
        await Sweep(scene, 37.1);

        await scene.Saved(Hour(36.9), Item.Well("36.9"));

        Assert.Equal(AlertState.Withdrawn, (await scene.All<Alert>()).Single().State);
        Assert.False((await scene.Crs()).Single(one => one.IsByTime).IsCurrent);
    }

    [Theory, OnBothDatabases]
    public async Task A_fever_that_leaves_its_window_lowers_the_grade_at_that_moment_and_calls_nobody(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 12, "38.6");
        await Check(scene, 22, "37.0");
        await Check(scene, 34, "36.9");

        await Sweep(scene, 36.5);

        var lowered = (await scene.Crs()).Single(one => one.IsByTime);
        Assert.Equal((Hour(36), 0, 0), (lowered.Moment, lowered.Low, lowered.High));
        var alert = (await scene.All<Alert>()).Single();
        Assert.Equal((AlertState.Open, (DateTime?)Hour(36)), (alert.State, alert.BelowThresholdSince));
        Assert.Equal(0, (await NewestCrs(scene))!.Low);
    }

    [Theory, OnBothDatabases]
    public async Task An_attribution_that_ends_calls_for_the_fever_it_explained(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, "36.8");
        scene.At(23);
        await scene.Record(scene.Physician, scene.Entry(Hour(23), Item.Temperature("38.4"), new CheckItem("fever_attribution", "infection", Note: "line infection")));
        await Check(scene, 34, "38.5");
        Assert.Empty(await scene.All<Alert>());

        await Sweep(scene, 47.1);

        var again = (await scene.Crs()).Single(one => one.IsByTime);
        Assert.Equal((Hour(47), 1), (again.Moment, again.Low));
        Assert.Equal(ClinicalUrgency.Urgent1H, (await scene.All<Alert>()).Single().Urgency);
    }

    [Theory, OnBothDatabases]
    public async Task Values_that_ran_out_take_nothing_back_of_an_alert_and_what_is_measured_next_is_no_rise(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, "38.9", Item.Systolic("84"));
        await Managed(scene, grade: 2);
        await Sweep(scene, 37.1);
        var alert = (await scene.All<Alert>()).Single(alert => alert.Kind == AlertKind.Crs);
        Assert.Equal((AlertState.Managed, 2), (alert.State, alert.Low));

        await Check(scene, 38, "38.8", Item.Systolic("86"));

        alert = (await scene.All<Alert>()).Single(alert => alert.Kind == AlertKind.Crs);
        Assert.Equal((AlertState.Managed, ClinicalUrgency.Urgent1H, 2), (alert.State, alert.Urgency, alert.Low));
    }

    [Theory, OnBothDatabases]
    public async Task What_came_due_calls_although_a_laboratory_value_or_a_silent_import_was_stored_before_the_sweep(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, "36.8");
        scene.At(37.1);

        await scene.Import("subject,observed_at,code,value,unit\n01-001,2026-03-03T20:00Z,platelets,80,10*9/L\n");

        Assert.Equal(AlertState.Open, (await scene.All<Alert>()).Single().State);
    }

    [Theory, OnBothDatabases]
    public async Task A_silent_import_that_overtakes_the_sweep_does_not_silence_a_rise_that_came_due(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        scene.At(23);
        await scene.Record(scene.Physician, scene.Entry(Hour(23), [.. Item.Well("38.4"), new CheckItem("fever_attribution", "infection", Note: "line infection")]));
        await Check(scene, 34, "38.5");
        scene.At(47.2);

        await scene.Import("subject,observed_at,code,value,unit\n01-001,2026-03-04T08:06Z,sbp,119,mm[Hg]\n");

        Assert.Equal(ClinicalUrgency.Urgent1H, (await scene.All<Alert>()).Single().Urgency);
    }

    [Theory, OnBothDatabases]
    public async Task A_silent_import_of_an_old_course_calls_nobody(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider, infused: false, now: RecordScene.Noon.AddDays(60));

        await scene.Import("""
            subject,observed_at,code,value,unit
            01-001,2026-03-02T09:00Z,infusion,complete,
            01-001,2026-03-03T09:00Z,temperature,38.9,Cel
            01-001,2026-03-03T09:00Z,sbp,118,mm[Hg]

            """);
        await scene.Regrade();

        Assert.Contains(await scene.Crs(), one => one is { IsByTime: true, High: 4 });
        Assert.Empty(await scene.All<Alert>());
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_comes_due_for_who_has_left_the_study(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, "36.8");
        scene.At(24);
        await scene.Saved(Hour(24), new CheckItem("death", "other"));

        Assert.Null(await Next(scene));
        await Sweep(scene, 40);
        Assert.DoesNotContain(await scene.Crs(), one => one.IsByTime);
    }

    [Theory, OnBothDatabases]
    public async Task A_subject_that_fails_keeps_no_other_from_being_graded_and_the_duty_from_looking_alive(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, "36.8");
        var broken = new Subject
        {
            StudyId = (await scene.All<Subject>()).Single().StudyId, SiteId = scene.Berlin.Id, SubjectCode = "01-002", Sex = Sex.Male, EnrolledOn = new(2026, 2, 20),
        };
        var check = new BedsideCheck
        {
            SubjectId = broken.Id, SubmissionId = Guid.NewGuid(), ObservedAt = Hour(20), RecordedAt = Hour(20), RecordedById = scene.Nurse.Id, Source = ObservationSource.Typed, IsLate = false,
        };
        check.Observations.Add(new Observation
        {
            SubjectId = broken.Id, CheckId = check.Id, Code = "vasopressor_agent", Coded = "unheard_of", ObservedAt = Hour(20), RecordedAt = Hour(20), RecordedById = scene.Nurse.Id, Source = ObservationSource.Typed,
        });
        await scene.Add(
            broken, check, new Infusion { SubjectId = broken.Id, Number = 1, StartedAt = RecordScene.InfusedAt, FollowsConditioning = true, ObservationId = Guid.NewGuid() },
            new NextGrading { SubjectId = broken.Id, DueAt = Hour(20) });

        scene.At(37.1);
        await Assert.ThrowsAsync<AggregateException>(scene.Regrade);

        Assert.Equal(AlertState.Open, (await scene.All<Alert>()).Single().State);
        Assert.DoesNotContain(await scene.All<Heartbeat>(), beat => beat.Duty == nameof(RegradeSubjects));
    }

    static DateTime Hour(double hours) => RecordScene.InfusedAt.AddHours(hours);

    Task<RecordScene> Scene(DatabaseProvider provider) => RecordScene.Set(databases, provider, now: RecordScene.InfusedAt);

    /// <summary>A whole check, recorded as it was observed.</summary>
    static async Task Check(RecordScene scene, double hour, string temperature, CheckItem? insteadOfUsualPressure = null)
    {
        scene.At(hour);
        await scene.Saved(Hour(hour), [.. Item.Well(temperature).Where(item => item.Code != insteadOfUsualPressure?.Code), .. insteadOfUsualPressure is null ? [] : (CheckItem[])[insteadOfUsualPressure]]);
    }

    static async Task Sweep(RecordScene scene, double hour)
    {
        scene.At(hour);
        await scene.Regrade();
    }

    static async Task Managed(RecordScene scene, int grade)
    {
        foreach (var alert in await scene.All<Alert>())
        {
            await using var db = scene.Open();
            await new AcknowledgeAlert(db, scene.Time).Run(scene.Physician, alert.Id, default);
            await new AcknowledgeAlert(db, scene.Time).Run(scene.Investigator, alert.Id, default);
            await new ReviewAlert(db, scene.Time).Run(scene.Physician, alert.Id, new ReviewEntry(alert.Kind == AlertKind.Crs ? grade : null, ReviewAction.ContinueObservation, null), default);
        }
    }

    static async Task<DateTime?> Next(RecordScene scene) => (await scene.All<NextGrading>()).Single().DueAt;

    static async Task<ToxicityNow?> NewestCrs(RecordScene scene)
    {
        await using var db = scene.Open();
        return await db.NewestCrs(scene.SubjectId, default);
    }
}
