using System.Net;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Access;

public class SessionTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task A_leavers_session_ends_at_the_next_request(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var nurse = await host.SignedIn(StaffRole.Nurse);
        await nurse.Read("/account/password");

        await Run<DisableStaffMember>(host, use => use.Run(host.Trial.Administrator, host.Trial.Person(StaffRole.Nurse).Id, "left", CancellationToken.None));

        Assert.Equal(HttpStatusCode.Redirect, (await nurse.Get("/account/password")).StatusCode);
    }

    [Fact]
    public async Task A_changed_role_rules_at_once()
    {
        await using var host = await MonitorHost.Start(databases);
        var nurse = await host.SignedIn(StaffRole.Nurse);

        await host.InDatabase(async db =>
        {
            db.Act = AuditAct.BySystem("Test");
            (await db.Users.SingleAsync(row => row.Id == host.Trial.Person(StaffRole.Nurse).Id)).Role = StaffRole.Administrator;
            await db.SaveChangesAsync();
        });

        // An administrator needs a second factor, and is led to set it up before anything else opens.
        Assert.Equal("/account/second-factor", (await nurse.Get("/people")).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Half_an_hour_without_a_person_ends_a_session_and_a_refreshing_list_is_no_person()
    {
        await using var host = await MonitorHost.Start(databases);
        var nurse = await host.SignedIn(StaffRole.Nurse);
        await StepThrough(host, nurse, minutes: 40, refresh: false);
        Assert.Equal(HttpStatusCode.OK, (await nurse.Get("/account/password")).StatusCode);

        await StepThrough(host, nurse, minutes: 32, refresh: true);

        Assert.Equal(HttpStatusCode.Redirect, (await nurse.Get("/account/password")).StatusCode);
    }

    [Fact]
    public async Task After_twelve_hours_even_an_active_session_ends()
    {
        await using var host = await MonitorHost.Start(databases);
        var nurse = await host.SignedIn(StaffRole.Nurse);

        await StepThrough(host, nurse, minutes: 12 * 60 - 8, refresh: false);
        Assert.Equal(HttpStatusCode.OK, (await nurse.Get("/account/password")).StatusCode);
        host.Clock.Advance(TimeSpan.FromMinutes(8));

        Assert.Equal(HttpStatusCode.Redirect, (await nurse.Get("/account/password")).StatusCode);
    }

    [Fact]
    public async Task A_script_is_told_401_and_not_led_to_another_page()
    {
        await using var host = await MonitorHost.Start(databases);
        using var stranger = host.Visitor();
        stranger.Client.DefaultRequestHeaders.Add("HX-Request", "true");

        var answer = await stranger.Get("/account/password");

        Assert.Equal((HttpStatusCode.Unauthorized, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_refused_door_is_on_the_record_with_who_and_where_from()
    {
        await using var host = await MonitorHost.Start(databases);
        var nurse = await host.SignedIn(StaffRole.Nurse);

        Assert.Equal(HttpStatusCode.Forbidden, (await nurse.Get("/people")).StatusCode);

        var note = await host.InDatabase(db => db.AuditEntries.SingleAsync(entry => entry.Act == "RefusedAccess"));
        Assert.Equal(("Nurse SH", "GET /people", "127.0.0.1"), (note.Actor, note.EntityId, note.Address));
        Assert.NotNull(note.RequestId);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_of_this_browser()
    {
        await using var host = await MonitorHost.Start(databases);
        var nurse = await host.SignedIn(StaffRole.Nurse);

        await nurse.Post("/account/sign-out", []);

        Assert.Equal(HttpStatusCode.Redirect, (await nurse.Get("/")).StatusCode);
    }

    static async Task StepThrough(MonitorHost host, Visitor visitor, int minutes, bool refresh)
    {
        visitor.Client.DefaultRequestHeaders.Remove("X-Refresh");
        if (refresh)
        {
            visitor.Client.DefaultRequestHeaders.Add("X-Refresh", "1");
        }

        for (var minute = 0; minute < minutes; minute += 4)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(4));
            await visitor.Get("/account/password");
        }

        visitor.Client.DefaultRequestHeaders.Remove("X-Refresh");
    }

    static async Task Run<TUseCase>(MonitorHost host, Func<TUseCase, Task<StaffAnswer>> use) where TUseCase : notnull =>
        Assert.True((await host.Run(use)).IsDone);
}
