using System.Net;
using System.Text.RegularExpressions;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Pages.People;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Access;

public partial class PeopleTests(MonitorTemplate databases)
{
    [Fact]
    public async Task A_new_person_signs_in_with_the_temporary_password_and_must_choose_another_one()
    {
        await using var host = await MonitorHost.Start(databases);
        var administrator = await host.SignedIn(StaffRole.Administrator);
        var added = await administrator.Post("/people/add", new()
        {
            ["DisplayName"] = "Chen Yu", ["UserName"] = "chen.yu", ["Role"] = "Nurse",
            ["Place"] = Places.ValueOf(new StaffPlace(host.Trial.Study.Id, host.Trial.Here.Id)),
        });
        var address = added.Headers.Location!.OriginalString;
        var password = TemporaryPassword().Match(await administrator.Read(address)).Groups[1].Value;
        Assert.DoesNotContain(password, await administrator.Read(address), StringComparison.Ordinal); // shown once

        using var chen = host.Visitor();
        await chen.Post("/account/sign-in", new() { ["UserName"] = "chen.yu", ["Password"] = password });
        Assert.Equal("/account/password", (await chen.Get("/")).Headers.Location?.OriginalString);
        var chosen = await chen.Post("/account/password", new() { ["Old"] = password, ["New"] = "lantern orchid bicycle", ["Again"] = "lantern orchid bicycle" });

        Assert.Equal("/", chosen.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await chen.Get("/account/sign-out")).StatusCode);
    }

    [Fact]
    public async Task A_nurse_without_a_site_is_refused_with_a_sentence()
    {
        await using var host = await MonitorHost.Start(databases);
        var administrator = await host.SignedIn(StaffRole.Administrator);

        var answer = await administrator.Post("/people/add", new()
        {
            ["DisplayName"] = "Chen Yu", ["UserName"] = "chen.yu", ["Role"] = "Nurse", ["Place"] = Places.ValueOf(StaffPlace.Installation),
        });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("A nurse works at one site", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_too_long_to_keep_are_refused_with_a_sentence()
    {
        await using var host = await MonitorHost.Start(databases);
        var administrator = await host.SignedIn(StaffRole.Administrator);
        var page = $"/people/{host.Trial.Person(StaffRole.Nurse).Id}";

        var reason = await administrator.Post(page, new() { ["Reason"] = new string('x', 501) }, "Disable");
        var name = await administrator.Post("/people/add", new()
        {
            ["DisplayName"] = "Chen Yu", ["UserName"] = new string('c', 257), ["Role"] = "Nurse",
            ["Place"] = Places.ValueOf(new StaffPlace(host.Trial.Study.Id, host.Trial.Here.Id)),
        });

        Assert.Contains("up to 500 characters; this one has 501", await reason.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("up to 256 characters; this one has 257", await name.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var nurse = await host.InDatabase(db => db.Users.SingleAsync(person => person.Id == host.Trial.Person(StaffRole.Nurse).Id));
        Assert.False(nurse.IsDisabled);
    }

    [Fact]
    public async Task Each_change_is_on_the_record_with_who_why_and_from_where()
    {
        await using var host = await MonitorHost.Start(databases);
        var administrator = await host.SignedIn(StaffRole.Administrator);
        var page = $"/people/{host.Trial.Person(StaffRole.Nurse).Id}";
        var physicianPlace = Places.ValueOf(new StaffPlace(host.Trial.Study.Id, null));

        await administrator.Post(page, new() { ["Role"] = "Physician", ["Place"] = physicianPlace, ["Reason"] = "finished training" }, "Role");
        await administrator.Post(page, new() { ["Phone"] = "+49 1512 3456789" }, "Phone");
        await administrator.Post(page, new() { ["Reason"] = "left" }, "Disable");

        var entries = await host.InDatabase(db => db.AuditEntries.Where(entry => entry.ActorId == host.Trial.Administrator.Id).ToListAsync());
        var role = entries.First(entry => entry.Act == "ChangeRole");
        Assert.Contains("\"Role\":[\"Nurse\",\"Physician\"]", role.ChangeJson, StringComparison.Ordinal);
        Assert.Equal(("finished training", "127.0.0.1"), (role.Reason, role.Address));
        Assert.DoesNotContain(entries, entry => entry.ChangeJson.Contains("3456789", StringComparison.Ordinal));
        Assert.Contains(entries, entry => entry.Act == "DisableStaffMember" && entry.Reason == "left");
        Assert.Equal("+4915123456789", (await host.InDatabase(db => db.Contacts.SingleAsync())).Phone);
    }

    /// <summary>The sentences of the on-call page: a phone is set in two places and checked in one.</summary>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "+49 30 901820", "This is a landline")]
    [InlineData(DatabaseProvider.Postgres, "+49 30 901820", "This is a landline")]
    [InlineData(DatabaseProvider.Sqlite, "0151 12345678", "Begin the number with +")]
    [InlineData(DatabaseProvider.Sqlite, "+49 1511 23", "No phone has this number")]
    public async Task A_phone_that_cannot_be_texted_is_refused_and_the_one_before_stays(DatabaseProvider provider, string phone, string why)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var administrator = await host.SignedIn(StaffRole.Administrator);
        var page = $"/people/{host.Trial.Person(StaffRole.Physician).Id}";
        await administrator.Post(page, new() { ["Phone"] = "+49 1512 3456789" }, "Phone");

        var answer = await administrator.Post(page, new() { ["Phone"] = phone }, "Phone");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(why, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        var contact = await host.InDatabase(db => db.Contacts.SingleAsync());
        Assert.Equal(("+4915123456789", true), (contact.Phone, contact.IsEnabled));
    }

    [Theory, OnBothDatabases]
    public async Task A_phone_that_replied_STOP_is_not_switched_on_by_storing_it_again(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var administrator = await host.SignedIn(StaffRole.Administrator);
        var page = $"/people/{host.Trial.Person(StaffRole.Physician).Id}";
        await administrator.Post(page, new() { ["Phone"] = "+49 1512 3456789" }, "Phone");
        await host.InDatabase(async db =>
        {
            db.Act = CarNkMonitor.Monitoring.Audit.AuditAct.BySystem("Test");
            var contact = await db.Contacts.SingleAsync();
            (contact.IsEnabled, contact.Off) = (false, PhoneOff.Stopped);
            await db.SaveChangesAsync();
        });

        var answer = await administrator.Post(page, new() { ["Phone"] = "+49 1512 3456789" }, "Phone");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("replied STOP, START brings it back", await administrator.Read(page), StringComparison.Ordinal);
        Assert.False((await host.InDatabase(db => db.Contacts.SingleAsync())).IsEnabled);
        await administrator.Post(page, new() { ["Phone"] = "+49 1512 3456780" }, "Phone");
        Assert.Equal("+4915123456780", (await host.InDatabase(db => db.Contacts.SingleAsync(contact => contact.IsEnabled))).Phone);
    }

    [Fact]
    public async Task A_change_without_a_reason_changes_nothing()
    {
        await using var host = await MonitorHost.Start(databases);
        var administrator = await host.SignedIn(StaffRole.Administrator);

        var answer = await administrator.Post($"/people/{host.Trial.Person(StaffRole.Nurse).Id}", [], "Disable");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(await host.InDatabase(db => db.Users.AnyAsync(person => person.IsDisabled)));
    }

    [Fact]
    public async Task The_last_administrator_cannot_be_disabled_or_become_something_else()
    {
        await using var host = await MonitorHost.Start(databases);
        var administrator = await host.SignedIn(StaffRole.Administrator);
        var page = $"/people/{host.Trial.Administrator.Id}";

        Assert.Equal(HttpStatusCode.BadRequest, (await administrator.Post(page, new() { ["Reason"] = "tired" }, "Disable")).StatusCode);
        var demoted = new Dictionary<string, string>
        {
            ["Role"] = "Monitor", ["Place"] = Places.ValueOf(new StaffPlace(host.Trial.Study.Id, null)), ["Reason"] = "tired",
        };
        Assert.Equal(HttpStatusCode.BadRequest, (await administrator.Post(page, demoted, "Role")).StatusCode);
    }

    [Fact]
    public async Task A_reset_password_keeps_the_second_factor()
    {
        await using var host = await MonitorHost.Start(databases);
        var administrator = await host.SignedIn(StaffRole.Administrator);
        var physician = host.Trial.Person(StaffRole.Physician);
        var reset = await administrator.Post($"/people/{physician.Id}", [], "Password");
        var password = TemporaryPassword().Match(await administrator.Read(reset.Headers.Location!.OriginalString)).Groups[1].Value;

        using var visitor = host.Visitor();
        var answer = await visitor.Post("/account/sign-in", new() { ["UserName"] = physician.UserName!, ["Password"] = password });

        Assert.StartsWith("/account/code", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_without_the_permission_cannot_use_the_use_case_either()
    {
        await using var host = await MonitorHost.Start(databases);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => host.Run<DisableStaffMember, StaffAnswer>(use =>
            use.Run(host.Trial.Person(StaffRole.Physician), host.Trial.Administrator.Id, "no", CancellationToken.None)));
    }

    [GeneratedRegex("<p class=\"code\">([a-z2-9]{5}(?:-[a-z2-9]{5}){3})</p>")]
    private static partial Regex TemporaryPassword();
}
