using System.Net;
using System.Text.RegularExpressions;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Pages.People;
using CarNkMonitor.Web.Tests.Jobs;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CarNkMonitor.Web.Tests;

/// <summary>The proof that a real installation can start: from nobody to a physician called, through the pages alone.</summary>
public partial class FirstAlertTests(MonitorTemplate databases)
{
    readonly WaitingPhone _phone = new("CRS grade 1");

    [Theory, OnBothDatabases]
    public async Task An_empty_installation_comes_to_its_first_alert(DatabaseProvider provider)
    {
        var (host, setupCode) = await EmptyInstallation.Start(databases, provider, builder => builder.Services.AddSingleton<ITelephony>(_phone));
        await using var _ = host;
        using var administrator = await FirstAdministrator(host, setupCode);
        var site = await OpenTrial(host, administrator);
        using var nurse = await Arrives(host, administrator, "Li Wei", StaffRole.Nurse, site);
        using var physician = await Arrives(host, administrator, "Zhang Min", StaffRole.Physician, site, phone: "+49 1511 2345678");
        using var coordinator = await Arrives(host, administrator, "Mira Novak", StaffRole.Coordinator, site);

        await PutOnCall(host, coordinator, site);
        var participant = await EnrollAndInfuse(coordinator, site);
        var answer = await RecordFever(host, nurse, participant);

        Assert.Contains("Zhang Min", answer, StringComparison.Ordinal);
        await Sweep(host);
        Assert.Equal("+4915112345678", (await _phone.Rang).ToPhone);
        var alert = await host.InDatabase(db => db.Alerts.SingleAsync());
        Assert.Equal(AlertState.Open, alert.State);
        Assert.Contains("CRS grade 1", await physician.Read($"/alerts/{alert.Id}"), StringComparison.Ordinal);
    }

    static async Task<Visitor> FirstAdministrator(MonitorHost host, string setupCode)
    {
        var visitor = host.Visitor();
        await visitor.Post("/setup", new()
        {
            ["SetupCode"] = setupCode, ["DisplayName"] = "Root Person", ["UserName"] = "root.person", ["Password"] = Trial.Password,
        });
        await Newcomer.SetUpAuthenticator(host, visitor);
        return visitor;
    }

    static async Task<Site> OpenTrial(MonitorHost host, Visitor administrator)
    {
        Assert.Contains("href=\"/sites\"", await administrator.Read("/people"), StringComparison.Ordinal);
        Assert.Contains("No site is open yet", await administrator.Read("/people/add"), StringComparison.Ordinal);
        await Done(administrator.Post("/sites", new() { ["Study.Code"] = "CNK-1", ["Study.Title"] = "First trial" }, "Study"));
        var study = await host.InDatabase(db => db.Studies.SingleAsync());
        await Done(administrator.Post("/sites", new()
        {
            ["Site.StudyId"] = study.Id.ToString(), ["Site.Code"] = "SH", ["Site.Name"] = "Shanghai", ["Site.Zone"] = "Asia/Shanghai",
        }, "Site"));
        Assert.DoesNotContain("No site is open yet", await administrator.Read("/people/add"), StringComparison.Ordinal);
        return await host.InDatabase(db => db.Sites.SingleAsync());
    }

    static async Task<Visitor> Arrives(MonitorHost host, Visitor administrator, string name, StaffRole role, Site site, string? phone = null)
    {
        var userName = name.Replace(' ', '.').ToLowerInvariant();
        var place = Places.ValueOf(new StaffPlace(site.StudyId, site.Id));
        var (page, password) = await Newcomer.Add(administrator, userName, name, role.ToString(), place);
        if (phone is not null)
        {
            await Done(administrator.Post(page, new() { ["Phone"] = phone }, "Phone"));
        }

        return await Newcomer.Arrives(host, userName, password);
    }

    static async Task PutOnCall(MonitorHost host, Visitor coordinator, Site site)
    {
        var physician = await host.InDatabase(db => db.Users.SingleAsync(person => person.Role == StaffRole.Physician));
        await Done(coordinator.Post("/on-call", new()
        {
            ["Place.SiteId"] = site.Id.ToString(), ["Place.Level"] = "1", ["Place.StaffMemberId"] = physician.Id.ToString(),
        }, "Add"));
        await Done(coordinator.Post("/on-call", new()
        {
            ["Place.SiteId"] = site.Id.ToString(), ["Place.Level"] = "2", ["Place.Label"] = "Ward desk", ["Place.Phone"] = "+49 1511 2345679",
        }, "Add"));
        Assert.DoesNotContain("Nobody can be reached", await coordinator.Read("/on-call"), StringComparison.Ordinal);
    }

    static async Task<string> EnrollAndInfuse(Visitor coordinator, Site site)
    {
        Assert.Contains("Enroll a participant", await coordinator.Read("/"), StringComparison.Ordinal);
        var page = await Done(coordinator.Post("/subjects/enroll", new()
        {
            ["Form.SiteId"] = site.Id.ToString(), ["Form.SubjectCode"] = "SH-001", ["Form.Sex"] = "Female", ["Form.BirthDate"] = "1980-05-01",
            ["Form.ConditioningFrom"] = "2026-05-19", ["Form.ConditioningTo"] = "2026-05-21",
        }));
        Assert.Contains("Record an infusion", await coordinator.Read(page), StringComparison.Ordinal);
        var submission = SubmissionId().Match(await coordinator.Read($"{page}/infusion")).Groups[1].Value;
        var after = await Done(coordinator.Post($"{page}/infusion", new()
        {
            ["Form.SubmissionId"] = submission, ["Form.StartedAt"] = "2026-05-24T16:00", ["Form.Amount"] = "complete",
        }));
        Assert.Contains("Day 0 after infusion", await coordinator.Read(after), StringComparison.Ordinal);
        return page;
    }

    static async Task<string> RecordFever(MonitorHost host, Visitor nurse, string participant)
    {
        Assert.Contains(participant, await nurse.Read("/"), StringComparison.Ordinal);
        var subject = await host.InDatabase(db => db.Subjects.SingleAsync());
        var saved = await (await BedsidePage.Open(nurse, subject)).TypeAll(Ward.But(("temperature", "38.6"))).Save();
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        return await nurse.Read(saved.Location!);
    }

    static async Task Sweep(MonitorHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SendNotices>().Run(TestContext.Current.CancellationToken);
    }

    /// <summary>Where the answer leads.</summary>
    static async Task<string> Done(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{answer.StatusCode}\n{text}");
        return answer.Headers.Location!.OriginalString;
    }

    [GeneratedRegex("name=\"Form.SubmissionId\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex SubmissionId();
}
