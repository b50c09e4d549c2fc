using System.Data.Common;
using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Jobs;

/// <summary>Wakes the sweeps of the other processes that share a PostgreSQL database; on SQLite there are none.</summary>
public sealed class NudgeOthers(ILogger<NudgeOthers> log)
{
    public const string Channel = "carnk_notices";

    /// <summary>Travels with each notification, so that a process does not wake itself twice.</summary>
    public string Sender { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Called after a commit, on its connection. What was committed stays so even if this fails: every sweep looks once a second.</summary>
    public async Task Ring(MonitorContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (!db.IsPostgres)
        {
            return;
        }

        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"NOTIFY {Channel}, '{Sender}'";
            await command.ExecuteNonQueryAsync();
        }
        catch (DbException error)
        {
            log.LogWarning(error, "The other processes could not be woken; they look within a second.");
        }
    }
}
