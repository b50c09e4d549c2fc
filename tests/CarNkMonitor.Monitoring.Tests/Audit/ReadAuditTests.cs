using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Tests.Alerts;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Tests.Audit;

/// <summary>What somebody who owns the database may do to the stored trail, once the triggers are out of the way.</summary>
public class ReadAuditTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task A_trail_as_it_was_written_is_whole(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        var verdict = await Read(scene);
        Assert.Null(verdict.Fault);
        Assert.True(verdict.Rows > 3);
        Assert.Equal(64, verdict.Hash.Length);
    }

    [Theory, OnBothDatabases]
    public async Task A_flipped_byte_is_named(DatabaseProvider provider) =>
        Assert.Equal((2, "The row was changed after it was written."), await FaultAfter(provider, "UPDATE audit_entries SET actor = 'Somebody Else' WHERE sequence = 2"));

    [Theory, OnBothDatabases]
    public async Task A_removed_row_is_named(DatabaseProvider provider) =>
        Assert.Equal((2, "Row 2 is missing; row 3 follows row 1."), await FaultAfter(provider, "DELETE FROM audit_entries WHERE sequence = 2"));

    [Theory, OnBothDatabases]
    public async Task Two_rows_in_each_others_place_are_named(DatabaseProvider provider) => Assert.Equal(2, (await FaultAfter(
        provider,
        "UPDATE audit_entries SET sequence = -2 WHERE sequence = 2", "UPDATE audit_entries SET sequence = 2 WHERE sequence = 3",
        "UPDATE audit_entries SET sequence = 3 WHERE sequence = -2")).Sequence);

    [Theory, OnBothDatabases]
    public async Task A_tail_that_was_cut_off_is_named(DatabaseProvider provider) => Assert.StartsWith(
        "Rows 3 to ", (await FaultAfter(provider, "DELETE FROM audit_entries WHERE sequence > 2")).Why, StringComparison.Ordinal);

    [Theory, OnBothDatabases]
    public async Task A_row_behind_the_head_is_named(DatabaseProvider provider) => Assert.Equal((3, "There are rows behind the head of the chain."), await FaultAfter(
        provider, "DELETE FROM audit_entries WHERE sequence > 3", "UPDATE audit_head SET sequence = 2, hash = (SELECT hash FROM audit_entries WHERE sequence = 2)"));

    async Task<(long Sequence, string Why)> FaultAfter(DatabaseProvider provider, params string[] deeds)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await using (var db = scene.Open())
        {
            foreach (var deed in deeds.Prepend(WithoutTriggers(provider)))
            {
                await db.Database.ExecuteSqlRawAsync(deed, TestContext.Current.CancellationToken);
            }
        }

        var fault = (await Read(scene)).Fault!;
        return (fault.Sequence, fault.Why);
    }

    static string WithoutTriggers(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite
        ? "DROP TRIGGER audit_entries_refuse_update; DROP TRIGGER audit_entries_refuse_delete;"
        : "ALTER TABLE audit_entries DISABLE TRIGGER ALL";

    static async Task<AuditVerdict> Read(AlertScene scene)
    {
        await using var db = scene.Open();
        return await new ReadAudit(db).Run(TestContext.Current.CancellationToken);
    }
}
