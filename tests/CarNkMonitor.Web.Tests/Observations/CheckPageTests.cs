using System.Net;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Observations;

public class CheckPageTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task A_check_that_is_saved_twice_is_stored_once_and_answered_twice(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var form = (await Form(host)).TypeAll(Ward.Well);

        var first = await form.Save();
        var second = await form.Save();

        Assert.Equal(HttpStatusCode.Redirect, first.Status);
        Assert.Equal((first.Status, $"{first.Location}?before=True"), (second.Status, second.Location));
        var stored = Assert.Single(await Checks(host));
        Assert.Equal($"/checks/{stored.Id}", first.Location);
        Assert.Equal(9, stored.Observations.Count);
    }

    [Fact]
    public async Task Pressing_save_twice_at_the_same_moment_stores_it_once()
    {
        await using var host = await MonitorHost.Start(databases);
        var form = (await Form(host)).TypeAll(Ward.Well);

        await Task.WhenAll(form.Save(), form.Save(), form.Save());

        Assert.Single(await Checks(host));
    }

    [Fact]
    public async Task An_impossible_value_is_refused_beside_its_field_and_everything_typed_stays()
    {
        await using var host = await MonitorHost.Start(databases);
        var form = (await Form(host)).TypeAll(Ward.But(("sbp", "11647")));

        var (status, _, text) = await form.Save();

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("href=\"#Values_sbp_\"", text, StringComparison.Ordinal);
        Assert.Contains("must lie between 30 and 300 mmHg; got 11647 mmHg", text, StringComparison.Ordinal);
        Assert.Contains("value=\"11647\"", text, StringComparison.Ordinal);
        Assert.Contains("value=\"36.8\"", text, StringComparison.Ordinal);
        Assert.Empty(await Checks(host));
    }

    [Fact]
    public async Task A_Fahrenheit_number_in_the_Celsius_box_is_offered_as_Celsius_and_one_tap_takes_it()
    {
        await using var host = await MonitorHost.Start(databases);
        var form = (await Form(host)).TypeAll(Ward.But(("temperature", "98.6")));

        var (status, _, text) = await form.Save();
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Did you mean 37.0 °C?", text, StringComparison.Ordinal);
        Assert.Empty(await Checks(host));

        Assert.Equal(HttpStatusCode.Redirect, (await form.Save("Use", "temperature [degF]")).Status);
        var temperature = await Stored(host, "temperature");
        Assert.Equal((37.0m, "98.6", "[degF]"), (temperature.Value, temperature.EnteredValue, temperature.EnteredUnit));
    }

    [Fact]
    public async Task An_alarming_value_is_asked_about_once_and_another_one_is_asked_about_again()
    {
        await using var host = await MonitorHost.Start(databases);
        var form = (await Form(host)).TypeAll(Ward.But(("temperature", "41.5")));

        var (status, _, text) = await form.Save();
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("41.5 °C is unusual", text, StringComparison.Ordinal);
        Assert.Contains("value=\"temperature=41.5 Cel\"", text, StringComparison.Ordinal);

        form.Type("Confirmed", "temperature=41.5 Cel").Type("Values[temperature]", "42.5");
        Assert.Contains("42.5 °C is unusual", (await form.Save()).Text, StringComparison.Ordinal);

        form.Type("Values[temperature]", "41.5");
        Assert.Equal(HttpStatusCode.Redirect, (await form.Save()).Status);
    }

    [Fact]
    public async Task A_comma_that_may_separate_thousands_is_asked_about_and_one_tap_confirms_the_decimal_number()
    {
        await using var host = await MonitorHost.Start(databases);
        var form = (await Form(host)).TypeAll([("ferritin", "1,500")]);

        var (status, _, text) = await form.Save();
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("1,500 is read as 1.5 µg/L, because a comma is a decimal sign. If the comma separates thousands, write 1500.", text, StringComparison.Ordinal);
        Assert.Empty(await Checks(host));

        Assert.Equal(HttpStatusCode.Redirect, (await form.Save("Confirmed", "ferritin=1,500 ug/L")).Status);
        Assert.Equal((1.5m, "1,500"), await Stored(host, "ferritin") is var stored ? (stored.Value, stored.EnteredValue) : default);
    }

    [Fact]
    public async Task What_is_blank_and_decides_the_grade_is_asked_for_and_one_tap_saves_it_incomplete()
    {
        await using var host = await MonitorHost.Start(databases);
        var form = (await Form(host)).TypeAll([("temperature", "39.1"), ("sbp", "84")]);

        var (status, _, text) = await form.Save();
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(">Oxygen device</a>", text, StringComparison.Ordinal);
        Assert.Contains(">Vasopressor</a>", text, StringComparison.Ordinal);
        Assert.Empty(await Checks(host));

        Assert.Equal(HttpStatusCode.Redirect, (await form.Save("IncompleteReason", "Emergency, the rest follows")).Status);
        Assert.Equal("Emergency, the rest follows", Assert.Single(await Checks(host)).IncompleteReason);
    }

    [Theory, OnBothDatabases]
    public async Task A_late_check_is_asked_about_what_stood_at_its_own_time(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider); // 09:00 UTC is 17:00 in Shanghai
        (string, string)[] set = [.. Ward.Well.Where(value => value.Code != "oxygen_device")];
        await new Ward(host).Record(hoursAgo: 2, ("oxygen_device", "room_air"));

        var late = await (await Form(host)).At("2026-05-24T14:00").TypeAll(set).Save();
        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Contains(">Oxygen device</a>", late.Text, StringComparison.Ordinal);

        await new Ward(host).Record(hoursAgo: 14, ("oxygen_device", "room_air"));
        Assert.Equal(HttpStatusCode.Redirect, (await (await Form(host)).At("2026-05-24T14:00").TypeAll(set).Save()).Status);
    }

    [Fact]
    public async Task One_reason_saves_a_check_that_leaves_several_panels_open_and_each_item_can_be_answered_where_it_stands()
    {
        await using var host = await MonitorHost.Start(databases);
        var form = (await Form(host)).TypeAll([("temperature", "36.8"), ("ice_naming", "3"), ("rash_bsa_pct", "0"), ("stool_episodes", "1")]);

        var (_, _, text) = await form.Save();
        foreach (var name in (string[])["Heart rate", "SpO₂", "Level of consciousness (ICANS)", "Consecutive days with nausea"])
        {
            Assert.Contains($">{name}</a>", text, StringComparison.Ordinal);
        }

        Assert.Contains("name=\"NotDone[consciousness]\"", text, StringComparison.Ordinal);
        Assert.Contains("name=\"NotDone[nausea_days]\"", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await form.Save("IncompleteReason", "Could not be done now")).Status);
        Assert.Equal("Could not be done now", Assert.Single(await Checks(host)).IncompleteReason);
    }

    [Fact]
    public async Task An_item_that_was_not_done_needs_only_its_reason()
    {
        await using var host = await MonitorHost.Start(databases);
        var form = (await Form(host)).TypeAll([("temperature", "36,9"), ("heart_rate", "82"), ("resp_rate", "16"), ("spo2", "97"), ("oxygen_device", "room_air"), ("vasopressor_agent", "none")])
            .Type("NotDone[sbp]", "Asleep, not woken");

        Assert.Equal(HttpStatusCode.Redirect, (await form.Save()).Status);
        var check = Assert.Single(await Checks(host));
        Assert.Equal(["dbp", "sbp"], check.NotDone.Select(item => item.Code).Order());
        Assert.Equal(36.9m, (await Stored(host, "temperature")).Value);
    }

    [Fact]
    public async Task A_rate_as_the_pump_shows_it_is_kept_by_weight_and_the_mean_pressure_is_worked_out_on_the_check()
    {
        await using var host = await MonitorHost.Start(databases);
        (string, string)[] shock = [("temperature", "39.1"), ("sbp", "84"), ("dbp", "50"), ("vasopressor_agent", "norepinephrine"), ("norepinephrine_rate", "8")];
        var form = (await Form(host)).TypeAll(shock).Type("Units[norepinephrine_rate]", "ug/min");

        var (status, _, text) = await form.Save("IncompleteReason", "Emergency");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("enter the body weight first", text, StringComparison.Ordinal);
        var (saved, location, why) = await form.Type("Values[weight]", "80").Save("IncompleteReason", "Emergency");

        Assert.True(saved == HttpStatusCode.Redirect, why);
        var rate = await Stored(host, "norepinephrine_rate");
        Assert.Equal((0.1m, "8", "ug/min"), (rate.Value, rate.EnteredValue, rate.EnteredUnit));
        var page = await (await host.SignedIn(StaffRole.Physician)).Read($"/checks/{location!.Split('/', '?')[2]}/values");
        Assert.Contains("<b>8 µg/min</b>", page, StringComparison.Ordinal);
        Assert.Contains("<b>61 mmHg</b>", page, StringComparison.Ordinal); // (84 + 2 × 50) / 3 = 61.3
        Assert.Contains("Derived from systolic and diastolic", page, StringComparison.Ordinal);
        var between = page[page.IndexOf("<b>50 mmHg</b>", StringComparison.Ordinal)..page.IndexOf("<b>61 mmHg</b>", StringComparison.Ordinal)];
        Assert.Equal(2, between.Split("<li>").Length); // the row after the diastolic one is its own
    }

    [Theory]
    [InlineData(StaffRole.Nurse, true)]
    [InlineData(StaffRole.Physician, true)]
    [InlineData(StaffRole.Coordinator, false)]
    public async Task The_answer_tells_values_outside_the_normal_range_to_those_who_read_grades(StaffRole role, bool isTold)
    {
        await using var host = await MonitorHost.Start(databases);
        var check = await new Ward(host).Record(hoursAgo: 1, ("crp", "77.7"));

        var page = await (await host.SignedIn(role)).Read($"/checks/{check}");

        Assert.Equal((isTold, isTold), (page.Contains("Outside the normal range", StringComparison.Ordinal), page.Contains("77.7", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task None_running_beside_an_agent_is_refused()
    {
        await using var host = await MonitorHost.Start(databases);
        var form = (await Form(host)).TypeAll(Ward.Well).Choose("Several[vasopressor_agent]", "norepinephrine");

        var (status, _, text) = await form.Save();
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("href=\"#Several_vasopressor_agent_\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ICE_is_entered_item_by_item_and_its_total_is_added_up()
    {
        await using var host = await MonitorHost.Start(databases);
        var form = (await Form(host)).TypeAll(Ward.Well).TypeAll([("ice_orientation", "3"), ("ice_naming", "3"), ("ice_commands", "1"), ("ice_writing", "0")]);

        var (status, _, text) = await form.Save();
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("href=\"#Values_ice_attention_\"", text, StringComparison.Ordinal);

        Assert.Contains("href=\"#Values_consciousness_\"", text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await form.Type("Values[ice_attention]", "1").Type("Values[consciousness]", "alert").Save()).Status);
        Assert.Equal(8m, (await Stored(host, "ice_total")).Value);
    }

    [Fact]
    public async Task A_child_is_tested_with_CAPD_and_sees_its_baseline()
    {
        await using var host = await MonitorHost.Start(databases);
        var ward = new Ward(host);
        await ward.Record(hoursAgo: 60, [.. Enumerable.Range(1, 8).Select(item => ($"capd_{item}", "1")), ("developmental_delay", "true")]);
        await ward.Infuse(hoursAgo: 50);
        await host.InDatabase(db => db.Subjects.Where(subject => subject.Id == host.Trial.Subject.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(subject => subject.AgeAtEnrolmentDays, 18 * 365)));

        var text = await (await host.SignedIn(StaffRole.Nurse)).Read($"/subjects/{host.Trial.Subject.Id}/check");

        Assert.Contains("CAPD, item by item", text, StringComparison.Ordinal);
        Assert.Contains("Before the infusion: <b>8</b>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Values[ice_naming]", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dose_has_its_own_time_and_dose_and_a_sample_its_own_time_limits_and_unit()
    {
        await using var host = await MonitorHost.Start(databases); // 09:00 UTC is 17:00 in Shanghai
        var form = (await Form(host)).TypeAll([("antipyretic_dose", "paracetamol"), ("steroid_dose", "dexamethasone"), ("tocilizumab_dose", "560")])
            .Type("Times[antipyretic_dose:paracetamol]", "2026-05-24T16:20").Type("Notes[steroid_dose:dexamethasone]", "10 mg")
            .Type("Values[ferritin]", "2000").Type("Bounds[ferritin]", ">").Type("Units[ferritin]", "ng/mL")
            .Type("Lows[ferritin]", "30").Type("Highs[ferritin]", "400").Type("Times[laboratory]", "2026-05-24T14:00");

        Assert.Equal(HttpStatusCode.Redirect, (await form.Save()).Status);

        var (dose, steroid, ferritin) = (await Stored(host, "antipyretic_dose"), await Stored(host, "steroid_dose"), await Stored(host, "ferritin"));
        Assert.Equal(new DateTime(2026, 5, 24, 8, 20, 0, DateTimeKind.Utc), dose.ObservedAt);
        Assert.Equal(("10 mg", Assert.Single(await Checks(host)).ObservedAt), (steroid.Note, steroid.ObservedAt));
        Assert.Equal((">2000", "ng/mL", 30m, 400m), (ferritin.EnteredValue, ferritin.EnteredUnit, ferritin.ReferenceLow, ferritin.ReferenceHigh));
        Assert.Equal(new DateTime(2026, 5, 24, 6, 0, 0, DateTimeKind.Utc), ferritin.ObservedAt);
    }

    [Fact]
    public async Task A_wrong_time_of_a_dose_is_refused_beside_it()
    {
        await using var host = await MonitorHost.Start(databases);
        var form = (await Form(host)).TypeAll([("tocilizumab_dose", "560")]).Type("Times[tocilizumab_dose]", "2026-05-24T18:00");

        var (status, _, text) = await form.Save();

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("id=\"Times_tocilizumab_dose_-error\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_opens_the_panel_that_is_asked_for_or_has_something_to_correct()
    {
        await using var host = await MonitorHost.Start(databases);
        var nurse = await host.SignedIn(StaffRole.Nurse);

        Assert.Contains("value=\"bedside\" checked", await nurse.Read($"/subjects/{host.Trial.Subject.Id}/check"), StringComparison.Ordinal);
        Assert.Contains("value=\"gvhd\" checked", await nurse.Read($"/subjects/{host.Trial.Subject.Id}/check?panel=gvhd"), StringComparison.Ordinal);
        var refused = await (await Form(host)).TypeAll(Ward.But(("platelets", "50000"))).Type("Panel", "bedside").Save();
        Assert.Contains("value=\"laboratory\" checked", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Did you mean 50 ×10⁹/L?", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_laboratory_value_starts_with_the_unit_of_the_last_report()
    {
        await using var host = await MonitorHost.Start(databases);
        Assert.Equal(HttpStatusCode.Redirect, (await (await Form(host)).TypeAll([("hgb", "8,4")]).Type("Units[hgb]", "g/dL").Save()).Status);

        var text = await (await host.SignedIn(StaffRole.Nurse)).Read($"/subjects/{host.Trial.Subject.Id}/check");

        Assert.Matches("name=\"Units\\[hgb\\]\"[^§]*?<option value=\"g/dL\" selected", text);
    }

    [Fact]
    public async Task An_alarming_number_that_fits_another_unit_is_asked_about_with_both_answers()
    {
        await using var host = await MonitorHost.Start(databases);
        var form = (await Form(host)).TypeAll([("hgb", "14")]);

        var (_, _, text) = await form.Save();
        Assert.Contains("14 g/L is unusual", text, StringComparison.Ordinal);
        Assert.Contains("Did you mean 140 g/L?", text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await form.Save("Use", "hgb g/dL")).Status);
        Assert.Equal(140m, (await Stored(host, "hgb")).Value);
    }

    [Fact]
    public async Task Show_grades_says_what_would_be_graded_and_stores_nothing()
    {
        await using var host = await MonitorHost.Start(databases);
        var ward = new Ward(host);
        await ward.Infuse(hoursAgo: 50);
        await ward.Record(hoursAgo: 3, Ward.Well);
        var form = (await Form(host)).TypeAll(Ward.But(("temperature", "39.1"), ("sbp", "84"), ("dbp", "120"))).Type("Panel", "bedside");
        var before = await Checks(host);

        var (status, _, text) = await form.ShowGrades();

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("If you save this now", text, StringComparison.Ordinal);
        Assert.Contains("value=\"39.1\"", text, StringComparison.Ordinal);
        Assert.Contains("Not counted:", text, StringComparison.Ordinal);
        Assert.Matches("id=\"grades\"[^§]*CRS[^§]*instead of 0", text);
        Assert.Equal(before.Count, (await Checks(host)).Count);
    }

    [Fact]
    public async Task Two_people_at_one_bedside_store_one_check_and_each_is_told_in_words()
    {
        await using var host = await MonitorHost.Start(databases);
        var (mine, theirs) = (await Form(host), await BedsidePage.Open(await host.SignedIn(StaffRole.Physician), host.Trial.Subject));
        await mine.At("2026-05-24T16:00").TypeAll(Ward.Well).Save();

        var (_, location, _) = await theirs.At("2026-05-24T16:00").TypeAll(Ward.Well).Save();
        Assert.Single(await Checks(host));
        Assert.Contains("Saved 17:00 by Nurse SH", await (await host.SignedIn(StaffRole.Physician)).Read(location!), StringComparison.Ordinal);
        Assert.Contains("recorded already, with the same values", await (await host.SignedIn(StaffRole.Physician)).Read(location!), StringComparison.Ordinal);

        var other = await (await BedsidePage.Open(await host.SignedIn(StaffRole.Physician), host.Trial.Subject))
            .At("2026-05-24T16:00").TypeAll(Ward.But(("temperature", "39.0"))).Save();
        Assert.Contains("Nurse SH has recorded Body temperature 36.8 °C for this very time", other.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/checks/{Assert.Single(await Checks(host)).Id}/values\"", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_comes_back_with_other_values_is_not_taken_for_saved()
    {
        await using var host = await MonitorHost.Start(databases);
        var form = (await Form(host)).TypeAll(Ward.Well);
        await form.Save();

        var (status, _, text) = await form.Type("Values[temperature]", "39.4").Save();

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("This form was saved before with Body temperature 36.8 °C", text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/checks/{Assert.Single(await Checks(host)).Id}/values\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_of_yesterday_says_that_it_is_late_and_what_that_means()
    {
        await using var host = await MonitorHost.Start(databases);
        var saved = await (await Form(host)).At("2026-05-23T15:00").TypeAll(Ward.But(("temperature", "38.6"))).Save();

        var answer = await (await host.SignedIn(StaffRole.Nurse)).Read(saved.Location!);

        Assert.Contains("23 May 15:00", answer, StringComparison.Ordinal);
        Assert.Contains("Entered late: it grades its own time", answer, StringComparison.Ordinal);
        Assert.Contains("Temperature: <b>38.6 °C</b> <span class=\"mark\">↑ above normal</span>", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_form_says_so_and_unknown_codes_are_refused()
    {
        await using var host = await MonitorHost.Start(databases);

        var empty = await (await Form(host)).Save();
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Contains("Nothing is entered", empty.Text, StringComparison.Ordinal);
        var unknown = await (await Form(host)).TypeAll(Ward.Well).Type("Values[no_such_code]", "1").Save();
        Assert.Equal(HttpStatusCode.BadRequest, unknown.Status);
    }

    [Fact]
    public async Task The_time_is_read_on_the_clock_of_the_site_and_never_in_the_future()
    {
        await using var host = await MonitorHost.Start(databases); // 09:00 UTC is 17:00 in Shanghai
        var form = (await Form(host)).TypeAll(Ward.Well);

        Assert.Equal(HttpStatusCode.BadRequest, (await form.At("2026-05-24T18:00").Save()).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await form.At("2026-05-24T16:00").Save()).Status);
        var check = Assert.Single(await Checks(host));
        Assert.Equal(new DateTime(2026, 5, 24, 8, 0, 0, DateTimeKind.Utc), check.ObservedAt);
    }

    [Fact]
    public async Task Another_sites_participant_is_not_found()
    {
        await using var host = await MonitorHost.Start(databases);
        var stranger = await host.SignedIn(StaffRole.Nurse, host.Trial.Elsewhere);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/subjects/{host.Trial.Subject.Id}/check")).StatusCode);
    }

    [Fact]
    public async Task The_answer_says_grade_why_what_is_missing_and_what_comes_next()
    {
        await using var host = await MonitorHost.Start(databases);
        var ward = new Ward(host);
        await ward.CallList();
        await ward.Infuse(hoursAgo: 50);
        var form = (await Form(host)).TypeAll([("temperature", "39.1"), ("sbp", "84"), ("dbp", "50"), ("vasopressor_agent", "none")]);

        var saved = await form.Save("IncompleteReason", "Emergency, the rest follows");
        var answer = await (await host.SignedIn(StaffRole.Nurse)).Read(saved.Location!);

        Assert.Contains("at least moderate", answer, StringComparison.Ordinal);
        Assert.Contains("Temperature: <b>39.1 °C</b>", answer, StringComparison.Ordinal);
        Assert.Contains("<b>Oxygen device</b>: with it the grade could be", answer, StringComparison.Ordinal);
        Assert.Contains("Physician SH", answer, StringComparison.Ordinal);
        Assert.Contains("Next check", answer, StringComparison.Ordinal);
    }

    static async Task<BedsidePage> Form(MonitorHost host) => await BedsidePage.Open(await host.SignedIn(StaffRole.Nurse), host.Trial.Subject);

    static Task<List<BedsideCheck>> Checks(MonitorHost host) => host.InDatabase(db => db.Checks
        .Include(check => check.Observations).Include(check => check.NotDone)
        .Where(check => check.Id != host.Trial.Check.Id && check.Observations.All(observation => observation.Code != "infusion")).ToListAsync());

    static Task<Observation> Stored(MonitorHost host, string code) => host.InDatabase(db => db.Observations.SingleAsync(one => one.Code == code));
}
