using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>What a check would be graded if it were saved as it is.</summary>
/// <param name="Moment">UTC: the latest of its items, else that of the check.</param>
/// <param name="Grades">The tables that the entries touch or that say something else than now, in the order of <see cref="PreviewCheck.Shown"/>.</param>
/// <param name="LeftOut">What is not counted because Save would refuse it.</param>
/// <param name="Newest">Of a check entered late: what it changes at the newest moment on record; null where that is its own, or nothing changes there.</param>
public sealed record CheckPreview(DateTime Moment, IReadOnlyList<PreviewedGrade> Grades, IReadOnlyList<EntryProblem> LeftOut, PreviewedMoment? Newest);

/// <summary>
/// Shows the grades that a check would give, and why, before it is saved: the same pure functions over the facts that hold now and the typed ones.
/// Nothing is stored, and nobody is called. An alarming value counts as if it were confirmed.
/// </summary>
public sealed class PreviewCheck(MonitorContext db, TimeProvider time)
{
    /// <summary>What a nurse acts on; indices and older criteria stand on the participant's page.</summary>
    public static readonly IReadOnlyList<string> Shown =
    [
        Grading.Crs.AstctCrs.Criteria, Grading.Icans.AstctIcans.Criteria, Grading.Mas.MasSignal.Criteria, Grading.IecHs.IecHsPattern.Criteria,
        Grading.Gvhd.MagicAcuteGvhd.Criteria, Grading.EarlyWarning.News2.Criteria, Grading.Infection.IdsaFebrileNeutropenia.Criteria,
        Grading.Ctcae.Ctcae5.Criteria, Grading.Ctcae.Ctcae6.Criteria,
    ];

    /// <summary>Null when there is no such subject within the person's scope, the person may not record, or the time of the check cannot be read.</summary>
    public async Task<CheckPreview?> Show(StaffMember person, CheckEntry entry, CancellationToken cancel)
    {
        var subject = await db.SubjectsFor(person).AsNoTracking().Include(row => row.Site).Include(row => row.Infusions)
            .SingleOrDefaultAsync(row => row.Id == entry.SubjectId, cancel);
        if (subject is null || RecordPermission.Refusal(person, entry) is not null)
        {
            return null;
        }

        var typed = entry with { Items = [.. entry.Items.Select(item => item with { IsConfirmed = true })] };
        var (now, times) = (time.Now(), CheckTime.Read(typed, subject.Site!.Zone, time.Now()));
        if (times.Utc is not { } observedAt)
        {
            return null;
        }

        var stored = await db.Observations.Current().AsNoTracking().Where(fact => fact.SubjectId == subject.Id).ToListAsync(cancel);
        var reading = CheckReading.Of(typed, ObservationCatalog.Default.For(typed.Items, observedAt, RatesByWeight.Weights(stored)), times.Items);
        IReadOnlyList<EntryProblem> leftOut =
            [.. times.Problems, .. reading.Problems.Where(problem => problem.Item is not null), .. StandingValues.Problems(stored, times, reading)];
        var counted = reading with { Items = [.. reading.Items.Where(item => leftOut.All(problem => problem.Item != item.Item))] };
        var settings = await db.SettingsHistoryOf(subject.StudyId, cancel);
        var moment = counted.Items.Count == 0 ? observedAt : counted.Items.Max(item => times.Items[item.Item]);
        var added = CheckRow.Of(person, typed, counted, new CheckMoment(observedAt, now, settings.At(moment).Settings, times.Items)).Observations;
        return new CheckPreview(moment, Compare(subject, settings, stored, added, moment), leftOut, Newest(subject, settings, stored, added, moment));
    }

    static PreviewedMoment? Newest(Subject subject, SettingsHistory settings, IReadOnlyList<Observation> stored, IReadOnlyList<Observation> added, DateTime moment)
    {
        var newest = stored.Select(fact => fact.ObservedAt).Append(moment).Max();
        var changed = newest == moment ? [] : ComparedGrades.Of(subject, settings, stored, [.. stored, .. added], newest).Where(grade => grade.HasChanged).ToList();
        return changed.Count == 0 ? null : new PreviewedMoment(newest, IsNewest: true, changed);
    }

    static IReadOnlyList<PreviewedGrade> Compare(
        Subject subject, SettingsHistory settings, IReadOnlyList<Observation> stored, IReadOnlyList<Observation> added, DateTime moment)
    {
        var ids = added.Select(fact => fact.Id).ToHashSet();
        return
        [
            .. ComparedGrades.Of(subject, settings, stored, [.. stored, .. added], moment)
                .Where(grade => grade.HasChanged || (grade.HasGrade && grade.After.Drivers.Any(driver => driver.FactId is { } id && ids.Contains(id)))),
        ];
    }
}
