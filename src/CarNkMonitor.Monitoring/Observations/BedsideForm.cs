using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>What stands around the empty form: whose it is, which clock counts, and what was recorded last.</summary>
/// <param name="Last">The newest value of each code of the last 24 h; several where several can stand at one moment.</param>
public sealed record BedsideForm(Subject Subject, SubjectCalendar Calendar, DateTime Now, ILookup<string, Observation> Last);

/// <summary>Reads the surroundings of the bedside form.</summary>
public sealed class ReadBedsideForm(MonitorContext db, TimeProvider time)
{
    static readonly TimeSpan StillTelling = TimeSpan.FromHours(24);

    /// <summary>Null when there is no such subject within the person's scope.</summary>
    public async Task<BedsideForm?> For(StaffMember person, Guid subjectId, CancellationToken cancel)
    {
        var subject = await db.SubjectsFor(person).AsNoTracking().Include(row => row.Site).Include(row => row.Infusions)
            .SingleOrDefaultAsync(row => row.Id == subjectId, cancel);
        return subject is null ? null : new BedsideForm(subject, SubjectCalendar.Of(subject), time.Now(), await Last(subjectId, cancel));
    }

    async Task<ILookup<string, Observation>> Last(Guid subjectId, CancellationToken cancel)
    {
        var since = time.Now() - StillTelling;
        var values = await db.Observations.Current().AsNoTracking()
            .Where(value => value.SubjectId == subjectId && value.ObservedAt >= since).ToListAsync(cancel);
        return values.GroupBy(value => value.Code)
            .SelectMany(ofCode => ofCode.Where(value => value.ObservedAt == ofCode.Max(other => other.ObservedAt)))
            .ToLookup(value => value.Code);
    }
}
