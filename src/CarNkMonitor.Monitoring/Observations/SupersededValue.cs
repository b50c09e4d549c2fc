using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;
using static System.FormattableString;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>A value that was amended or withdrawn: an old file that still holds it must not bring it back.</summary>
/// <param name="Was">The value as it was first stored.</param>
/// <param name="By">The row in its place, or the withdrawal.</param>
/// <param name="Person">Who amended or withdrew it.</param>
sealed record SupersededValue(Observation Was, Observation By, string Person)
{
    /// <summary>For the person who imports it again.</summary>
    public string Sentence => By.IsWithdrawal
        ? $"unchanged: this value was withdrawn by {When}. If it is right after all, record it by hand."
        : $"unchanged: this value was amended to {StandingValues.ValueOf(By)} by {When}.";

    string When => Invariant($"{Person} on {By.RecordedAt:yyyy-MM-dd HH:mm} UTC ({By.Reason})");

    /// <summary>Of one subject, observed between these instants (both included).</summary>
    public static async Task<ILookup<DateTime, SupersededValue>> Of(MonitorContext db, Guid subjectId, DateTime first, DateTime last, CancellationToken cancel)
    {
        var values = from was in db.Observations
                     where was.SubjectId == subjectId && was.ObservedAt >= first && was.ObservedAt <= last
                     join later in db.Observations on was.Id equals later.SupersedesId
                     join person in db.Users on later.RecordedById equals person.Id
                     orderby later.RecordedAt descending, later.Id descending
                     select new { Was = was, By = later, person.DisplayName };
        return (await values.AsNoTracking().ToListAsync(cancel)).ToLookup(
            value => value.Was.ObservedAt, value => new SupersededValue(value.Was, value.By, value.DisplayName));
    }
}
