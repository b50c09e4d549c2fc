using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>The newest settings of a study and their number; 0 with the defaults if the study has none of its own.</summary>
public sealed record SettingsInForce(int Version, StudySettings Settings);

public static class StudySettingsLookup
{
    public static async Task<SettingsInForce> SettingsOf(this MonitorContext db, Guid studyId, CancellationToken cancel)
    {
        var newest = await db.StudySettings.AsNoTracking().Where(version => version.StudyId == studyId)
            .OrderByDescending(version => version.Version).FirstOrDefaultAsync(cancel);
        return newest is null ? new SettingsInForce(0, StudySettings.Default) : new SettingsInForce(newest.Version, newest.Settings);
    }
}
