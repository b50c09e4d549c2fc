using System.Net;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Decisions;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Tests.Access;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Observations;

/// <summary>
/// What was amended or withdrawn is shown to auditors and to nobody else. Every door of the table of doors is gone through by every role, so a new page is
/// walked as well; on PostgreSQL by three roles, because roles differ in what they see and not in how it is asked for. That nothing reads past the one
/// query path is held by <c>CurrentObservationsTests</c>.
/// </summary>
public class AmendedValuesTests(MonitorTemplate databases)
{
    /// <summary>How each wrong value reads on a page, wherever it may stand: as typed, as stored, rounded for the chart, in a sentence.</summary>
    static readonly string[] Traces = ["39,73", "39.7", "63 mm", "13.7", "4711", "0.37", "a hidden cause"];

    [Theory, OnBothDatabases]
    public async Task A_value_that_was_amended_or_withdrawn_is_seen_by_auditors_and_nowhere_else(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var (form, check) = await RecordWrongValues(host);
        var before = await Walk(host, [StaffRole.Physician], check);
        Assert.All(Traces, trace => Assert.Contains(before, page => page.Text.Contains(trace, StringComparison.Ordinal)));

        await AmendAll(host);

        StaffRole[] three = [StaffRole.Physician, StaffRole.HomeOncologist, StaffRole.Monitor];
        var after = await Walk(host, provider == DatabaseProvider.Sqlite ? Enum.GetValues<StaffRole>() : three, check);
        after.AddRange([.. await OfOldGrades(host), .. await OfForms(host, form), .. await Stored(host)]);
        Assert.Empty(from page in after from trace in Traces where page.Text.Contains(trace, StringComparison.Ordinal) select $"{page.Name} shows {trace}");
        Assert.Contains(after, page => page.Text.Contains("This signature no longer holds. CRS 2 → 0", StringComparison.Ordinal));
        Assert.Contains(after, page => page.Text.Contains("another cause than first thought", StringComparison.Ordinal));
        await AuditorsStillSeeThem(host);
    }

    /// <summary>One check through the form and one by the ward; a cause that a nurse proposed; a signature on the grade; a call.</summary>
    static async Task<(BedsidePage Form, Guid Check)> RecordWrongValues(MonitorHost host)
    {
        var ward = new Ward(host);
        await ward.CallList();
        await ward.Infuse(hoursAgo: 75);
        await ward.Record(hoursAgo: 1, ("platelets", "13.7"), ("ferritin", "4711"), ("anc", "0.37"));
        var form = await BedsidePage.Open(await host.SignedIn(StaffRole.Nurse), host.Trial.Subject);
        form.TypeAll(Ward.But(("temperature", "39,73"), ("sbp", "63"), ("dbp", "41"))).Type("Confirmed", "sbp=63 mm[Hg]");
        var (status, location, text) = await form.Save("IncompleteReason", "Declined");
        Assert.True(status == HttpStatusCode.Redirect, text);
        await host.Run((ProposeAttribution propose) => propose.Run(host.Trial.Person(StaffRole.Nurse), new AttributionEntry(Guid.NewGuid(), host.Trial.Subject.Id, "hypoxia_attribution", "other_cause", "a hidden cause"), Cancel));
        var assessment = await host.InDatabase(db => db.Assessments.SingleAsync(row => row.IsCurrent && row.Criteria == AstctCrs.Criteria && row.Moment == host.Clock.GetUtcNow().UtcDateTime));
        var signed = await host.Run((ConfirmGrade confirm) => confirm.Run(host.Trial.Person(StaffRole.Physician), new GradeEntry(Guid.NewGuid(), assessment.Id, 2, null, null, Trial.Password), Cancel));
        Assert.True(signed.IsDone, signed.Sentence);
        return (form, Guid.Parse(location!.Split('/', '?')[2]));
    }

    static async Task AmendAll(MonitorHost host)
    {
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await Supersede(host, "temperature", new CheckItem("temperature", "36.6", "Cel"));
        await Supersede(host, "sbp", null);
        await Supersede(host, "platelets", new CheckItem("platelets", "137", "10*9/L"));
        await Supersede(host, "ferritin", null);
        await Supersede(host, "anc", null);
        await Supersede(host, "hypoxia_attribution", new CheckItem("hypoxia_attribution", "attributable", Note: "another cause than first thought"));
    }

    static async Task Supersede(MonitorHost host, string code, CheckItem? corrected)
    {
        var (nurse, id) = (host.Trial.Person(StaffRole.Nurse), await host.InDatabase(db => db.Observations.Where(row => row.Code == code).Select(row => row.Id).SingleAsync(Cancel)));
        var result = await host.Run((AmendObservation amend) => corrected is null ? amend.Withdraw(nurse, id, "slip", Cancel) : amend.Amend(nurse, id, corrected, "slip", Cancel));
        Assert.IsType<CheckSaved>(result);
    }

    /// <summary>Every page that one of these roles may open, but for the audit, with the rows of this story in its address.</summary>
    static async Task<List<(string Name, string Text)>> Walk(MonitorHost host, IEnumerable<StaffRole> roles, Guid check)
    {
        var checks = await host.InDatabase(db => db.Checks.Where(row => row.Id != host.Trial.Check.Id).OrderByDescending(row => row.Id == check).Select(row => row.Id).ToListAsync(Cancel));
        var alerts = await host.InDatabase(db => db.Alerts.Where(row => row.Id != host.Trial.Alert.Id).ToListAsync(Cancel));
        List<(string, string)> pages = [];
        foreach (var (role, door) in from role in roles from door in Doors.All where IsRead(door, role) select (role, door))
        {
            var path = door.PathIn(host.Trial);
            var paths = new[] { path }
                .Concat(checks.Select(id => path.Replace($"{host.Trial.Check.Id}", $"{id}", StringComparison.Ordinal)))
                .Concat(alerts.Select(alert => path.Replace($"{host.Trial.Alert.Id}", $"{alert.Id}", StringComparison.Ordinal)));
            foreach (var one in paths.Distinct())
            {
                pages.Add(($"{role} {one}", await Text(await host.SignedIn(role), one)));
            }
        }

        return pages;
    }

    static bool IsRead(Door door, StaffRole role) =>
        door.Roles?.Contains(role) == true && door.Json is null && !door.IsPost && door.Pattern != "/audit"
        && !door.Pattern.StartsWith("/account/", StringComparison.Ordinal)
        && !(role == StaffRole.Monitor && (door.Pattern is "/checks/{id:guid}/values" or "/subjects/{id:guid}")); // an auditor reads them there

    /// <summary>An address that names a grade which is not current any more.</summary>
    static async Task<List<(string Name, string Text)>> OfOldGrades(MonitorHost host)
    {
        var replaced = await host.InDatabase(db => db.Assessments.Where(row => !row.IsCurrent).ToListAsync(Cancel));
        var old = replaced.Where(row => Traces.Any(trace => row.ResultJson.Contains(trace, StringComparison.Ordinal))).DistinctBy(row => row.Criteria).Select(row => row.Id).ToList();
        Assert.InRange(old.Count, 3, 30);
        var physician = await host.SignedIn(StaffRole.Physician);
        List<(string, string)> pages = [];
        foreach (var id in old)
        {
            pages.Add(("old grade", await Text(physician, $"/subjects/{host.Trial.Subject.Id}/decisions?grade={id}")));
        }

        return pages;
    }

    /// <summary>The old form saved again, a new one with its last values, its preview, and what it says to another value of the same instant.</summary>
    static async Task<List<(string Name, string Text)>> OfForms(MonitorHost host, BedsidePage form)
    {
        var nurse = await host.SignedIn(StaffRole.Nurse);
        var (status, location, _) = await form.Save("IncompleteReason", "Declined");
        Assert.Equal(HttpStatusCode.Redirect, status);
        var fresh = await BedsidePage.Open(nurse, host.Trial.Subject);
        fresh.TypeAll([("temperature", "37.0"), ("ferritin", "800"), ("platelets", "140")]);
        return [("saved again", await nurse.Read(location!)), ("preview", (await fresh.ShowGrades()).Text), ("another value", (await fresh.At("2026-05-24T17:00").Save()).Text)];
    }

    /// <summary>What pages and texts to come are made of.</summary>
    static Task<List<(string Name, string Text)>> Stored(MonitorHost host) => host.InDatabase(async db =>
    {
        var notices = await db.Notices.Select(row => row.Body).ToListAsync(Cancel);
        Assert.NotEmpty(notices);
        return (List<(string, string)>)
        [
            .. (await db.Assessments.Where(row => row.IsCurrent).Select(row => row.ResultJson).ToListAsync(Cancel)).Select(json => ("stored assessment", json)),
            .. notices.Select(body => ("text", body)),
            .. (await db.VoidedSignatures.Select(row => row.Because).ToListAsync(Cancel)).Select(because => ("void signature", because)),
        ];
    });

    static async Task AuditorsStillSeeThem(MonitorHost host)
    {
        var monitor = await host.SignedIn(StaffRole.Monitor);
        (string Code, string Value)[] kept =
            [("temperature", "39,73"), ("sbp", "63"), ("platelets", "13.7"), ("ferritin", "4711"), ("anc", "0.37"), ("hypoxia_attribution", "a hidden cause")];
        var answer = await monitor.Post("/audit", new() { ["Form.Subject"] = $"{host.Trial.Subject.Id}" }, "Export");
        var csv = await answer.Content.ReadAsStringAsync(Cancel);
        foreach (var (code, value) in kept)
        {
            Assert.Contains(value, csv, StringComparison.Ordinal);
            Assert.Contains($">{value}<", await monitor.Read($"/audit?Form.Subject={host.Trial.Subject.Id}&Form.Field={code}"), StringComparison.Ordinal);
        }
    }

    static async Task<string> Text(Visitor visitor, string path)
    {
        using var answer = await visitor.Get(path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
