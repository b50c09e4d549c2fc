using System.Net;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Staff;

public class SitesPageTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task A_study_opens_with_the_default_settings_and_stands_in_the_audit(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var administrator = await host.SignedIn(StaffRole.Administrator);

        var answer = await administrator.Post("/sites", new() { ["Study.Code"] = " CNK-2 ", ["Study.Title"] = "Second trial" }, "Study");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var study = await host.InDatabase(db => db.Studies.SingleAsync(row => row.Code == "CNK-2"));
        var settings = await host.InDatabase(db => db.StudySettings.SingleAsync(row => row.StudyId == study.Id));
        Assert.Equal((1, Json.Write(StudySettings.Default)), (settings.Version, Json.Write(settings.Settings)));
        var entries = await host.InDatabase(db => db.AuditEntries.Where(entry => entry.Act == "OpenStudy").ToListAsync());
        Assert.All(entries, entry => Assert.Equal(host.Trial.Administrator.Id, entry.ActorId));
        Assert.Equal(2, entries.Count);
    }

    [Theory]
    [InlineData("", "Title", "1 to 20 letters")]
    [InlineData("CNK T", "Title", "1 to 20 letters")]
    [InlineData("CNK-T", "Title", "This code is taken")]
    [InlineData("CNK-2", " ", "A name has")]
    public async Task A_study_that_is_not_right_is_refused_with_a_sentence(string code, string title, string why)
    {
        await using var host = await MonitorHost.Start(databases);
        var administrator = await host.SignedIn(StaffRole.Administrator);

        var answer = await administrator.Post("/sites", new() { ["Study.Code"] = code, ["Study.Title"] = title }, "Study");

        await Refused(answer, why);
        Assert.Equal(1, await host.InDatabase(db => db.Studies.CountAsync()));
    }

    [Theory]
    [InlineData("XI", "Xi'an", "Xi'an", "No time zone has this name")]
    [InlineData("XI", "Xi'an", "UTC+08:00", "No time zone has this name")]
    [InlineData("SH", "Xi'an", "Asia/Shanghai", "This code is taken")]
    [InlineData("XI", "", "Asia/Shanghai", "A name has")]
    public async Task A_site_that_is_not_right_is_refused_with_a_sentence(string code, string name, string zone, string why)
    {
        await using var host = await MonitorHost.Start(databases);

        var answer = await Open(host, host.Trial.Study.Id, code, name, zone);

        await Refused(answer, why);
        Assert.Equal(2, await host.InDatabase(db => db.Sites.CountAsync()));
    }

    [Fact]
    public async Task A_site_needs_a_study_and_its_code_is_unique_within_that_study_only()
    {
        await using var host = await MonitorHost.Start(databases);
        var other = new Study { Code = "CNK-2", Title = "Second" };
        await host.InDatabase(async db =>
        {
            db.Act = Monitoring.Audit.AuditAct.BySystem("Test");
            db.Studies.Add(other);
            await db.SaveChangesAsync();
        });

        await Refused(await Open(host, Guid.Empty, "XI", "Somewhere", "Asia/Shanghai"), "Choose the study");
        var opened = await Open(host, other.Id, "SH", "Shanghai", "Asia/Shanghai");

        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        var page = await (await host.SignedIn(StaffRole.Administrator)).Read("/sites");
        Assert.Contains("Asia/Shanghai</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_use_cases_refuse_whoever_came_past_the_door()
    {
        await using var host = await MonitorHost.Start(databases);
        var nurse = host.Trial.Person(StaffRole.Nurse);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => host.Run((OpenStudy open) =>
            open.Open(nurse, new NewStudy("CNK-2", "Second"), TestContext.Current.CancellationToken)));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => host.Run((OpenSite open) =>
            open.Open(nurse, new NewSite(host.Trial.Study.Id, "XI", "Somewhere", "Asia/Shanghai"), TestContext.Current.CancellationToken)));
    }

    static async Task<HttpResponseMessage> Open(MonitorHost host, Guid study, string code, string name, string zone) =>
        await (await host.SignedIn(StaffRole.Administrator)).Post("/sites", new()
        {
            ["Site.StudyId"] = study.ToString(), ["Site.Code"] = code, ["Site.Name"] = name, ["Site.Zone"] = zone,
        }, "Site");

    static async Task Refused(HttpResponseMessage answer, string why)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(why, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
