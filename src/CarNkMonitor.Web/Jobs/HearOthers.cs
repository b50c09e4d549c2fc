using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Web.Data;
using Npgsql;

namespace CarNkMonitor.Web.Jobs;

/// <summary>Listens for what other processes committed to a PostgreSQL database, on a connection of its own, and wakes this process's sweep.</summary>
public sealed class HearOthers(DatabaseChoice choice, NoticeNudge nudge, NudgeOthers others, TimeProvider time, ILogger<HearOthers> log) : BackgroundService
{
    static readonly TimeSpan BeforeAnotherTry = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (choice.Kind != DatabaseKind.Postgres)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested) // listening is a comfort: it must never end the program
            {
                log.LogWarning(error, "Other processes cannot be heard just now; the sweep looks every second by itself.");
                await Task.Delay(BeforeAnotherTry, time, stoppingToken);
            }
        }
    }

    async Task Listen(CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(choice.ConnectionString) { Pooling = false, KeepAlive = 30 }.ConnectionString);
        connection.Notification += (_, heard) =>
        {
            if (heard.Payload != others.Sender)
            {
                nudge.Ring();
            }
        };
        await connection.OpenAsync(stop);
        await using (var command = new NpgsqlCommand($"LISTEN {NudgeOthers.Channel}", connection))
        {
            await command.ExecuteNonQueryAsync(stop);
        }

        nudge.Ring(); // for what was missed while nobody listened
        while (true)
        {
            await connection.WaitAsync(stop);
        }
    }
}
