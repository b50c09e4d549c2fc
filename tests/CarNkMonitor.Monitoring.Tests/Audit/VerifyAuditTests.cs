using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace CarNkMonitor.Monitoring.Tests.Audit;

public class VerifyAuditTests(MonitorTemplate databases)
{
    static readonly DateTime At = new(2026, 5, 24, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void An_untouched_chain_has_no_fault()
    {
        var (entries, head) = Chain(5);
        Assert.Null(VerifyAudit.FirstFault(entries, head));
    }

    [Fact]
    public void An_empty_chain_has_no_fault() => Assert.Null(VerifyAudit.FirstFault([], Chain(0).Head));

    [Fact]
    public void A_flipped_byte_is_found_in_its_row()
    {
        var (entries, head) = Chain(5);
        entries[2] = Changed(entries[2], entries[2].ChangeJson.Replace('3', '4'));
        Assert.Equal(3, VerifyAudit.FirstFault(entries, head)?.Sequence);
    }

    [Fact]
    public void A_row_changed_together_with_its_hash_is_found_by_the_next_row()
    {
        var (entries, head) = Chain(5);
        entries[2] = Changed(entries[2], "{}");
        entries[2].Hash = AuditChain.HashOf(entries[2]);
        Assert.Equal(4, VerifyAudit.FirstFault(entries, head)?.Sequence);
    }

    [Fact]
    public void The_last_row_changed_together_with_its_hash_is_found_by_the_head()
    {
        var (entries, head) = Chain(5);
        entries[4] = Changed(entries[4], "{}");
        entries[4].Hash = AuditChain.HashOf(entries[4]);
        Assert.Equal(5, VerifyAudit.FirstFault(entries, head)?.Sequence);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    public void A_removed_row_is_named(int index, long named)
    {
        var (entries, head) = Chain(5);
        entries.RemoveAt(index);
        Assert.Equal(named, VerifyAudit.FirstFault(entries, head)?.Sequence);
    }

    [Fact]
    public void Two_rows_in_each_others_place_are_found_at_the_first()
    {
        var (entries, head) = Chain(5);
        (entries[1], entries[2]) = (Renumbered(entries[2], 2), Renumbered(entries[1], 3));
        Assert.Equal(2, VerifyAudit.FirstFault(entries, head)?.Sequence);
    }

    [Fact]
    public void A_cut_tail_is_found_by_the_head_that_is_stored_apart()
    {
        var (entries, head) = Chain(5);
        entries.RemoveRange(3, 2);
        var fault = VerifyAudit.FirstFault(entries, head);
        Assert.Equal((4, "Rows 4 to 5 are missing at the end."), (fault!.Sequence, fault.Why));
    }

    [Theory, OnBothDatabases]
    public async Task What_a_database_gives_back_is_what_was_hashed(DatabaseProvider provider)
    {
        await using var database = await databases.Create(provider);
        await using (var db = database.Open(new FakeTimeProvider(At.AddTicks(1234567))))
        {
            db.Studies.Add(new Study { Code = "CNK-T", Title = "Test \"trial\" with <signs> & 收到 €" });
            db.Note(AuditAct.BySystem("Read"), new AuditSubject("Subject", "x", Guid.CreateVersion7()), new { at = At, value = 38.60m });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var later = database.Open(TimeProvider.System);
        var entries = await later.AuditEntries.OrderBy(entry => entry.Sequence).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, entries.Count);
        Assert.Null(VerifyAudit.FirstFault(entries, await later.AuditHead.SingleAsync(TestContext.Current.CancellationToken)));
    }

    [Theory, OnBothDatabases]
    public async Task Writers_at_the_same_moment_keep_one_chain(DatabaseProvider provider)
    {
        await using var database = await databases.Create(provider);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            await using var db = database.Open(TimeProvider.System);
            db.Studies.Add(new Study { Code = $"CNK-{number}", Title = "Test" });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }));

        await using var later = database.Open(TimeProvider.System);
        var entries = await later.AuditEntries.OrderBy(entry => entry.Sequence).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(20, entries.Count);
        Assert.Null(VerifyAudit.FirstFault(entries, await later.AuditHead.SingleAsync(TestContext.Current.CancellationToken)));
    }

    static (List<AuditEntry> Entries, AuditHead Head) Chain(int count)
    {
        var head = new AuditHead { Sequence = 0, Hash = AuditChain.Root };
        var entries = Enumerable.Range(1, count)
            .Select(number => AuditChain.Append(head, AuditAct.BySystem("Test"), At, new AuditSubject("Row", $"{number}"), $"{{\"value\":[null,{number}]}}"))
            .ToList();
        return (entries, head);
    }

    static AuditEntry Changed(AuditEntry entry, string changeJson) => Copy(entry, entry.Sequence, changeJson);

    static AuditEntry Renumbered(AuditEntry entry, long sequence) => Copy(entry, sequence, entry.ChangeJson);

    static AuditEntry Copy(AuditEntry entry, long sequence, string changeJson) => new()
    {
        Sequence = sequence, At = entry.At, ActorId = entry.ActorId, Actor = entry.Actor, Act = entry.Act, Entity = entry.Entity,
        EntityId = entry.EntityId, SubjectId = entry.SubjectId, AlertId = entry.AlertId, ChangeJson = changeJson, Reason = entry.Reason,
        RequestId = entry.RequestId, Address = entry.Address, PreviousHash = entry.PreviousHash, Hash = entry.Hash,
    };
}
