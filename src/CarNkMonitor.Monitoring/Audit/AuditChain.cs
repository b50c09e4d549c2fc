using System.Security.Cryptography;
using System.Text;
using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Audit;

/// <summary>One hash chain per database: each row's hash covers the row and the hash before it, over canonical UTF-8 JSON.</summary>
public static class AuditChain
{
    /// <summary>What the first row points to.</summary>
    public static readonly string Root = new('0', 64);

    const long LockKey = 0x43_4E_4B_41;

    /// <summary>
    /// Waits until no other transaction is appending and answers the end of the chain. Lock and read are two statements, because one
    /// statement would read what was true before it waited. SQLite has one writer at a time and needs no lock.
    /// </summary>
    public static async Task<AuditHead> LockHead(this MonitorContext db, CancellationToken cancel)
    {
        if (db.IsPostgres)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockKey})", cancel);
        }

        var head = db.ChangeTracker.Entries<AuditHead>().SingleOrDefault();
        if (head is null)
        {
            return await db.AuditHead.SingleAsync(cancel);
        }

        await head.ReloadAsync(cancel);
        return head.Entity;
    }

    /// <summary>The row that follows <paramref name="head"/>; moves the head.</summary>
    public static AuditEntry Append(AuditHead head, AuditAct act, DateTime at, AuditSubject about, string changeJson)
    {
        var entry = Unsigned(head.Sequence + 1, head.Hash, act, at, about, changeJson);
        entry.Hash = HashOf(entry);
        (head.Sequence, head.Hash) = (entry.Sequence, entry.Hash);
        return entry;
    }

    /// <summary>The hash that this row must carry; anything else means that the row was changed after it was written.</summary>
    public static string HashOf(AuditEntry entry) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(entry))));

    static string Canonical(AuditEntry entry) => Json.Write(new object?[]
    {
        entry.Sequence, entry.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture), entry.ActorId, entry.Actor, entry.Act,
        entry.Entity, entry.EntityId, entry.SubjectId, entry.AlertId, entry.ChangeJson, entry.Reason, entry.RequestId, entry.Address,
        entry.PreviousHash,
    });

    static AuditEntry Unsigned(long sequence, string previous, AuditAct act, DateTime at, AuditSubject about, string changeJson) => new()
    {
        Sequence = sequence, At = at, ActorId = act.ActorId, Actor = act.Actor, Act = act.Name,
        Entity = about.Entity, EntityId = about.Id, SubjectId = about.SubjectId, AlertId = about.AlertId,
        ChangeJson = changeJson, Reason = act.Reason, RequestId = act.RequestId, Address = act.Address,
        PreviousHash = previous, Hash = "",
    };
}

/// <summary>What an audit row is about.</summary>
public sealed record AuditSubject(string Entity, string Id, Guid? SubjectId = null, Guid? AlertId = null);
