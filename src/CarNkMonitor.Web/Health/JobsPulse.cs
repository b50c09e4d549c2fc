using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Health;

/// <summary>Whether the jobs run, in one sentence for the health page and for the red line on every page.</summary>
public sealed class JobsPulse(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>A duty that has not ended for longer than this does not run.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    static readonly TimeSpan Kept = TimeSpan.FromSeconds(15);

    readonly DateTime _started = time.Now();
    (DateTime At, string? Sentence)? _last;

    /// <summary>As <see cref="Look"/>, but up to 15 s old: every page asks.</summary>
    public async Task<string?> Glance(CancellationToken cancel)
    {
        if (_last is not { } last || time.Now() - last.At > Kept)
        {
            last = (time.Now(), await Look(cancel));
            _last = last;
        }

        return last.Sentence;
    }

    /// <summary>What is wrong, or null. After a start the jobs have three minutes to show themselves.</summary>
    public async Task<string?> Look(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MonitorContext>();
        var beats = await db.Heartbeats.AsNoTracking().ToListAsync(cancel);
        return Trouble(beats, _started, time.Now()) ?? await Unanswered(db, cancel);
    }

    /// <summary>Exhaustion raises an alarm of its own: here, on every page, and outside through the health page.</summary>
    static async Task<string?> Unanswered(MonitorContext db, CancellationToken cancel) =>
        await db.Alerts.AnyAsync(alert => alert.State == AlertState.Exhausted, cancel)
            ? "Nobody has accepted an alert although everybody was called. Open Alerts and call people yourself." : null;

    /// <summary>The decision alone: duties whose last beat, or the start of this process without one, is too long ago.</summary>
    public static string? Trouble(IReadOnlyCollection<Heartbeat> beats, DateTime started, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(beats);
        var still = Duties.All.Where(duty => now - Latest(beats, duty, started) > Longest).ToList();
        return still.Count == 0 ? null
            : $"Alerts may not be sent: {string.Join(" and ", still)} has not run for {Longest.TotalMinutes:0} minutes. Call people yourself and tell the operator.";
    }

    static DateTime Latest(IEnumerable<Heartbeat> beats, string duty, DateTime started) =>
        beats.Where(beat => beat.Duty == duty).Select(beat => beat.At).Append(started).Max();
}
