using System.Net;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Tests.Support;

namespace CarNkMonitor.Web.Tests.Schedule;

public class WorklistPageTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task The_nurse_sees_the_participants_of_the_own_site_with_grade_day_and_next_check(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var ward = new Ward(host);
        await ward.Infuse(hoursAgo: 75);
        await ward.Record(hoursAgo: 1, Ward.But(("temperature", "38.6")));

        var page = await (await host.SignedIn(StaffRole.Nurse)).Read("/");

        Assert.Contains(">SH-001</a>", page, StringComparison.Ordinal);
        Assert.Contains("Day 3", page, StringComparison.Ordinal);
        Assert.Contains("mild", page, StringComparison.Ordinal);
        Assert.Contains("Checked 16:00", page, StringComparison.Ordinal);
        Assert.Contains("Record check", page, StringComparison.Ordinal);
        Assert.DoesNotContain("BE-001", page, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_urgent_beside_crs_stands_on_the_line(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var ward = new Ward(host);
        await ward.Infuse(hoursAgo: 75);
        await ward.Record(hoursAgo: 2, ("anc", "0.3"));
        await ward.Record(hoursAgo: 1, Ward.But(("temperature", "38.6")));

        Assert.Contains("<p class=\"beside\">Febrile neutropenia (IDSA) yes, ", await (await host.SignedIn(StaffRole.Nurse)).Read("/"), StringComparison.Ordinal);
        Assert.DoesNotContain("Febrile neutropenia", await (await host.SignedIn(StaffRole.Coordinator)).Read("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_participant_who_was_never_graded_is_not_grade_0()
    {
        await using var host = await MonitorHost.Start(databases);

        var page = await (await host.SignedIn(StaffRole.Nurse)).Read("/");

        Assert.Contains("data-state=\"not-assessed\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-grade=\"0\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_that_nobody_did_is_shown_as_overdue()
    {
        await using var host = await MonitorHost.Start(databases);
        var ward = new Ward(host);
        await ward.Infuse(hoursAgo: 75);
        host.Clock.SetUtcNow(new DateTimeOffset(2026, 5, 24, 15, 30, 0, TimeSpan.Zero)); // the check of 20:00 in Shanghai was on time until 23:00

        var page = await (await host.SignedIn(StaffRole.Nurse)).Read("/");

        Assert.Contains("Overdue 3 h 30 min", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coordinator_sees_the_list_without_grades_and_without_the_form()
    {
        await using var host = await MonitorHost.Start(databases);

        var page = await (await host.SignedIn(StaffRole.Coordinator)).Read("/");

        Assert.Contains("SH-001", page, StringComparison.Ordinal);
        Assert.DoesNotContain("CRS", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Record check", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_home_oncologist_sees_the_linked_participant_only_and_cannot_record()
    {
        await using var host = await MonitorHost.Start(databases);
        await new Ward(host).Admit("SH-002");

        var page = await (await host.SignedIn(StaffRole.HomeOncologist)).Read("/");

        Assert.Contains("SH-001", page, StringComparison.Ordinal);
        Assert.DoesNotContain("SH-002", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Record check", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_sees_nobody_is_told_so_and_the_administrator_is_led_to_the_people()
    {
        await using var host = await MonitorHost.Start(databases);

        var nobody = await (await host.SignedIn(StaffRole.HomeOncologist, host.Trial.Elsewhere)).Read("/");
        var administrator = await (await host.SignedIn(StaffRole.Administrator)).Get("/");

        Assert.Contains("No participant is on study here", nobody, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, "/people"), (administrator.StatusCode, administrator.Headers.Location?.OriginalString));
    }
}
