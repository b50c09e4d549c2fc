using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Observations;

public class ImportObservationsTests(MonitorTemplate databases)
{
    const string Header = "subject,observed_at,code,value,unit\n";

    const string Good = Header + """
        01-001,2026-03-05 08:00,temperature,101.3,[degF]
        01-001,2026-03-05 08:00,sbp,118,mm[Hg]
        01-001,2026-03-05T08:00:00+01:00,vasopressor_agent,none,
        01-001,2026-03-05 09:00,temperature,"38,2",Cel
        """;

    [Theory, OnBothDatabases]
    public async Task The_rows_of_one_instant_are_one_check_and_are_graded_after_the_whole_file(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);

        var report = await scene.Import(Good);

        Assert.Equal((4, 4, 0, true), (report.Rows, report.Stored, report.Unchanged, report.WasStored));
        Assert.Empty(report.Errors);
        var checks = (await scene.All<BedsideCheck>()).Where(check => check.Source == ObservationSource.Import).ToList();
        Assert.Equal(2, checks.Count);
        Assert.Contains(checks, check => check.ObservedAt == new DateTime(2026, 3, 5, 7, 0, 0, DateTimeKind.Utc));
        Assert.Equal(2, (await scene.Crs()).Count(one => one.IsCurrent));
        Assert.Contains(await scene.All<AuditEntry>(), entry => entry is { Act: "ImportObservations", Actor: "Nurse Ortiz" });
    }

    [Theory, OnBothDatabases]
    public async Task The_same_file_twice_changes_nothing(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Import(Good);
        var before = await scene.All<AuditEntry>();

        var again = await scene.Import(Good);

        Assert.Equal((4, 0, 4, false), (again.Rows, again.Stored, again.Unchanged, again.WasStored));
        Assert.Equal(before.Count, (await scene.All<AuditEntry>()).Count);
    }

    [Theory, OnBothDatabases]
    public async Task A_file_does_not_bring_back_what_was_withdrawn_or_amended(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Import(Good);
        await scene.Amend(scene.Nurse, await Id(scene, "sbp"), null, "another subject's");
        await scene.Amend(scene.Nurse, await Id(scene, "vasopressor_agent"), new CheckItem("vasopressor_agent", "dopamine"), "misread");
        var before = (await scene.All<Observation>()).Count;

        var again = await scene.Import(Good);

        Assert.Equal((4, 0, 4, false, 0), (again.Rows, again.Stored, again.Unchanged, again.WasStored, again.Errors.Count));
        Assert.Equal(before, (await scene.All<Observation>()).Count);
        Assert.Equal(
            [
                (3, "unchanged: this value was withdrawn by Nurse Ortiz on 2026-03-05 12:00 UTC (another subject's). If it is right after all, record it by hand."),
                (4, "unchanged: this value was amended to dopamine by Nurse Ortiz on 2026-03-05 12:00 UTC (misread)."),
            ],
            again.Remarks.Select(remark => (remark.Line, remark.Sentence)));
    }

    [Theory, OnBothDatabases]
    public async Task After_a_withdrawal_another_value_or_the_hand_of_a_person_is_new(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Import(Good);
        await scene.Amend(scene.Nurse, await Id(scene, "sbp"), null, "another subject's");

        var corrected = await scene.Import(Good.Replace("118,", "108,", StringComparison.Ordinal));
        Assert.Equal((1, 3), (corrected.Stored, corrected.Unchanged));
        await scene.Amend(scene.Nurse, (await scene.All<Observation>()).Single(fact => fact is { Code: "sbp", Value: 108 }).Id, null, "that neither");
        await scene.Saved(new DateTime(2026, 3, 5, 7, 0, 0, DateTimeKind.Utc), Item.Systolic("118"));

        var again = await scene.Import(Good);
        Assert.Equal((0, 4, 0), (again.Stored, again.Unchanged, again.Errors.Count));
    }

    static async Task<Guid> Id(RecordScene scene, string code) => (await scene.All<Observation>()).Single(fact => fact.Code == code).Id;

    [Theory, OnBothDatabases]
    public async Task Another_value_under_the_same_key_is_an_error_of_its_row(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Import(Good);

        var report = await scene.Import(Header + "01-001,2026-03-05 08:00,sbp,119,mm[Hg]\n01-001,2026-03-05 08:00,vasopressor_agent,dopamine,\n");

        Assert.Equal([2, 3], report.Errors.Select(error => error.Line));
        Assert.Contains("118", report.Errors[0].Reason);
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_is_called_for_a_file_unless_asked(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);

        await scene.Import(Good);
        Assert.Empty(await scene.All<Alert>());

        var report = await scene.Import(Header + "01-001,2026-03-05 10:00,temperature,38.9,Cel\n", new ImportOptions(Notify: true));
        Assert.Equal(["Dr Li"], report.Called);
    }

    [Theory, OnBothDatabases]
    public async Task Every_bad_row_is_named_with_its_line_and_stores_nothing_unless_the_rest_is_wanted(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        var file = Header + """
            01-001,2026-03-05 08:00,temperature,38.2,Cel
            01-999,2026-03-05 08:00,temperature,38.2,Cel
            01-001,2026-03-05 08:10,mood,good,
            01-001,2026-03-05 08:20,temperature,38.2,C
            01-001,2026-03-05 08:30,temperature,38,2,Cel
            01-001,2026-03-29 02:30,temperature,38.2,Cel
            01-001,2026-03-05 08:40,sbp,62,mm[Hg]
            01-001,2026-03-05 08:50,ferritin,GREATER THAN 2000,ng/mL
            01-001,2026-03-05 08:55,sbp,90,mm[Hg]
            01-001,2026-03-05 08:55,dbp,95,mm[Hg]
            01-001,2026-03-05 08:00,temperature,38.2,Cel
            01-001,2026-03-05 08:00,temperature,38.4,Cel
            01-001,2026-03-05 08:00,fever_attribution,infection,
            """;

        var refused = await scene.Import(file);
        Assert.Equal([3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14], refused.Errors.Select(error => error.Line));
        Assert.False(refused.WasStored);
        Assert.Single(await scene.All<Observation>());

        var accepted = await scene.Import(file, new ImportOptions(AcceptValid: true));
        Assert.Equal((13, 1, 1, 11, true), (accepted.Rows, accepted.Stored, accepted.Unchanged, accepted.Errors.Count, accepted.WasStored));

        var confirmed = await scene.Import(Header + "01-001,2026-03-05 08:40,sbp,62,mm[Hg]\n", new ImportOptions(AlarmingIsConfirmed: true));
        Assert.True(confirmed.WasStored);
    }

    [Theory, OnBothDatabases]
    public async Task A_number_with_two_readings_is_an_error_of_its_line_though_alarming_values_are_confirmed_for_the_file(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        const string file = Header + "01-001,2026-03-05 08:00,ferritin,\"1,500\",ug/L\n01-001,2026-03-05 08:00,crp,\"0,500\",mg/L\n01-001,2026-03-05 08:00,sbp,62,mm[Hg]\n";

        var report = await scene.Import(file, new ImportOptions(AcceptValid: true, AlarmingIsConfirmed: true));

        Assert.Equal((2, 2), (Assert.Single(report.Errors).Line, report.Stored));
        Assert.EndsWith(
            "1,500 is read as 1.5 ug/L, because a comma is a decimal sign. If the comma separates thousands, write 1500. If 1.5 is right, write 1.5.",
            report.Errors[0].Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(await scene.All<Observation>(), fact => fact.Code == "ferritin");
    }

    [Theory, OnBothDatabases]
    public async Task A_dry_run_says_what_would_happen_and_stores_nothing(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);

        var report = await scene.Import(Good, new ImportOptions(DryRun: true));

        Assert.Equal((4, false), (report.Stored, report.WasStored));
        Assert.Single(await scene.All<Observation>());
    }

    [Theory, OnBothDatabases]
    public async Task A_file_may_hold_infusions_and_device_readings(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider, infused: false);

        var report = await scene.Import("subject,observed_at,code,value,unit,source\n"
            + "01-001,2026-03-04 09:00,infusion,complete,,\n01-001,2026-03-04 10:00,spo2,97.5,%,device\n01-001,2026-03-04 10:00,sbp,97.5,mm[Hg],external\n");

        Assert.Equal([4], report.Errors.Select(error => error.Line));
        await scene.Import("subject,observed_at,code,value,unit,source\n"
            + "01-001,2026-03-04 09:00,infusion,complete,,\n01-001,2026-03-04 10:00,spo2,97.5,%,device\n");
        Assert.Single(await scene.All<Infusion>());
        var saturation = (await scene.All<Observation>()).Single(fact => fact.Code == "spo2");
        Assert.Equal((98m, "97.5"), (saturation.Value, saturation.EnteredValue));
    }

    [Theory, OnBothDatabases]
    public async Task Limits_of_normal_come_with_their_values_and_belong_to_them(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        const string File = "subject,observed_at,code,value,unit,reference_low,reference_high\n"
            + "01-001,2026-03-05 08:00,alt,80,U/L,7,\"35,5\"\n01-001,2026-03-05 08:00,sbp,118,mm[Hg],,\n";

        Assert.Equal(2, (await scene.Import(File)).Stored);
        Assert.Equal(2, (await scene.Import(File)).Unchanged);
        var stored = (await scene.All<Observation>()).Single(fact => fact.Code == "alt");
        Assert.Equal((7m, 35.5m), (stored.ReferenceLow, stored.ReferenceHigh));

        var others = await scene.Import(File.Replace("35,5", "45", StringComparison.Ordinal));
        Assert.Contains("80 U/L, normal 7 to 35.5", Assert.Single(others.Errors).Reason);
    }

    [Theory]
    [InlineData("subject,observed_at,code,value\n01-001,2026-03-05 08:00,sbp,118\n")]
    [InlineData("subject,observed_at,code,value,unit\n01-001,2026-03-05 08:00,sbp,\"118,mm[Hg]\n")]
    public void A_file_that_is_no_such_table_is_unreadable(string file) =>
        Assert.Throws<UnreadableImportException>(() => ImportFile.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file))));

    [Theory, OnBothDatabases]
    public async Task Who_may_not_record_may_not_import(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => scene.Import(Good, person: scene.Coordinator));
        Assert.Equal(4, (await scene.Import(Good, person: scene.NurseElsewhere)).Errors.Count);
    }
}
