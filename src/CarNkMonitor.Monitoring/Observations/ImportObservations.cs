using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>How a file is to be imported.</summary>
/// <param name="AcceptValid">Store what is right and report the rest; otherwise one bad line stores nothing.</param>
/// <param name="Notify">Let the grades call people; otherwise nobody is called for old facts.</param>
/// <param name="DryRun">Say what would happen, and store nothing.</param>
/// <param name="AlarmingIsConfirmed">The person has looked at the alarming but possible values and says that they are right.</param>
public sealed record ImportOptions(bool AcceptValid = false, bool Notify = false, bool DryRun = false, bool AlarmingIsConfirmed = false);

/// <summary>What became of the lines: <c>Rows = Stored + Unchanged + Errors.Count</c> if <see cref="WasStored"/>, or would have.</summary>
/// <param name="Stored">New observations.</param>
/// <param name="Unchanged">Lines that stood in the record already, or twice in the file, or that were amended or withdrawn there.</param>
/// <param name="WasStored">False after a dry run, and after errors without leave to store the rest.</param>
/// <param name="Called">Who is being called.</param>
/// <param name="Remarks">Why some of the unchanged lines are: their value was amended or withdrawn, by whom, when and why.</param>
public sealed record ImportReport(
    int Rows, int Stored, int Unchanged, IReadOnlyList<ImportError> Errors, bool WasStored, IReadOnlyList<string> Called,
    IReadOnlyList<ImportRemark> Remarks);

/// <summary>
/// Brings the observations of a file into the record: one transaction for the whole file, graded once after its last line. The same file twice
/// changes nothing, also where one of its values was amended or withdrawn in the meantime; another value under the key of a withdrawn one is new.
/// </summary>
public sealed class ImportObservations(MonitorContext db, TimeProvider time, FollowFacts follow)
{
    /// <exception cref="UnauthorizedAccessException">The person may not record observations.</exception>
    /// <exception cref="UnreadableImportException">The file as a whole cannot be read.</exception>
    public async Task<ImportReport> Import(StaffMember person, Stream content, ImportOptions options, CancellationToken cancel)
    {
        if (!person.May(Permission.Record))
        {
            throw new UnauthorizedAccessException($"{person.Role} may not record observations.");
        }

        var rows = ImportFile.Read(content);
        db.ActAs(person, nameof(ImportObservations));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var subjects = await LockSubjects(person, rows, cancel);
        var plan = await Plan(person, rows, subjects, options, cancel);
        var store = !options.DryRun && (plan.Errors.Count == 0 || options.AcceptValid) && plan.Checks.Count > 0;
        var called = store ? await Store(plan, options.Notify, cancel) : [];
        if (store)
        {
            await transaction.CommitAsync(cancel);
        }

        return new ImportReport(rows.Count, plan.Checks.Sum(entry => entry.Check.Observations.Count), plan.Unchanged, plan.Errors, store, called, plan.Remarks);
    }

    /// <summary>By code; in the order of their ids, so that two imports never wait for each other.</summary>
    async Task<ILookup<string, Subject>> LockSubjects(StaffMember person, IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        var codes = rows.Select(row => row.Subject).Distinct().ToList();
        var wanted = db.SubjectsFor(person).Where(subject => codes.Contains(subject.SubjectCode)).OrderBy(subject => subject.Id);
        foreach (var subject in await wanted.Select(subject => subject.Id).ToListAsync(cancel))
        {
            await db.LockSubject(subject, cancel);
        }

        // Read under the lock: an infusion that was being recorded meanwhile is among them.
        var subjects = await wanted.Include(subject => subject.Site).Include(subject => subject.Infusions).ToListAsync(cancel);
        return subjects.ToLookup(subject => subject.SubjectCode);
    }

    async Task<ImportPlan> Plan(
        StaffMember person, IReadOnlyList<ImportRow> rows, ILookup<string, Subject> subjects, ImportOptions options, CancellationToken cancel)
    {
        var now = time.Now();
        var settings = new Dictionary<Guid, StudySettings>();
        foreach (var study in subjects.SelectMany(found => found).Select(subject => subject.StudyId).Distinct())
        {
            settings[study] = (await db.SettingsOf(study, cancel)).Settings;
        }

        var plan = new ImportPlan(new ImportGround(person, now, settings, options.AlarmingIsConfirmed));
        var placed = ImportPlaces.Of(rows, subjects, now, plan);
        foreach (var ofSubject in placed.GroupBy(row => row.Subject))
        {
            await PlanSubject(plan, ofSubject.Key, [.. ofSubject], cancel);
        }

        return plan;
    }

    async Task PlanSubject(ImportPlan plan, Subject subject, IReadOnlyList<PlacedRow> rows, CancellationToken cancel)
    {
        var (first, last) = (rows.Min(row => row.At), rows.Max(row => row.At));
        var standing = (await db.Observations.Current().AsNoTracking()
            .Where(fact => fact.SubjectId == subject.Id && fact.ObservedAt >= first && fact.ObservedAt <= last).ToListAsync(cancel))
            .GroupBy(fact => fact.ObservedAt).ToDictionary(facts => facts.Key, facts => facts.ToList());
        var superseded = await SupersededValue.Of(db, subject.Id, first, last, cancel);
        var weights = rows.Any(row => RatesByWeight.Contains(row.Row.Code)) ? await db.WeightsOf(subject.Id, cancel) : [];
        foreach (var check in rows.GroupBy(row => (row.At, row.Source)).OrderBy(check => check.Key.At))
        {
            var there = standing.TryGetValue(check.Key.At, out var facts) ? facts : standing[check.Key.At] = [];
            var added = plan.Add([.. check], there, superseded[check.Key.At], weights);
            there.AddRange(added);
            weights.AddRange(RatesByWeight.Weights(added));
        }
    }

    async Task<IReadOnlyList<string>> Store(ImportPlan plan, bool notify, CancellationToken cancel)
    {
        foreach (var (subject, check) in plan.Checks)
        {
            db.Checks.Add(check);
            db.Infusions.AddRange(check.Observations.Where(fact => fact.Code == "infusion").Select(fact => InfusionRow.Of(subject, fact)));
            await db.SatisfySlot(check, cancel);
        }

        await db.SaveChangesAsync(cancel);
        var called = new List<string>();
        foreach (var checks in plan.Checks.GroupBy(entry => entry.Subject))
        {
            called.AddRange(await Follow(checks.Key, [.. checks.SelectMany(entry => entry.Check.Observations)], notify, cancel));
        }

        return called;
    }

    async Task<IEnumerable<string>> Follow(Subject subject, IReadOnlyList<Observation> facts, bool notify, CancellationToken cancel)
    {
        var settings = await db.SettingsOf(subject.StudyId, cancel);
        var isLateAndNotCurrent = Lateness.IsLateAndNotCurrent(facts, time.Now(), settings.Settings);
        return (await follow.Follow(subject, facts, isLateAndNotCurrent, notify, cancel)).Alert?.Called ?? [];
    }
}
