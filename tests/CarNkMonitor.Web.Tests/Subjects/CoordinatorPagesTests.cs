using System.Net;
using System.Text.RegularExpressions;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Subjects;

/// <summary>What a coordinator does about participants: enroll, record an infusion, link a home oncologist.</summary>
public partial class CoordinatorPagesTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task A_participant_is_enrolled_on_the_sites_calendar_by_age_in_days(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider, at: new DateTimeOffset(2026, 5, 24, 20, 0, 0, TimeSpan.Zero));

        var answer = await Enroll(host, "SH-002", ("AgeDays", "15000"));

        var subject = await host.InDatabase(db => db.Subjects.SingleAsync(row => row.SubjectCode == "SH-002"));
        Assert.Equal($"/subjects/{subject.Id}", answer.Headers.Location?.OriginalString);
        Assert.Equal((new DateOnly(2026, 5, 25), 15000, null), (subject.EnrolledOn, subject.AgeAtEnrolmentDays, subject.BirthDate));
        var coordinator = host.Trial.Person(StaffRole.Coordinator).Id;
        Assert.Equal(coordinator, (await host.InDatabase(db => db.AuditEntries.FirstAsync(entry => entry.Act == "EnrollSubject"))).ActorId);
    }

    [Fact]
    public async Task An_enrollment_that_is_not_right_is_refused_and_what_was_typed_stays()
    {
        await using var host = await MonitorHost.Start(databases);

        await Refused(Enroll(host, "SH-001"), "This code is taken");
        await Refused(Enroll(host, "Chen Yu"), "never a name");
        await Refused(Enroll(host, "SH-002", ("Sex", "")), "Choose the sex");
        await Refused(Enroll(host, "SH-002", ("ConditioningFrom", "2026-05-21"), ("ConditioningTo", "2026-05-19")), "in that order");
        await Refused(Enroll(host, "SH-077", ("SiteId", host.Trial.Elsewhere.Id.ToString())), "not yours to enroll at");
        await Refused(Enroll(host, "SH-077", ("AgeDays", "forty")), "value=\"SH-077\"");

        Assert.Equal(2, await host.InDatabase(db => db.Subjects.CountAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task An_infusion_makes_its_row_and_the_plan_and_pressing_twice_makes_one(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var fields = await InfusionAt(host, "2026-05-24T16:30");

        Assert.Equal(HttpStatusCode.Redirect, (await Infuse(host, fields)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Infuse(host, fields)).StatusCode);

        var infusion = await host.InDatabase(db => db.Infusions.SingleAsync());
        Assert.Equal(new DateTime(2026, 5, 24, 8, 30, 0, DateTimeKind.Utc), infusion.StartedAt);
        Assert.True(await host.InDatabase(db => db.PlannedAssessments.AnyAsync()));
        var page = await (await host.SignedIn(StaffRole.Coordinator)).Read($"/subjects/{host.Trial.Subject.Id}");
        Assert.Contains("Day 0 after infusion", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_infusion_in_the_future_or_without_a_dose_is_refused_beside_its_field()
    {
        await using var host = await MonitorHost.Start(databases);

        await Refused(Infuse(host, await InfusionAt(host, "2026-05-24T18:00")), "id=\"Form_StartedAt-error\">2026-05-24 10:00 UTC lies in the future");
        var without = await InfusionAt(host, "2026-05-24T16:30");
        without.Remove("Form.Amount");
        await Refused(Infuse(host, without), "id=\"Form_Amount-error\"");

        Assert.False(await host.InDatabase(db => db.Infusions.AnyAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task A_linked_home_oncologist_reads_the_participant_until_the_link_ends(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var oncologist = host.Trial.Person(StaffRole.HomeOncologist, host.Trial.Elsewhere);
        var visitor = await host.SignedIn(oncologist);
        var page = $"/subjects/{host.Trial.Subject.Id}";
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(page)).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await Link(host, oncologist, "Asia/Tashkent")).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await visitor.Get(page)).StatusCode);
        Assert.Equal("Asia/Tashkent", (await host.InDatabase(db => db.Subjects.SingleAsync(row => row.Id == host.Trial.Subject.Id))).HomeZone);
        var link = await host.InDatabase(db => db.SubjectLinks.SingleAsync(row => row.StaffMemberId == oncologist.Id));
        Assert.Equal(HttpStatusCode.Redirect, (await End(host, link.Id)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(page)).StatusCode);
        await Refused(End(host, link.Id), "ended already");
    }

    [Fact]
    public async Task A_bad_zone_a_person_of_another_role_and_a_second_link_are_refused()
    {
        await using var host = await MonitorHost.Start(databases);
        var elsewhere = host.Trial.Person(StaffRole.HomeOncologist, host.Trial.Elsewhere);

        await Refused(Link(host, elsewhere, "Tashkent"), "No time zone has this name");
        await Refused(Link(host, host.Trial.Person(StaffRole.Nurse), ""), "Choose a home oncologist");
        await Refused(Link(host, host.Trial.Person(StaffRole.HomeOncologist), ""), "linked already");

        Assert.Equal(1, await host.InDatabase(db => db.SubjectLinks.CountAsync()));
    }

    [Fact]
    public async Task Another_sites_participant_cannot_be_linked_or_let_go()
    {
        await using var host = await MonitorHost.Start(databases);
        var stranger = host.Trial.Person(StaffRole.Coordinator, host.Trial.Elsewhere);
        var oncologist = host.Trial.Person(StaffRole.HomeOncologist, host.Trial.Elsewhere);
        var link = await host.InDatabase(db => db.SubjectLinks.SingleAsync());

        var linked = await host.Run((LinkHomeOncologist use) =>
            use.Link(stranger, new HomeOncologistLink(host.Trial.Subject.Id, oncologist.Id, null), TestContext.Current.CancellationToken));
        var ended = await host.Run((EndHomeOncologistLink use) => use.End(stranger, link.Id, TestContext.Current.CancellationToken));

        Assert.Equal((false, false), (linked.IsDone, ended.IsDone));
        Assert.Null((await host.InDatabase(db => db.SubjectLinks.SingleAsync())).EndedAt);
    }

    static async Task<HttpResponseMessage> Enroll(MonitorHost host, string code, params (string Name, string Value)[] fields)
    {
        var form = new Dictionary<string, string> { ["Form.SiteId"] = host.Trial.Here.Id.ToString(), ["Form.SubjectCode"] = code, ["Form.Sex"] = "Female" };
        foreach (var (name, value) in fields)
        {
            form[$"Form.{name}"] = value;
        }

        return await (await host.SignedIn(StaffRole.Coordinator)).Post("/subjects/enroll", form);
    }

    static string InfusionPage(MonitorHost host) => $"/subjects/{host.Trial.Subject.Id}/infusion";

    static async Task<Dictionary<string, string>> InfusionAt(MonitorHost host, string startedAt)
    {
        var page = await (await host.SignedIn(StaffRole.Coordinator)).Read(InfusionPage(host));
        return new() { ["Form.SubmissionId"] = SubmissionId().Match(page).Groups[1].Value, ["Form.StartedAt"] = startedAt, ["Form.Amount"] = "partial" };
    }

    static async Task<HttpResponseMessage> Infuse(MonitorHost host, Dictionary<string, string> fields) =>
        await (await host.SignedIn(StaffRole.Coordinator)).Post(InfusionPage(host), fields);

    static async Task<HttpResponseMessage> Link(MonitorHost host, StaffMember oncologist, string zone) =>
        await (await host.SignedIn(StaffRole.Coordinator)).Post($"/subjects/{host.Trial.Subject.Id}/home", new()
        {
            ["Link.StaffMemberId"] = oncologist.Id.ToString(), ["Link.HomeZone"] = zone,
        }, "Link");

    static async Task<HttpResponseMessage> End(MonitorHost host, Guid link) =>
        await (await host.SignedIn(StaffRole.Coordinator)).Post($"/subjects/{host.Trial.Subject.Id}/home", new() { ["linkId"] = link.ToString() }, "End");

    static async Task Refused(Task<HttpResponseMessage> sent, string why)
    {
        var answer = await sent;
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(why, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [GeneratedRegex("name=\"Form.SubmissionId\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex SubmissionId();
}
