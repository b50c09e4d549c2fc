using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Testing.RealParts;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Verbs;

/// <summary><c>verify-audit</c> as an auditor runs it.</summary>
public class VerifyAuditTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task A_whole_trail_ends_with_0_and_a_changed_one_with_1_and_its_row(DatabaseProvider provider)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var database = await databases.Create(provider);
        await using var db = MonitorTemplate.Open(database.Provider, database.ConnectionString, TimeProvider.System);
        await new Trial(new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc)).Store(db);

        var (code, output, errors) = await Verify(database);
        Assert.Equal((0, ""), (code, errors));
        Assert.Matches("^The audit trail is whole: [0-9]+ rows, hash of the last [0-9a-f]{64}\\.$", output);

        await db.Database.ExecuteSqlRawAsync(
            provider == DatabaseProvider.Sqlite ? "DROP TRIGGER audit_entries_refuse_update" : "ALTER TABLE audit_entries DISABLE TRIGGER ALL", cancel);
        await db.Database.ExecuteSqlRawAsync("UPDATE audit_entries SET reason = 'none' WHERE sequence = 2", cancel);
        Assert.Equal((1, "", "Row 2: The row was changed after it was written."), await Verify(database));
    }

    static Task<(int Code, string Output, string Errors)> Verify(TestDatabase database) => VerbRun.Run(
        Path.Combine(RepositoryRoot.Find(), "src", "CarNkMonitor.Web"), ["verify-audit"], ("ConnectionStrings__Monitor", database.ConnectionString));
}
