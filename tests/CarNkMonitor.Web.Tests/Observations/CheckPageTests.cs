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
        Assert.Equal((first.Status, first.Location), (second.Status, second.Location));
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

    [Fact]
    public async Task An_item_that_was_not_done_needs_only_its_reason()
    {
        await using var host = await MonitorHost.Start(databases);
        var form = (await Form(host)).TypeAll([("temperature", "36,9"), ("oxygen_device", "room_air"), ("vasopressor_agent", "none")])
            .Type("NotDone[sbp]", "Asleep, not woken");

        Assert.Equal(HttpStatusCode.Redirect, (await form.Save()).Status);
        var check = Assert.Single(await Checks(host));
        Assert.Equal(["dbp", "sbp"], check.NotDone.Select(item => item.Code).Order());
        Assert.Equal(36.9m, (await Stored(host, "temperature")).Value);
    }

    [Fact]
    public async Task None_running_beside_an_agent_is_refused()
    {
        await using var host = await MonitorHost.Start(databases);
        var form = (await Form(host)).TypeAll(Ward.Well).Type("Vasopressors", "norepinephrine");

        var (status, _, text) = await form.Save();
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("href=\"#Vasopressors\"", text, StringComparison.Ordinal);
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
