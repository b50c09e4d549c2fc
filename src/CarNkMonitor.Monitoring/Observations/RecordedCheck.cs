using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>A stored check for reading: what still holds of it, and who recorded it.</summary>
/// <param name="Values">Its observations without what was amended or withdrawn, in the order of the catalogue, each with its mark.</param>
public sealed record RecordedCheck(BedsideCheck Check, IReadOnlyList<(Observation Value, ValueMark Mark)> Values)
{
    /// <summary>The newest checks of a subject (with site) by the time they were observed, the latest first.</summary>
    public static async Task<IReadOnlyList<RecordedCheck>> Newest(MonitorContext db, Subject subject, int count, CancellationToken cancel)
    {
        var marks = new ValueMarks(subject, await db.SettingsHistoryOf(subject.StudyId, cancel));
        var checks = await db.Checks.AsNoTracking().Include(check => check.NotDone).Include(check => check.RecordedBy)
            .Where(check => check.SubjectId == subject.Id)
            .OrderByDescending(check => check.ObservedAt).ThenByDescending(check => check.RecordedAt).Take(count).ToListAsync(cancel);
        var ids = checks.Select(check => check.Id).ToList();
        var values = await db.Observations.Current().AsNoTracking().Where(observation => ids.Contains(observation.CheckId)).ToListAsync(cancel);
        var byCheck = values.OrderBy(observation => OrderOf(observation.Code)).ToLookup(observation => observation.CheckId);
        return [.. checks.Select(check => new RecordedCheck(check, [.. byCheck[check.Id].Select(value => (value, marks.Of(value)))]))];
    }

    internal static int OrderOf(string code) => Order.GetValueOrDefault(code, int.MaxValue);

    static readonly Dictionary<string, int> Order =
        ObservationCatalog.Default.All.Select((type, index) => (type.Code, index)).ToDictionary(type => type.Code, type => type.index);
}
