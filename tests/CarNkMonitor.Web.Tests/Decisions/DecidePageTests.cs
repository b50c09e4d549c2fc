using System.Net;
using System.Text.RegularExpressions;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Decisions;

public partial class DecidePageTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task A_nurse_proposes_a_physician_countersigns_and_both_read_until_when_it_counts(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var path = await Feverish(host);
        var (nurse, physician) = (await host.SignedIn(StaffRole.Nurse), await host.SignedIn(StaffRole.Physician));

        Assert.Equal(HttpStatusCode.Redirect, (await nurse.Post(path, Infection(), "State")).StatusCode);

        var proposed = await nurse.Read(path);
        Assert.Contains("Proposed. A physician must countersign it.", proposed, StringComparison.Ordinal);
        Assert.Contains("Fever: Infection", proposed, StringComparison.Ordinal);
        Assert.Contains("Counts until 25 May 17:00. State it again before then if the finding goes on.", proposed, StringComparison.Ordinal);
        Assert.DoesNotContain(">Countersign<", proposed, StringComparison.Ordinal);
        Assert.Contains("line infection", await physician.Read("/decisions"), StringComparison.Ordinal);
        Assert.Contains("<span class=\"count\">1</span>", await physician.Read("/"), StringComparison.Ordinal);

        var statement = StatementField().Match(await physician.Read(path)).Groups[1].Value;
        Assert.Equal(HttpStatusCode.BadRequest, (await physician.Post(path, new() { ["statement"] = statement, ["reason"] = " " }, "Countersign")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await nurse.Post(path, new() { ["statement"] = statement, ["reason"] = "sure" }, "Countersign")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await physician.Post(path, new() { ["statement"] = statement, ["reason"] = "culture positive" }, "Countersign")).StatusCode);

        var signed = await nurse.Read(path);
        Assert.Contains("Countersigned by Physician SH", signed, StringComparison.Ordinal);
        Assert.Contains("culture positive", signed, StringComparison.Ordinal);
        Assert.Contains(">In force<", signed, StringComparison.Ordinal);
        Assert.Contains("data-grade=\"0\"", signed, StringComparison.Ordinal);
        Assert.DoesNotContain("line infection", await physician.Read("/decisions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_proposal_is_gone_from_the_page_and_the_fever_counts()
    {
        await using var host = await MonitorHost.Start(databases);
        var path = await Feverish(host);
        await (await host.SignedIn(StaffRole.Nurse)).Post(path, Infection(), "State");
        var physician = await host.SignedIn(StaffRole.Physician);
        var statement = StatementField().Match(await physician.Read(path)).Groups[1].Value;

        await physician.Post(path, new() { ["statement"] = statement, ["reason"] = "no focus" }, "Reject");

        var page = await physician.Read(path);
        Assert.Contains("Rejected. The finding counts for the grade.", page, StringComparison.Ordinal);
        Assert.Contains("Nobody has stated a cause.", page, StringComparison.Ordinal);
        Assert.Contains("data-grade=\"1\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unfinished_statement_is_refused_beside_its_fields()
    {
        await using var host = await MonitorHost.Start(databases);
        var nurse = await host.SignedIn(StaffRole.Nurse);

        var answer = await nurse.Post(await Feverish(host), new() { ["Cause.SubmissionId"] = Guid.NewGuid().ToString(), ["Cause.Finding"] = "fever_attribution" }, "State");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("href=\"#Cause_Cause\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#Cause_Reason\"", page, StringComparison.Ordinal);
        Assert.False(await host.InDatabase(db => db.Observations.AnyAsync(row => row.Code == "fever_attribution")));
    }

    [Theory]
    [InlineData(StaffRole.Monitor)]
    [InlineData(StaffRole.HomeOncologist)]
    public async Task Who_only_reads_sees_no_form_and_reading_is_written_down(StaffRole role)
    {
        await using var host = await MonitorHost.Start(databases);
        var path = await Feverish(host);
        var reader = await host.SignedIn(role);

        var page = await reader.Read(path);

        Assert.DoesNotContain("Propose", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Confirm or override", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Send($"{path}?handler=State", await WithToken(reader))).StatusCode);
        var entry = await host.InDatabase(db => db.AuditEntries.FirstAsync(row => row.Act == "ReadDecisions"));
        Assert.Equal((host.Trial.Person(role).Id, (Guid?)host.Trial.Subject.Id), (entry.ActorId, entry.SubjectId));
    }

    [Theory, OnBothDatabases]
    public async Task The_adverse_events_show_onset_maximum_and_end(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var ward = new Ward(host);
        await ward.Infuse(hoursAgo: 75);
        await ward.Record(hoursAgo: 40, Ward.But(("temperature", "38.6")));
        await ward.Record(hoursAgo: 36, Ward.But(("temperature", "38.9"), ("sbp", "84")));
        await ward.Record(hoursAgo: 2, Ward.Well);

        var page = await (await host.SignedIn(StaffRole.HomeOncologist)).Read($"/subjects/{host.Trial.Subject.Id}/events");

        Assert.Contains("<h2>CRS</h2>", page, StringComparison.Ordinal);
        Assert.Contains("day 2", page, StringComparison.Ordinal);
        Assert.Contains("data-grade=\"2\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await host.SignedIn(StaffRole.Coordinator)).Get($"/subjects/{host.Trial.Subject.Id}/events")).StatusCode);
    }

    static async Task<string> Feverish(MonitorHost host)
    {
        var ward = new Ward(host);
        await ward.Infuse(hoursAgo: 75);
        await ward.Record(hoursAgo: 0.1, Ward.But(("temperature", "38.6")));
        return $"/subjects/{host.Trial.Subject.Id}/decisions";
    }

    static Dictionary<string, string> Infection() => new()
    {
        ["Cause.SubmissionId"] = Guid.NewGuid().ToString(), ["Cause.Finding"] = "fever_attribution", ["Cause.FeverCause"] = "infection", ["Cause.Reason"] = "line infection",
    };

    static async Task<Dictionary<string, string>> WithToken(Visitor visitor)
    {
        var fields = Infection();
        fields["__RequestVerificationToken"] = await visitor.Token("/account/password");
        return fields;
    }

    [GeneratedRegex("name=\"statement\" value=\"([^\"]+)\"")]
    private static partial Regex StatementField();
}
