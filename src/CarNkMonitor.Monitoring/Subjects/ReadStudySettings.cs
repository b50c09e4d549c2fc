using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>Reads the settings of a person's study: those in force or an earlier version, and who made each version, when and why.</summary>
/// <exception cref="UnauthorizedAccessException">The person neither approves study settings nor reads the audit.</exception>
public sealed class ReadStudySettings(MonitorContext db, TimeProvider time)
{
    /// <param name="version">Its number; null: the one in force.</param>
    /// <returns>Null when the person has no study, or the study no such version.</returns>
    public async Task<ShownSettings?> For(StaffMember person, int? version, CancellationToken cancel)
    {
        if (!person.May(Permission.ReadAudit))
        {
            person.Demand(Permission.ApprovePolicy);
        }

        var study = await db.Studies.AsNoTracking().SingleOrDefaultAsync(row => row.Id == person.StudyId, cancel);
        if (study is null)
        {
            return null;
        }

        var versions = await Versions(study.Id, cancel);
        var shown = version is null ? versions[0] : versions.FirstOrDefault(one => one.Number == version);
        return shown is null ? null : new ShownSettings(
            study, time.Now(), shown, versions,
            await db.Subjects.CountAsync(subject => subject.StudyId == study.Id && subject.Status == SubjectStatus.OnStudy, cancel),
            await db.Sites.AsNoTracking().Where(site => site.StudyId == study.Id).OrderBy(site => site.Name).ToListAsync(cancel),
            await db.SubjectsFor(person).Select(subject => new { subject.Id, subject.SubjectCode }).ToDictionaryAsync(one => one.Id, one => one.SubjectCode, cancel));
    }

    /// <summary>The newest first. A study that has none of its own goes by the defaults.</summary>
    async Task<IReadOnlyList<SettingsVersion>> Versions(Guid studyId, CancellationToken cancel)
    {
        var rows = await db.StudySettings.AsNoTracking().Where(row => row.StudyId == studyId).OrderBy(row => row.Version).ToListAsync(cancel);
        var ids = rows.Select(row => row.Id.ToString()).ToList();
        var acts = await db.AuditEntries.AsNoTracking().Where(entry => entry.Entity == nameof(StudySettingsVersion) && ids.Contains(entry.EntityId))
            .Select(entry => new { entry.EntityId, entry.Actor, entry.Reason }).ToListAsync(cancel);
        List<SettingsVersion> versions = [];
        foreach (var row in rows)
        {
            var act = acts.Find(one => one.EntityId == row.Id.ToString());
            versions.Add(new SettingsVersion(row.Version, row.ValidFrom, act?.Actor, act?.Reason, row.Settings,
                SettingsDifference.Between(versions.Count == 0 ? StudySettings.Default : versions[^1].Settings, row.Settings)));
        }

        versions.Reverse();
        return versions.Count > 0 ? versions : [SettingsVersion.Defaults];
    }
}

/// <summary>A study's settings as a page shows them.</summary>
/// <param name="Shown">The version asked for.</param>
/// <param name="Versions">The newest first, which is in force.</param>
/// <param name="OnStudy">So many participants are graded by the version in force, and will be by the next one.</param>
/// <param name="Codes">Subject codes within the person's scope, by id.</param>
public sealed record ShownSettings(
    Study Study, DateTime Now, SettingsVersion Shown, IReadOnlyList<SettingsVersion> Versions, int OnStudy, IReadOnlyList<Site> Sites,
    IReadOnlyDictionary<Guid, string> Codes)
{
    public SettingsVersion InForce => Versions[0];
    public bool IsInForce => Shown.Number == InForce.Number;
}

/// <summary>One version of a study's settings with its story.</summary>
/// <param name="Number">From 1; 0: the defaults of a study that has no settings of its own.</param>
/// <param name="From">UTC; null for the defaults.</param>
/// <param name="By">Printed name of who made it; null where no trail tells.</param>
/// <param name="Reason">Why; null for the first one.</param>
/// <param name="Difference">From the version before it; of the first one, from the defaults.</param>
public sealed record SettingsVersion(int Number, DateTime? From, string? By, string? Reason, StudySettings Settings, SettingsDifference Difference)
{
    internal static readonly SettingsVersion Defaults =
        new(0, null, null, null, StudySettings.Default, SettingsDifference.Between(StudySettings.Default, StudySettings.Default));
}
