using System.Net;
using System.Text.RegularExpressions;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Phone;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CarNkMonitor.Web.Tests.Observations;

public class AmendPageTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task A_slip_is_amended_and_the_answer_says_what_it_changed_and_who_is_told(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider, furnish: builder => builder.Services.AddVisiblePhones());
        var check = await Feverish(host);
        await host.Run((SendNotices sweep) => sweep.Run(TestContext.Current.CancellationToken));
        var nurse = await host.SignedIn(StaffRole.Nurse);
        var value = await RowOf(host, "temperature");
        Assert.Contains($"/checks/{check}/values", await nurse.Read($"/subjects/{host.Trial.Subject.Id}"), StringComparison.Ordinal);
        Assert.Contains($"/checks/{check}/amend?value={value.Id}", await nurse.Read($"/checks/{check}/values"), StringComparison.Ordinal);

        var form = await FilledForm.Open(nurse, $"/checks/{check}/amend?value={value.Id}");
        Assert.Equal(("39.37", "Cel"), (form[$"Values[{value.Id}]"], form[$"Units[{value.Id}]"]));
        var (status, location, _) = await form.Type($"Values[{value.Id}]", "36,4").Type("Asked.Why", "Slip of the hand").Type("Asked.Words", "typed 39 for 36").Send();

        Assert.Equal(HttpStatusCode.Redirect, status);
        var answer = await nurse.Read(location!);
        Assert.Contains("Temperature: <b>36,4 °C</b>", answer, StringComparison.Ordinal);
        Assert.Contains("CRS 1 → 0 because Body temperature was amended to 36,4 °C", answer, StringComparison.Ordinal);
        Assert.Contains("Alert withdrawn", answer, StringComparison.Ordinal);
        Assert.Contains("<b>Physician SH</b> gets the correction by text.", answer, StringComparison.Ordinal);
        Assert.Contains("Nobody is called about it any more", answer, StringComparison.Ordinal);
        Assert.Equal("Slip of the hand: typed 39 for 36", (await RowOf(host, "temperature")).Reason);
    }

    [Theory, OnBothDatabases]
    public async Task The_earlier_value_is_nowhere_but_with_those_who_read_the_audit(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var check = await Feverish(host);
        await Amend(host, check, "temperature", "36.4");

        foreach (var role in (StaffRole[])[StaffRole.Nurse, StaffRole.Physician, StaffRole.Monitor, StaffRole.HomeOncologist])
        {
            var reader = await host.SignedIn(role);
            foreach (var path in (string[])["/", $"/subjects/{host.Trial.Subject.Id}", $"/checks/{check}"])
            {
                var page = await reader.Read(path);
                if (role == StaffRole.Monitor && path.StartsWith("/subjects", StringComparison.Ordinal))
                {
                    Assert.Contains("Body temperature 39.37 °C was amended", page, StringComparison.Ordinal); // he reads the audit
                    page = page.Replace("39.37", "", StringComparison.Ordinal);
                }

                Assert.DoesNotContain("39.37", page, StringComparison.Ordinal);
                Assert.DoesNotContain("39.4", page, StringComparison.Ordinal); // as the chart would round it
            }

            Assert.Equal(role == StaffRole.Monitor, (await reader.Read($"/checks/{check}/values")).Contains("39.37", StringComparison.Ordinal));
        }

        var subject = await (await host.SignedIn(StaffRole.Nurse)).Read($"/subjects/{host.Trial.Subject.Id}");
        Assert.Contains("Temperature 36.4 °C", subject, StringComparison.Ordinal);
        Assert.DoesNotContain("39.37", await (await host.SignedIn(StaffRole.Nurse)).Read($"/subjects/{host.Trial.Subject.Id}/check"), StringComparison.Ordinal);
        Assert.Contains("<del>", await (await host.SignedIn(StaffRole.Monitor)).Read($"/checks/{check}/values"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_value_is_named_without_what_it_was()
    {
        await using var host = await MonitorHost.Start(databases);
        var check = await Feverish(host);
        var value = await RowOf(host, "temperature");
        var nurse = await host.SignedIn(StaffRole.Nurse);
        var form = await FilledForm.Open(nurse, $"/checks/{check}/amend?value={value.Id}");

        var (_, location, _) = await form.Type("Asked.Withdrawn", $"{value.Id}").Type("Asked.Why", "Value of another participant").Send();

        Assert.Contains("Temperature: <b>withdrawn</b>", await nurse.Read(location!), StringComparison.Ordinal);
        var page = await nurse.Read($"/checks/{check}/values");
        Assert.Contains("Withdrawn by Nurse SH", page, StringComparison.Ordinal);
        Assert.Contains("Value of another participant", page, StringComparison.Ordinal);
        Assert.DoesNotContain("39.37", page, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task The_second_of_two_people_sees_what_the_first_did_and_decides_again(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var check = await Feverish(host);
        var before = await RowOf(host, "temperature");
        var form = await FilledForm.Open(await host.SignedIn(StaffRole.Physician), $"/checks/{check}/amend?value={before.Id}");
        await Amend(host, check, "temperature", "36.4");

        var (status, _, again) = await form.Type($"Values[{before.Id}]", "38.1").Type("Asked.Why", "Misread or measured wrongly").Send();

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("<b>Nurse SH</b> amended Temperature to 36.4 °C", again!.Html, StringComparison.Ordinal);
        var now = await RowOf(host, "temperature");
        Assert.Equal(("36.4", "38.1", null), (now.EnteredValue, again[$"Values[{now.Id}]"], again[$"Values[{before.Id}]"]));
        Assert.Equal(HttpStatusCode.Redirect, (await again.Send()).Status);
        Assert.Equal("38.1", (await RowOf(host, "temperature")).EnteredValue);
        Assert.Equal(3, await host.InDatabase(db => db.Observations.CountAsync(row => row.Code == "temperature")));
    }

    [Fact]
    public async Task Of_a_value_that_was_withdrawn_meanwhile_nothing_is_left_to_amend()
    {
        await using var host = await MonitorHost.Start(databases);
        var check = await Feverish(host);
        var before = await RowOf(host, "temperature");
        var form = await FilledForm.Open(await host.SignedIn(StaffRole.Physician), $"/checks/{check}/amend?value={before.Id}");
        await host.Run((AmendObservation amend) => amend.Withdraw(host.Trial.Person(StaffRole.Nurse), before.Id, "wrong participant", TestContext.Current.CancellationToken));

        using var answer = await (await host.SignedIn(StaffRole.Physician)).Get($"/checks/{check}/amend?value={before.Id}");
        var (status, _, _) = await form.Type($"Values[{before.Id}]", "38.1").Type("Asked.Why", "Slip of the hand").Send();

        Assert.Equal((HttpStatusCode.Redirect, $"/checks/{check}/values"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.Conflict, status);
    }

    [Fact]
    public async Task Save_pressed_twice_amends_once_and_answers_twice()
    {
        await using var host = await MonitorHost.Start(databases);
        var check = await Feverish(host);
        var value = await RowOf(host, "temperature");
        var form = (await FilledForm.Open(await host.SignedIn(StaffRole.Nurse), $"/checks/{check}/amend?value={value.Id}"))
            .Type($"Values[{value.Id}]", "36.4").Type("Asked.Why", "Slip of the hand");

        var answers = await Task.WhenAll(form.Send(), form.Send());

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.Redirect, answers[0].Location), (answer.Status, answer.Location)));
        Assert.Equal(2, await host.InDatabase(db => db.Observations.CountAsync(row => row.Code == "temperature")));
    }

    [Fact]
    public async Task Text_units_and_alarming_values_are_read_as_on_the_entry_form()
    {
        await using var host = await MonitorHost.Start(databases);
        var check = await Feverish(host);
        var value = await RowOf(host, "temperature");
        var name = $"Values[{value.Id}]";
        var form = (await FilledForm.Open(await host.SignedIn(StaffRole.Nurse), $"/checks/{check}/amend?value={value.Id}")).Type("Asked.Why", "Slip of the hand");

        var (offered, _, withOffer) = await form.Type(name, "98.6").Send();
        Assert.Equal(HttpStatusCode.BadRequest, offered);
        Assert.Contains("Did you mean 37.0 °C?", withOffer!.Html, StringComparison.Ordinal);
        var (asked, _, withQuestion) = await form.Type(name, "41.3").Send();
        Assert.Equal(HttpStatusCode.BadRequest, asked);
        Assert.Contains("Body temperature 41.3 °C is unusual.", withQuestion!.Html, StringComparison.Ordinal);
        var (blank, _, withBlank) = await form.Type(name, " ").Send();
        Assert.Equal(HttpStatusCode.BadRequest, blank);
        Assert.Contains("mark it as withdrawn", withBlank!.Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await withOffer.Send(button: "Use", value: $"{value.Id} [degF]")).Status);
        Assert.Equal(("98.6", "[degF]", 37.0m), await RowOf(host, "temperature") is var row ? (row.EnteredValue, row.EnteredUnit, row.Value) : default);
    }

    [Fact]
    public async Task An_alarming_value_is_stored_once_it_is_confirmed()
    {
        await using var host = await MonitorHost.Start(databases);
        var check = await Feverish(host);
        var value = await RowOf(host, "temperature");
        var form = (await FilledForm.Open(await host.SignedIn(StaffRole.Nurse), $"/checks/{check}/amend?value={value.Id}")).Type("Asked.Why", "Slip of the hand");
        var (_, _, asked) = await form.Type($"Values[{value.Id}]", "41.3").Send();

        Assert.Equal(HttpStatusCode.Redirect, (await asked!.Send(button: "Confirmed", value: $"{value.Id}=41.3 Cel")).Status);
        Assert.Equal(41.3m, (await RowOf(host, "temperature")).Value);
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_stored_and_other_needs_words()
    {
        await using var host = await MonitorHost.Start(databases);
        var check = await Feverish(host);
        var value = await RowOf(host, "temperature");
        var form = (await FilledForm.Open(await host.SignedIn(StaffRole.Nurse), $"/checks/{check}/amend?value={value.Id}")).Type($"Values[{value.Id}]", "36.4");

        var (status, _, again) = await form.Send();
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("href=\"#Asked_Why\">Say why", again!.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await form.Type("Asked.Why", "Other").Send()).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await form.Type("Asked.Words", "probe was cold").Send()).Status);
        Assert.Equal("probe was cold", (await RowOf(host, "temperature")).Reason);
    }

    [Fact]
    public async Task A_pair_stands_on_one_form_and_a_contradiction_is_refused()
    {
        await using var host = await MonitorHost.Start(databases);
        var check = await Feverish(host);
        var (upper, lower) = (await RowOf(host, "sbp"), await RowOf(host, "dbp"));
        var form = (await FilledForm.Open(await host.SignedIn(StaffRole.Nurse), $"/checks/{check}/amend?value={upper.Id}")).Type("Asked.Why", "Slip of the hand");
        Assert.Equal("74", form[$"Values[{lower.Id}]"]);

        var (status, _, again) = await form.Type($"Values[{upper.Id}]", "72").Send();
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("The diastolic pressure (74) must be below the systolic (72).", again!.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await form.Type($"Values[{upper.Id}]", "95").Type($"Values[{lower.Id}]", "50").Send()).Status);
        Assert.Equal(("95", "50"), ((await RowOf(host, "sbp")).EnteredValue, (await RowOf(host, "dbp")).EnteredValue));
    }

    [Fact]
    public async Task A_bound_beside_the_value_that_is_amended_stays_a_bound()
    {
        await using var host = await MonitorHost.Start(databases);
        var ward = new Ward(host);
        await ward.Infuse(hoursAgo: 50);
        var check = await ward.Record(hoursAgo: 0.5, Ward.But(("sbp", "<90"), ("dbp", "44")));
        var (upper, lower) = (await RowOf(host, "sbp"), await RowOf(host, "dbp"));
        var form = await FilledForm.Open(await host.SignedIn(StaffRole.Nurse), $"/checks/{check}/amend?value={lower.Id}");

        var (status, _, _) = await form.Type($"Values[{lower.Id}]", "54").Type("Asked.Why", "Slip of the hand").Send();

        Assert.Equal((HttpStatusCode.Redirect, "54"), (status, (await RowOf(host, "dbp")).EnteredValue));
        Assert.Equal((upper.Id, Comparator.Below, "<90"), await RowOf(host, "sbp") is var kept ? (kept.Id, kept.Comparator, kept.EnteredValue) : default);
    }

    [Theory]
    [InlineData("stool_volume", "mL/(24.h)", ">1500", "L/(24.h)", ">1.5")]
    [InlineData("ferritin", "ug/L", ">1500", "ng/mL", null)]
    public async Task A_bound_stays_when_only_the_unit_or_the_note_is_amended(string code, string unit, string entered, string otherUnit, string? number)
    {
        await using var host = await MonitorHost.Start(databases);
        var check = await Noted(host, new CheckItem(code, entered, unit, IsConfirmed: true, Note: "mixed with urine"));
        var (first, nurse) = (await RowOf(host, code), await host.SignedIn(StaffRole.Nurse));
        var form = (await FilledForm.Open(nurse, $"/checks/{check}/amend?value={first.Id}")).Type("Asked.Why", "Slip of the hand");

        await Save(form.Type($"Notes[{first.Id}]", "not mixed"), $"{first.Id}={entered} {unit}");
        var noted = await RowOf(host, code);
        form = (await FilledForm.Open(nurse, $"/checks/{check}/amend?value={noted.Id}")).Type($"Units[{noted.Id}]", otherUnit).Type("Asked.Why", "Slip of the hand");
        await Save(number is null ? form : form.Type($"Values[{noted.Id}]", number), $"{noted.Id}={number ?? entered} {otherUnit}");
        var last = await RowOf(host, code);

        Assert.Equal((entered, Comparator.Above, 1500m, "not mixed"), (noted.EnteredValue, noted.Comparator, noted.Value, noted.Note));
        Assert.Equal((number ?? entered, otherUnit, Comparator.Above, 1500m), (last.EnteredValue, last.EnteredUnit, last.Comparator, last.Value));
    }

    [Fact]
    public async Task The_form_shows_how_grades_would_change_and_stores_nothing()
    {
        await using var host = await MonitorHost.Start(databases);
        var check = await Feverish(host);
        var value = await RowOf(host, "temperature");
        var form = await FilledForm.Open(await host.SignedIn(StaffRole.Nurse), $"/checks/{check}/amend?value={value.Id}");

        var (status, _, shown) = await form.Type($"Values[{value.Id}]", "36.4").Send("Preview");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("CRS: 1 → 0", shown!.Html, StringComparison.Ordinal);
        Assert.Equal("39.37", (await RowOf(host, "temperature")).EnteredValue);
    }

    [Fact]
    public async Task Rows_of_another_sites_participant_are_not_found_whatever_the_address_says()
    {
        await using var host = await MonitorHost.Start(databases);
        var check = await Feverish(host);
        var value = await RowOf(host, "temperature");
        var stranger = await host.SignedIn(StaffRole.Nurse, host.Trial.Elsewhere);
        await new Ward(host).Record(host.Trial.Subject, 2, ("weight", "70"));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/checks/{check}/amend?value={value.Id}")).StatusCode);
        var fields = new Dictionary<string, string>
        {
            [$"Asked.Codes[{value.Id}]"] = "temperature", [$"Values[{value.Id}]"] = "36.4", [$"Units[{value.Id}]"] = "Cel", ["Asked.Why"] = "Slip of the hand",
            ["__RequestVerificationToken"] = await stranger.Token("/account/password"),
        };
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Send($"/checks/{check}/amend", fields)).StatusCode);
        Assert.Equal("39.37", (await RowOf(host, "temperature")).EnteredValue);
    }

    [Fact]
    public async Task An_infusion_and_the_total_of_a_score_offer_no_amendment()
    {
        await using var host = await MonitorHost.Start(databases);
        var ward = new Ward(host);
        var infusion = await ward.Record(50, ("infusion", "complete"));
        var check = await ward.Record(1, [.. BedsideScore.Ice.Items.Select(code => (code, "1")), ("ice_total", "5")]);
        var nurse = await host.SignedIn(StaffRole.Nurse);

        Assert.DoesNotContain("/amend?", await nurse.Read($"/checks/{infusion}/values"), StringComparison.Ordinal);
        Assert.Equal(5, Regex.Count(await nurse.Read($"/checks/{check}/values"), "/amend\\?"));
        Assert.DoesNotContain("/amend?", await (await host.SignedIn(StaffRole.Monitor)).Read($"/checks/{check}/values"), StringComparison.Ordinal);
    }

    /// <summary>A check with a slip that calls people.</summary>
    static async Task<Guid> Feverish(MonitorHost host)
    {
        var ward = new Ward(host);
        await ward.CallList();
        await ward.Infuse(hoursAgo: 50);
        return await ward.Record(hoursAgo: 0.5, Ward.But(("temperature", "39.37")));
    }

    /// <summary>A bound without a limit on its far side is alarming, and confirmed.</summary>
    static async Task Save(FilledForm form, string confirmed)
    {
        var (status, _, again) = await form.Type("Confirmed", confirmed).Send();
        Assert.True(status == HttpStatusCode.Redirect, again?.Html);
    }

    static async Task<Guid> Noted(MonitorHost host, CheckItem item)
    {
        var entry = new CheckEntry(Guid.CreateVersion7(), host.Trial.Subject.Id, ObservedTime.At(host.Clock.GetUtcNow().UtcDateTime.AddHours(-1)), [item]);
        var result = await host.Run((RecordCheck record) => record.Record(host.Trial.Person(StaffRole.Nurse), entry, TestContext.Current.CancellationToken));
        return Assert.IsType<CheckSaved>(result).CheckId;
    }

    static async Task Amend(MonitorHost host, Guid check, string code, string value)
    {
        var row = await RowOf(host, code);
        var form = await FilledForm.Open(await host.SignedIn(StaffRole.Nurse), $"/checks/{check}/amend?value={row.Id}");
        Assert.Equal(HttpStatusCode.Redirect, (await form.Type($"Values[{row.Id}]", value).Type("Asked.Why", "Slip of the hand").Send()).Status);
    }

    static Task<Observation> RowOf(MonitorHost host, string code) =>
        host.InDatabase(db => db.Observations.Current().AsNoTracking().SingleAsync(row => row.Code == code));
}
