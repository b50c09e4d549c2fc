using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>What an amendment would change if it were saved as it is.</summary>
/// <param name="Moments">Those at which a grade would change, the earliest first: of the values themselves, and the newest one of the participant.</param>
/// <param name="LeftOut">What is not counted because Save would refuse it.</param>
public sealed record AmendmentPreview(IReadOnlyList<PreviewedMoment> Moments, IReadOnlyList<EntryProblem> LeftOut);

/// <summary>
/// Shows how grades would change by an amendment before it is saved: the same pure functions over the facts that hold now and over those that would
/// hold. Nothing is stored, and nobody is called. An alarming value counts as if it were confirmed.
/// </summary>
public sealed class PreviewAmendment(MonitorContext db)
{
    /// <summary>Null when the values are unknown, out of the person's scope or of several participants, or the person may not amend.</summary>
    public async Task<AmendmentPreview?> Show(StaffMember person, Amendment amendment, CancellationToken cancel)
    {
        var subjectId = person.May(Permission.Record) ? await db.SubjectOf(amendment, cancel) : null;
        var subject = await db.SubjectsFor(person).AsNoTracking().Include(row => row.Site).Include(row => row.Infusions)
            .SingleOrDefaultAsync(row => row.Id == subjectId, cancel);
        if (subject is null)
        {
            return null;
        }

        var scene = await AmendmentScene.Of(db, subject.Id, amendment, cancel);
        var catalog = await db.CatalogFor(subject.Id, ObservationCatalog.Default, amendment.Items, scene.Rows[0].ObservedAt, cancel);
        var reading = AmendmentReading.Of(Confirmed(amendment), scene, catalog);
        var counted = reading.Asked.Where(value => value.IsReadable && reading.Problems.All(problem => problem.Item is null || problem.Item != value.Index)).ToList();
        var settings = await db.SettingsHistoryOf(subject.StudyId, cancel);
        var stored = await db.Observations.Current().AsNoTracking().Where(fact => fact.SubjectId == subject.Id).ToListAsync(cancel);
        return new AmendmentPreview(counted.Count == 0 ? [] : Compare(person, subject, settings, stored, counted), reading.Problems);
    }

    static Amendment Confirmed(Amendment amendment) => amendment with
    {
        Values = [.. amendment.Values.Select(value => value with { Corrected = value.Corrected is { } item ? item with { IsConfirmed = true } : null })],
    };

    static IReadOnlyList<PreviewedMoment> Compare(
        StaffMember person, Subject subject, SettingsHistory settings, List<Observation> stored, List<AskedValue> counted)
    {
        var replaced = counted.Select(value => value.Before.Id).ToHashSet();
        IReadOnlyList<Observation> after =
        [
            .. stored.Where(row => !replaced.Contains(row.Id)),
            .. counted.Where(value => value.Corrected is not null).Select(value => value.RowOf(person, "", value.Before.RecordedAt)),
        ];
        var own = counted.Select(value => value.Before.ObservedAt).ToHashSet();
        return
        [
            .. from moment in own.Append(stored.Max(row => row.ObservedAt)).Distinct().Order()
               let grades = ComparedGrades.Of(subject, settings, stored, after, moment).Where(grade => grade.HasChanged).ToList()
               where grades.Count > 0
               select new PreviewedMoment(moment, !own.Contains(moment), grades),
        ];
    }
}
