using System.Net;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Subjects;

/// <summary>A participant leaves the study, and comes back after a slip.</summary>
public class LeavePageTests(MonitorTemplate databases)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Who_left_is_planned_and_called_for_no_more_until_a_coordinator_takes_it_back(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var ward = new Ward(host);
        await ward.CallList();
        await ward.Infuse(hoursAgo: 50);
        await ward.Record(hoursAgo: 0, ("temperature", "39.2"));
        var coordinator = await host.SignedIn(StaffRole.Coordinator);
        Assert.True(await HasOpenSlots(host));

        var form = await FilledForm.Open(coordinator, Path(host));
        var (status, location, _) = await form.Type("Form.How", "Withdrew").Type("Form.LastDay", Today(host)).Type("Form.Reason", " Consent withdrawn ").Send();
        await host.Run((SendNotices sweep) => sweep.Run(Cancel));

        Assert.Equal((HttpStatusCode.Redirect, $"/subjects/{host.Trial.Subject.Id}"), (status, location));
        var left = await Subject(host);
        Assert.Equal((SubjectStatus.Withdrew, Today(host), "Consent withdrawn"), (left.Status, left.LeftOn!.Value.ToString("yyyy-MM-dd", null), left.LeftBecause));
        Assert.False(await HasOpenSlots(host));
        Assert.Equal(AlertState.Closed, (await host.InDatabase(db => db.Alerts.SingleAsync(alert => alert.Kind == AlertKind.Crs, Cancel))).State);
        Assert.Contains(await host.InDatabase(db => db.AuditEntries.ToListAsync(Cancel)), entry => entry is { Act: "LeaveStudy", Reason: "Consent withdrawn", Entity: "Subject" });
        var page = await coordinator.Read($"/subjects/{host.Trial.Subject.Id}");
        Assert.Contains($"withdrew from the study, last day {Today(host)}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Record an infusion", page, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Trial.Subject.SubjectCode, await (await host.SignedIn(StaffRole.Nurse)).Read("/"), StringComparison.Ordinal);

        var blank = await (await FilledForm.Open(coordinator, Path(host))).Type("Form.Reason", "  ").Send("Return");
        Assert.Equal((HttpStatusCode.BadRequest, true), (blank.Status, blank.Next!.Html.Contains("Say why.", StringComparison.Ordinal)));
        var back = await FilledForm.Open(coordinator, Path(host));
        Assert.Equal(HttpStatusCode.Redirect, (await back.Type("Form.Reason", "Wrong participant").Send("Return")).Status);

        Assert.Equal((SubjectStatus.OnStudy, (DateOnly?)null), ((await Subject(host)).Status, (await Subject(host)).LeftOn));
        Assert.True(await HasOpenSlots(host));
        var again = await host.InDatabase(db => db.Alerts.Include(alert => alert.Notices).SingleAsync(alert => alert.Kind == AlertKind.Crs, Cancel));
        Assert.Equal((AlertState.Open, 1, 2), (again.State, again.Low, again.Round));
        Assert.Contains(again.Notices, notice => notice.AsksForReply && notice.Round == 2);
    }

    [Fact]
    public async Task What_is_not_right_is_said_beside_its_field_and_nothing_is_stored()
    {
        await using var host = await MonitorHost.Start(databases);
        var form = await FilledForm.Open(await host.SignedIn(StaffRole.Coordinator), Path(host));

        var (status, _, next) = await form.Type("Form.LastDay", "2199-01-01").Send();
        var text = next!.Html;

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Say how the participant leaves", text, StringComparison.Ordinal);
        Assert.Contains("lies in the future", text, StringComparison.Ordinal);
        Assert.Contains("Say why.", text, StringComparison.Ordinal);
        Assert.Equal(SubjectStatus.OnStudy, (await Subject(host)).Status);
    }

    [Fact]
    public async Task Another_sites_participant_is_not_found_and_nobody_leaves_twice()
    {
        await using var host = await MonitorHost.Start(databases);
        var leaving = new Leaving(host.Trial.Subject.Id, SubjectStatus.Moved, DateOnly.ParseExact(Today(host), "yyyy-MM-dd", null), "moved");
        var stranger = host.Trial.Person(StaffRole.Coordinator, host.Trial.Elsewhere);

        Assert.False((await host.Run((LeaveStudy use) => use.Run(stranger, leaving, Cancel))).IsDone);
        Assert.True((await host.Run((LeaveStudy use) => use.Run(host.Trial.Person(StaffRole.Coordinator), leaving, Cancel))).IsDone);
        var again = await host.Run((LeaveStudy use) => use.Run(host.Trial.Person(StaffRole.Coordinator), leaving, Cancel));
        Assert.Contains("not on study any more", Assert.Single(again.Problems).Reason, StringComparison.Ordinal);
        Assert.False((await host.Run((ReturnToStudy use) => use.Run(stranger, host.Trial.Subject.Id, "slip", Cancel))).IsDone);
    }

    static string Path(MonitorHost host) => $"/subjects/{host.Trial.Subject.Id}/leave";

    static string Today(MonitorHost host) => host.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", null);

    static Task<Subject> Subject(MonitorHost host) => host.InDatabase(db => db.Subjects.AsNoTracking().SingleAsync(row => row.Id == host.Trial.Subject.Id, Cancel));

    static Task<bool> HasOpenSlots(MonitorHost host) => host.InDatabase(db => db.PlannedAssessments.AnyAsync(
        slot => slot.SubjectId == host.Trial.Subject.Id && slot.State != PlannedState.Superseded && slot.State != PlannedState.Done && slot.State != PlannedState.Missed, Cancel));
}
