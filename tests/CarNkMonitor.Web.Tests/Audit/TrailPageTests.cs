using System.Net;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Pages.Audit;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Audit;

public class TrailPageTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task A_monitor_reads_who_did_what_when_from_where_and_by_filter(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        await new Ward(host).Record(hoursAgo: 0, ("temperature", "38.6"));
        var nurse = host.Trial.Person(StaffRole.Nurse);
        var monitor = await host.SignedIn(StaffRole.Monitor);
        await monitor.Get($"/subjects/{host.Trial.Subject.Id}");

        var all = await monitor.Read("/audit");
        var ofNurse = await monitor.Read($"/audit?Form.Person={nurse.Id}&Form.Field=temperature&Form.From=2026-05-24T17:00&Form.Before=2026-05-24T17:01");
        var before = await monitor.Read($"/audit?Form.Person={nurse.Id}&Form.Field=temperature&Form.Before=2026-05-24T17:00");

        Assert.Contains("<b>Record check</b> <span>by Nurse SH</span>", ofNurse, StringComparison.Ordinal);
        Assert.Contains("2026-05-24 09:00:00.000 UTC", ofNurse, StringComparison.Ordinal);
        Assert.Contains(">24 May 2026 17:00</time>", ofNurse, StringComparison.Ordinal);
        Assert.Contains("No row is like this.", before, StringComparison.Ordinal);
        Assert.Contains("from 127.0.0.1, request ", all, StringComparison.Ordinal); // the sign-ins
        Assert.DoesNotContain("Read subject", all, StringComparison.Ordinal);
        Assert.Contains("<b>Read subject</b> <span>by Monitor SH</span>", await monitor.Read("/audit?Form.Reading=true"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_browser_keeps_it_and_looking_is_written_down()
    {
        await using var host = await MonitorHost.Start(databases);

        var answer = await (await host.SignedIn(StaffRole.Monitor)).Get($"/audit?Form.Subject={host.Trial.Subject.Id}");

        Assert.Equal("no-store", string.Join(", ", answer.Headers.GetValues("Cache-Control")));
        var look = await host.InDatabase(db => db.AuditEntries.SingleAsync(row => row.Act == "FindAudit"));
        Assert.Equal((host.Trial.Person(StaffRole.Monitor).Id, host.Trial.Subject.Id), (look.ActorId, look.SubjectId));
        Assert.NotNull(look.RequestId);
    }

    [Theory, OnBothDatabases]
    public async Task The_export_holds_what_the_filter_shows_and_is_not_kept_by_a_browser(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        await new Ward(host).Record(hoursAgo: 0, ("temperature", "38.6"), ("sbp", "120"));
        var monitor = await host.SignedIn(StaffRole.Monitor);

        var answer = await monitor.Post("/audit", new() { ["Form.Field"] = "temperature" }, "Export");
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(("text/csv", "no-store"), (answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.ToString()));
        Assert.Equal("audit-20260524T090000Z.csv", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.StartsWith("row,at_utc,at_site,zone,who,", lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains(",Nurse SH,", StringComparison.Ordinal) && line.Contains(",SH-001,Code,,temperature,", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(",sbp,", StringComparison.Ordinal));
        Assert.Equal(1, await host.InDatabase(db => db.AuditEntries.CountAsync(row => row.Act == "ExportAudit")));
    }

    [Fact]
    public async Task A_time_that_cannot_be_read_is_refused_with_a_sentence()
    {
        await using var host = await MonitorHost.Start(databases);

        var answer = await (await host.SignedIn(StaffRole.Monitor)).Get("/audit?Form.From=yesterday");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("is not a time. Write it as", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RecordCheck", "Record check")]
    [InlineData("ObservedAt", "Observed at")]
    [InlineData("POST /people/add", "POST /people/add")]
    [InlineData("how", "How")]
    [InlineData("", "")]
    public void Names_of_the_code_read_as_words(string name, string words) => Assert.Equal(words, TrailWords.Of(name));

    [Theory]
    [InlineData("2026-05-24T09:00:00Z", "2026-05-24 09:00:00 UTC")]
    [InlineData("2026-05-24T09:00:00.123Z", "2026-05-24 09:00:00 UTC")]
    [InlineData("38,6", "38,6")]
    [InlineData("0198f0aa-0000-7000-8000-00000000001f", "id …00000000001f")]
    [InlineData("", "(empty)")]
    [InlineData(null, "nothing")]
    public void Values_read_as_they_are_stored_but_for_instants(string? value, string words) => Assert.Equal(words, TrailWords.Value(value));
}
