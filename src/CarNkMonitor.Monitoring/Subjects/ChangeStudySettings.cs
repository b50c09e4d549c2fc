using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>
/// Puts a new version of a study's settings in force from now on. Earlier versions stay as they are, and every moment before now stays graded by the
/// one that was in force at it; whoever is on the study is graded anew by the next sweep. One transaction.
/// </summary>
/// <exception cref="UnauthorizedAccessException">The acting person does not approve study settings.</exception>
public sealed class ChangeStudySettings(MonitorContext db, TimeProvider time)
{
    /// <returns>The id of the new version, or what is not right, each by its place in the settings.</returns>
    /// <param name="by">An investigator of the study.</param>
    /// <param name="studyId">The person's own study; another one is "not found".</param>
    /// <param name="wanted">All settings, changed or not.</param>
    /// <param name="basedOn">The number of the version that was changed: if somebody else was faster, nothing is stored.</param>
    /// <param name="reason">Why; never blank.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<SetupAnswer> Change(
        StaffMember by, Guid studyId, StudySettings wanted, int basedOn, string? reason, CancellationToken cancel)
    {
        by.Demand(Permission.ApprovePolicy);
        db.ActAs(by, nameof(ChangeStudySettings), reason?.Trim());
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockHead(cancel); // two changes at once: the second sees the first
        var newest = await db.SettingsOf(studyId, cancel);
        var problems = await Problems(by, studyId, wanted, newest, basedOn, reason, cancel);
        if (problems.Count > 0)
        {
            return SetupAnswer.Refused(problems);
        }

        var version = new StudySettingsVersion
        {
            StudyId = studyId, Version = newest.Version + 1, SettingsJson = Json.Write(wanted), ValidFrom = time.Now(),
        };
        db.StudySettings.Add(version);
        await AskForGrading(studyId, version.ValidFrom, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return SetupAnswer.Done(version.Id);
    }

    async Task<IReadOnlyList<EntryProblem>> Problems(
        StaffMember by, Guid studyId, StudySettings wanted, SettingsInForce newest, int basedOn, string? reason, CancellationToken cancel)
    {
        if (by.StudyId != studyId)
        {
            return [new EntryProblem("study", "There is no such study.")];
        }

        var difference = SettingsDifference.Between(newest.Settings, wanted);
        var sites = await db.Sites.Where(site => site.StudyId == studyId).Select(site => site.Id).ToListAsync(cancel);
        var subjects = await db.Subjects.Where(subject => subject.StudyId == studyId).Select(subject => subject.Id).ToListAsync(cancel);
        return
        [
            .. newest.Version == basedOn ? Array.Empty<EntryProblem>() : [new("version", "Somebody else has changed the settings meanwhile. Look at them and begin again.")],
            .. newest.Version == basedOn && difference.IsEmpty ? [new("settings", "Nothing is different from the settings in force.")] : Array.Empty<EntryProblem>(),
            .. StoredText.ProblemOfReason(reason, "Say why the settings change.") is { } problem ? [new EntryProblem("reason", problem)] : Array.Empty<EntryProblem>(),
            .. SettingsRules.Problems(wanted, sites.ToHashSet(), subjects.ToHashSet()),
            .. await OutOfScope(by, difference, cancel),
        ];
    }

    /// <summary>An alarm limit is a word about one participant: only who may see the participant sets or lifts it.</summary>
    async Task<IEnumerable<EntryProblem>> OutOfScope(StaffMember by, SettingsDifference difference, CancellationToken cancel)
    {
        var changed = difference.LimitsIn.Concat(difference.LimitsOut).Select(limit => limit.SubjectId).Distinct().ToList();
        var seen = await db.SubjectsFor(by).CountAsync(subject => changed.Contains(subject.Id), cancel);
        return seen == changed.Count ? [] : [new EntryProblem("alarmLimits", "There is no such participant of yours.")];
    }

    async Task AskForGrading(Guid studyId, DateTime from, CancellationToken cancel)
    {
        var onStudy = await db.Subjects.Where(subject => subject.StudyId == studyId && subject.Status == SubjectStatus.OnStudy
            && db.NextGradings.Any(next => next.SubjectId == subject.Id)).Select(subject => subject.Id).ToListAsync(cancel);
        foreach (var subject in onStudy)
        {
            await db.AskForGrading(subject, from, cancel);
        }
    }
}
