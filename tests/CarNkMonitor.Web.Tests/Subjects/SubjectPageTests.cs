using System.Net;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Subjects;

public class SubjectPageTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task The_page_shows_values_as_entered_late_entries_counts_and_what_was_not_done(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var ward = new Ward(host);
        await ward.Infuse(hoursAgo: 75);
        await ward.Record(hoursAgo: 5, Ward.But(("temperature", "38,6")));
        await ward.Record(hoursAgo: 2, ("anc", "0.2"), ("platelets", "31"));
        await ward.Record(hoursAgo: 1, ("anc", "0.1"));

        var page = await (await host.SignedIn(StaffRole.Physician)).Read(Path(host));

        Assert.Contains("Day 3 after infusion", page, StringComparison.Ordinal);
        Assert.Contains("Temperature 38,6 °C", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"tag\">late</span>", page, StringComparison.Ordinal);
        Assert.Contains("<dd><b>0.1 ×10⁹/L</b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<dd><b>0.2 ×10⁹/L</b>", page, StringComparison.Ordinal);
        Assert.Contains("<b>31 ×10⁹/L</b>", page, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Every_table_that_found_something_stands_on_the_page_with_its_reason(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var ward = new Ward(host);
        await ward.Infuse(hoursAgo: 75);
        await ward.Record(hoursAgo: 2, ("anc", "0.3"), ("platelets", "31"), ("hgb", "92"));
        await ward.Record(hoursAgo: 1, [.. Ward.But(("temperature", "38.6")), ("seizure", "none"), ("consciousness", "voice")]);

        var page = await (await host.SignedIn(StaffRole.HomeOncologist)).Read(Path(host));

        Assert.Contains("<span class=\"grade-of\">ICANS</span>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"grade-of\">CTCAE platelet count decreased</span>", page, StringComparison.Ordinal);
        Assert.Contains("<b>yes</b> <span class=\"grade-of\">Febrile neutropenia (IDSA)</span>", page, StringComparison.Ordinal);
        Assert.Contains("Platelet count decreased (CTCAE 5.0): grade 3.", page, StringComparison.Ordinal);
        Assert.Contains("Platelets: <b>31 ×10⁹/L</b>", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Febrile neutropenia (IDSA)", StringComparison.Ordinal) < page.IndexOf("CTCAE platelet count", StringComparison.Ordinal), "The urgent signal stands first.");
        Assert.Contains("<summary>Cannot be excluded: ", page, StringComparison.Ordinal);
        Assert.Contains("<summary>Grade 0, not assessed, scores: ", page, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Changed_grades_are_told_to_who_reads_grades_and_what_was_wrong_to_auditors_alone(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var ward = new Ward(host);
        await ward.Infuse(hoursAgo: 75);
        await ward.Record(hoursAgo: 1, Ward.But(("temperature", "38.6")));
        var slip = await host.InDatabase(db => db.Observations.SingleAsync(row => row.Code == "temperature"));
        await host.Run((AmendObservation amend) => amend.Amend(host.Trial.Person(StaffRole.Nurse), slip.Id, new CheckItem("temperature", "36.6", "Cel"), "slip", TestContext.Current.CancellationToken));

        foreach (var role in (StaffRole[])[StaffRole.Nurse, StaffRole.HomeOncologist])
        {
            var page = await (await host.SignedIn(role)).Read(Path(host));
            Assert.Contains("CRS 1 → 0 because Body temperature was amended to 36.6 °C", page, StringComparison.Ordinal);
            Assert.Contains("by Nurse SH", page, StringComparison.Ordinal);
            Assert.DoesNotContain("38.6", page, StringComparison.Ordinal);
        }

        Assert.Contains("CRS 1 → 0 because Body temperature 38.6 °C was amended to 36.6 °C", await (await host.SignedIn(StaffRole.Monitor)).Read(Path(host)), StringComparison.Ordinal);
        Assert.DoesNotContain("Changed grades", await (await host.SignedIn(StaffRole.Coordinator)).Read(Path(host)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_the_page_is_written_down_and_no_browser_keeps_it()
    {
        await using var host = await MonitorHost.Start(databases);
        var nurse = host.Trial.Person(StaffRole.Nurse);

        var answer = await (await host.SignedIn(nurse)).Get(Path(host));

        Assert.Equal("no-store", string.Join(", ", answer.Headers.GetValues("Cache-Control")));
        var entry = await host.InDatabase(db => db.AuditEntries.SingleAsync(row => row.Act == "ReadSubject"));
        Assert.Equal((nurse.Id, host.Trial.Subject.Id), (entry.ActorId, entry.SubjectId));
        Assert.NotNull(entry.RequestId);
    }

    [Fact]
    public async Task Another_sites_participant_is_not_found_and_reading_is_not_written_down()
    {
        await using var host = await MonitorHost.Start(databases);
        var stranger = await host.SignedIn(StaffRole.Physician, host.Trial.Elsewhere);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(Path(host))).StatusCode);
        Assert.False(await host.InDatabase(db => db.AuditEntries.AnyAsync(row => row.Act == "ReadSubject")));
    }

    [Fact]
    public async Task A_coordinator_reads_plan_and_infusions_and_no_grades()
    {
        await using var host = await MonitorHost.Start(databases);
        var ward = new Ward(host);
        await ward.Infuse(hoursAgo: 75);
        await ward.Record(hoursAgo: 1, Ward.But(("temperature", "38.6")));

        var page = await (await host.SignedIn(StaffRole.Coordinator)).Read(Path(host));

        Assert.Contains("Infusion 1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("38.6", page, StringComparison.Ordinal);
        Assert.DoesNotContain("CRS", page, StringComparison.Ordinal);
    }

    static string Path(MonitorHost host) => $"/subjects/{host.Trial.Subject.Id}";
}
