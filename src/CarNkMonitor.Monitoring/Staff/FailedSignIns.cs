using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>
/// Failed sign-ins stand in the audit; when they repeat they raise an alarm, which stands there as well, is logged as an error, and is shown to
/// administrators for a day. Nobody is texted: whoever guesses passwords must not be able to wake the ward.
/// </summary>
public sealed class FailedSignIns(MonitorContext db, TimeProvider time)
{
    public const string Act = "FailedSignIn";
    public const string AlarmAct = "SignInAlarm";

    /// <summary>So many failures from one address within <see cref="Window"/>, whatever names were tried.</summary>
    public const int FromOneAddress = 10;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan Shown = TimeSpan.FromHours(24);

    /// <param name="person">Null for an unknown name, which is not kept: people type passwords there by mistake.</param>
    /// <param name="why">What was wrong.</param>
    /// <param name="isLockedNow">This failure locked the account.</param>
    /// <param name="cancel">Stops writing.</param>
    /// <returns>The alarm that this failure raised, or null.</returns>
    public Task<string?> Note(StaffMember? person, string why, bool isLockedNow, CancellationToken cancel) =>
        Note(new AuditAct(Act, null, AuditAct.NotSignedIn), person, why, isLockedNow, cancel);

    /// <summary>The same of somebody who is signed in and gave a wrong password for a signature.</summary>
    public Task<string?> NoteAtSignature(StaffMember person, bool isLockedNow, CancellationToken cancel) =>
        Note(AuditAct.By(person, Act), person, "wrong password at a signature", isLockedNow, cancel);

    async Task<string?> Note(AuditAct act, StaffMember? person, string why, bool isLockedNow, CancellationToken cancel)
    {
        await Store(act, person, new { why }, cancel);
        return isLockedNow ? await Raise(person, "Several failures in a row: the account is locked for a while.", cancel)
            : await RepeatsFromHere(cancel) ? await Raise(null, $"At least {FromOneAddress} failures within {Window.TotalMinutes:0} min from one address.", cancel)
            : null;
    }

    public Task<int> CountAlarms(CancellationToken cancel) => Alarms().CountAsync(cancel);

    /// <summary>Of the last day, the latest first; at most 20.</summary>
    public async Task<IReadOnlyList<SignInAlarm>> ReadAlarms(CancellationToken cancel)
    {
        var rows = await Alarms().AsNoTracking().OrderByDescending(entry => entry.Sequence).Take(20).ToListAsync(cancel);
        var names = await db.Users.ToDictionaryAsync(person => person.Id.ToString(), person => person.DisplayName, cancel);
        return [.. rows.Select(row => new SignInAlarm(row.At, names.GetValueOrDefault(row.EntityId), row.Address, row.Reason!))];
    }

    IQueryable<AuditEntry> Alarms()
    {
        var since = time.Now() - Shown;
        return db.AuditEntries.Where(entry => entry.Act == AlarmAct && entry.At > since);
    }

    /// <summary>Once in a window: somebody who goes on guessing must not drown the first alarm in its own repeats.</summary>
    async Task<bool> RepeatsFromHere(CancellationToken cancel)
    {
        var (address, since) = (db.Origin?.Address, time.Now() - Window);
        var here = db.AuditEntries.Where(entry => entry.At > since && entry.Address == address);
        return address is not null && await here.CountAsync(entry => entry.Act == Act, cancel) >= FromOneAddress
            && !await here.AnyAsync(entry => entry.Act == AlarmAct && entry.EntityId == "", cancel);
    }

    async Task<string> Raise(StaffMember? person, string what, CancellationToken cancel)
    {
        await Store(new AuditAct(AlarmAct, null, AuditAct.System, what), person, detail: null, cancel);
        return what;
    }

    async Task Store(AuditAct act, StaffMember? person, object? detail, CancellationToken cancel)
    {
        db.Note(act, new AuditSubject(nameof(StaffMember), person?.Id.ToString() ?? ""), detail);
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>Somebody may be guessing.</summary>
/// <param name="At">UTC.</param>
/// <param name="Name">Whose account was locked; null when several names or unknown ones were tried.</param>
/// <param name="Address">Where the last try came from.</param>
/// <param name="What">In a sentence.</param>
public sealed record SignInAlarm(DateTime At, string? Name, string? Address, string What);
