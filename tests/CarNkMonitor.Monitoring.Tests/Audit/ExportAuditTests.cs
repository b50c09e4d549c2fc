using System.Text;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Tests.Observations;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;
using CsvHelper;

namespace CarNkMonitor.Monitoring.Tests.Audit;

public class ExportAuditTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task The_file_holds_the_rows_of_the_filter_with_who_and_why_and_the_export_stands_in_the_trail(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        var monitor = await FindAuditTests.Monitor(scene, scene.Berlin);
        await scene.Saved(RecordScene.Noon, Item.Temperature("39.4"));
        var slip = (await scene.All<Observation>()).Single(fact => fact.Code == "temperature");
        await scene.Amend(scene.Physician, slip.Id, Item.Temperature("36.4"), "=HYPERLINK(\"x\")");

        var lines = await Export(scene, monitor, new AuditFilter(scene.SubjectId, Act: nameof(AmendObservation)));

        var trail = (await scene.All<AuditEntry>()).OrderBy(entry => entry.Sequence).ToList();
        var expected = trail.Where(entry => entry.Act == nameof(AmendObservation)).Select(entry => $"{entry.Sequence}");
        Assert.Equal(expected, lines.Select(line => line["row"]).Distinct());
        var amended = lines.Single(line => line["entity"] == "Observation" && line["field"] == "EnteredValue");
        Assert.Equal(
            ("2026-03-05T12:00:00.000Z", "2026-03-05T13:00:00.000+01:00", "Europe/Berlin", "Dr Li", "01-001", "", "36.4", "'=HYPERLINK(\"x\")"),
            (amended["at_utc"], amended["at_site"], amended["zone"], amended["who"], amended["subject"], amended["old"], amended["new"], amended["reason"]));
        var export = trail[^1];
        Assert.Equal((nameof(ExportAudit), (Guid?)monitor.Id, (Guid?)scene.SubjectId), (export.Act, export.ActorId, export.SubjectId));
        Assert.Contains($"\"rows\":{expected.Count()}", export.ChangeJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_read_audit_exports_none_and_leaves_no_file()
    {
        await using var scene = await RecordScene.Set(databases, DatabaseProvider.Sqlite);
        using var file = new MemoryStream();
        await using var db = scene.Open();
        var nurse = scene.Nurse;

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => new ExportAudit(db).Run(nurse, new AuditFilter(), file, TestContext.Current.CancellationToken));

        Assert.Equal(0, file.Length);
    }

    static async Task<List<Dictionary<string, string>>> Export(RecordScene scene, StaffMember person, AuditFilter filter)
    {
        using var file = new MemoryStream();
        await using var db = scene.Open();
        await new ExportAudit(db).Run(person, filter, file, TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.GetPreamble(), file.ToArray()[..3]);
        file.Position = 0;
        using var csv = CsvReader.Create(file);
        List<Dictionary<string, string>> lines = [];
        while (csv.Read())
        {
            lines.Add(csv.Headers.Select(name => (name, csv.GetString(name))).ToDictionary());
        }

        return lines;
    }
}
