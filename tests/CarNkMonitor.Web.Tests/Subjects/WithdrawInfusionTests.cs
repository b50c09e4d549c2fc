using System.Net;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Subjects;

/// <summary>An infusion recorded with a wrong time is taken back: everything is counted from it.</summary>
public class WithdrawInfusionTests(MonitorTemplate databases)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Days_plan_grades_and_calls_go_with_it_and_come_back_with_the_right_one(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var ward = new Ward(host);
        await ward.CallList();
        await ward.Infuse(hoursAgo: 50);
        await ward.Record(hoursAgo: 1, ("temperature", "39.2"));
        var coordinator = await host.SignedIn(StaffRole.Coordinator);
        var infusion = await host.InDatabase(db => db.Infusions.SingleAsync(Cancel));

        var answer = await coordinator.Post($"{Page(host)}?handler=Withdraw", new() { ["infusionId"] = infusion.Id.ToString(), ["reason"] = " wrong day " });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("The first one", await coordinator.Read(Page(host)), StringComparison.Ordinal);
        Assert.False(await host.InDatabase(db => db.Infusions.AnyAsync(Cancel)));
        Assert.All(await Crs(host), one => Assert.Equal(GradeState.NotApplicable, one.State));
        Assert.Equal(AlertState.Withdrawn, (await host.InDatabase(db => db.Alerts.SingleAsync(alert => alert.Kind == AlertKind.Crs, Cancel))).State);
        Assert.Contains(await host.InDatabase(db => db.AuditEntries.ToListAsync(Cancel)), entry => entry is { Act: "WithdrawInfusion", Reason: "wrong day", Entity: "Infusion" });

        await ward.Infuse(hoursAgo: 26);

        Assert.Contains(await Crs(host), one => one is { Low: 1, State: GradeState.CannotExclude or GradeState.Determined });
        Assert.Contains("Day 1 after infusion", await coordinator.Read($"/subjects/{host.Trial.Subject.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_reason_twice_or_by_another_site_nothing_is_withdrawn()
    {
        await using var host = await MonitorHost.Start(databases);
        await new Ward(host).Infuse(hoursAgo: 50);
        var id = await host.InDatabase(db => db.Infusions.Select(row => row.Id).SingleAsync(Cancel));
        async Task<SetupAnswer> Withdraw(StaffMember by, string? reason) =>
            await host.Run((WithdrawInfusion use) => use.Run(by, host.Trial.Subject.Id, id, reason, Cancel));
        var coordinator = host.Trial.Person(StaffRole.Coordinator);

        Assert.Equal("Say why.", Assert.Single((await Withdraw(coordinator, " ")).Problems).Reason);
        Assert.False((await Withdraw(host.Trial.Person(StaffRole.Coordinator, host.Trial.Elsewhere), "slip")).IsDone);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Withdraw(host.Trial.Person(StaffRole.Nurse), "slip"));
        Assert.True(await host.InDatabase(db => db.Infusions.AnyAsync(Cancel)));
        Assert.True((await Withdraw(coordinator, "slip")).IsDone);
        Assert.Contains("already", Assert.Single((await Withdraw(coordinator, "slip")).Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_refuses_a_withdrawal_whose_reason_is_blank()
    {
        await using var host = await MonitorHost.Start(databases);
        await new Ward(host).Infuse(hoursAgo: 50);
        var id = await host.InDatabase(db => db.Infusions.Select(row => row.Id).SingleAsync(Cancel));
        var coordinator = await host.SignedIn(StaffRole.Coordinator);

        using var answer = await coordinator.Post($"{Page(host)}?handler=Withdraw", new() { ["infusionId"] = id.ToString(), ["reason"] = "  " });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Say why.", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.True(await host.InDatabase(db => db.Infusions.AnyAsync(row => row.Id == id, Cancel)));
    }

    static string Page(MonitorHost host) => $"/subjects/{host.Trial.Subject.Id}/infusion";

    static Task<List<Assessment>> Crs(MonitorHost host) =>
        host.InDatabase(db => db.Assessments.AsNoTracking().Where(one => one.IsCurrent && one.Criteria == AstctCrs.Criteria).ToListAsync(Cancel));
}
