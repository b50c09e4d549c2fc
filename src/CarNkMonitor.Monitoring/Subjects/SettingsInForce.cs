using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>A version of a study's settings and its number; 0 with the defaults if the study has none of its own.</summary>
public sealed record SettingsInForce(int Version, StudySettings Settings)
{
    public static readonly SettingsInForce Defaults = new(0, StudySettings.Default);
}

/// <summary>Every version of a study's settings. A moment belongs to the version in force at it, so that grading it again, at any later time, gives the same.</summary>
public sealed class SettingsHistory
{
    /// <summary>Of a study that has none of its own: the defaults.</summary>
    public static readonly SettingsHistory None = new([]);

    readonly (DateTime From, SettingsInForce Settings)[] _versions;

    /// <param name="versions">In any order.</param>
    public SettingsHistory(IEnumerable<StudySettingsVersion> versions) =>
        _versions = [.. versions.OrderBy(version => version.Version).Select(version => (version.ValidFrom, new SettingsInForce(version.Version, version.Settings)))];

    /// <summary>When the settings changed: the beginning of each version but the first, UTC.</summary>
    public IEnumerable<DateTime> Changes => _versions.Skip(1).Select(version => version.From);

    /// <summary>The version in force at a moment; the first one also counts for what was observed before it.</summary>
    public SettingsInForce At(DateTime moment) =>
        _versions.Length == 0 ? SettingsInForce.Defaults
        : _versions.LastOrDefault(version => version.From <= moment, _versions[0]).Settings;
}

public static class StudySettingsLookup
{
    /// <summary>The newest settings of a study.</summary>
    public static async Task<SettingsInForce> SettingsOf(this MonitorContext db, Guid studyId, CancellationToken cancel)
    {
        var newest = await db.StudySettings.AsNoTracking().Where(version => version.StudyId == studyId)
            .OrderByDescending(version => version.Version).FirstOrDefaultAsync(cancel);
        return newest is null ? SettingsInForce.Defaults : new SettingsInForce(newest.Version, newest.Settings);
    }

    public static async Task<SettingsHistory> SettingsHistoryOf(this MonitorContext db, Guid studyId, CancellationToken cancel) =>
        new(await db.StudySettings.AsNoTracking().Where(version => version.StudyId == studyId).ToListAsync(cancel));
}
