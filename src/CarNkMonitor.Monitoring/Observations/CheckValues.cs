using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>A recorded check with everything that holds of it: what its own page and the form to amend it show.</summary>
/// <param name="Catalog">With the limits that the study has set for this participant.</param>
/// <param name="Values">In the order of the catalogue.</param>
/// <param name="Withdrawn">What was taken back and not replaced: which item, by whom and why, without the value.</param>
public sealed record CheckValues(
    BedsideCheck Check, Subject Subject, SubjectCalendar Calendar, DateTime Now, ObservationCatalog Catalog,
    IReadOnlyList<CheckValue> Values, IReadOnlyList<CheckValue> Withdrawn)
{
    /// <summary>mm[Hg]; null where a mean was entered, or cannot be worked out.</summary>
    public decimal? DerivedMeanPressure => MeanArterialPressure.DerivedFrom([.. Values.Select(value => value.Row)]);
}

/// <summary>One value of a check.</summary>
/// <param name="Row">The row that holds, or the withdrawal.</param>
/// <param name="By">Who recorded that row.</param>
/// <param name="Earlier">What stood in its place before, the latest first; empty for everybody who may not read the audit.</param>
public sealed record CheckValue(Observation Row, ValueMark Mark, string By, IReadOnlyList<EarlierValue> Earlier)
{
    public bool IsAmended => Row is { SupersedesId: not null, IsWithdrawal: false };
}

/// <summary>A value that was amended or withdrawn.</summary>
public sealed record EarlierValue(Observation Row, string By);

/// <summary>Reads one check. Reading it stands in the audit trail (records P3).</summary>
public sealed class ReadCheckValues(MonitorContext db, TimeProvider time)
{
    /// <summary>Null when there is no such check within the person's scope, or the person reads no grades; the difference is not told.</summary>
    public async Task<CheckValues?> For(StaffMember person, Guid checkId, CancellationToken cancel)
    {
        var check = !person.May(Permission.ReadGrades) ? null : await db.Checks.AsNoTracking().Include(row => row.NotDone).Include(row => row.RecordedBy)
            .Include(row => row.Subject!.Site).Include(row => row.Subject!.Infusions).AsSplitQuery()
            .SingleOrDefaultAsync(row => row.Id == checkId && db.SubjectsFor(person).Any(subject => subject.Id == row.SubjectId), cancel);
        if (check is null)
        {
            return null;
        }

        db.Note(AuditAct.By(person, nameof(ReadCheckValues)), new AuditSubject(nameof(BedsideCheck), check.Id.ToString(), check.SubjectId));
        await db.SaveChangesAsync(cancel);
        var (subject, settings) = (check.Subject!, await db.SettingsHistoryOf(check.Subject!.StudyId, cancel));
        var values = await Values(person, check, new ValueMarks(subject, settings), cancel);
        var catalog = ObservationCatalog.Default.With((await db.SettingsOf(subject.StudyId, cancel)).Settings.AlarmLimitsOf(subject.Id));
        return new CheckValues(check, subject, SubjectCalendar.Of(subject), time.Now(), catalog,
            [.. values.Where(value => !value.Row.IsWithdrawal)], [.. values.Where(value => value.Row.IsWithdrawal)]);
    }

    async Task<List<CheckValue>> Values(StaffMember person, BedsideCheck check, ValueMarks marks, CancellationToken cancel)
    {
        var ofCheck = db.Observations.AsNoTracking().Where(row => row.CheckId == check.Id);
        // A withdrawal holds no value; what it took back is read for auditors alone.
        List<Observation> rows =
        [
            .. await db.Observations.Current().AsNoTracking().Where(row => row.CheckId == check.Id).ToListAsync(cancel),
            .. await ofCheck.Where(row => row.IsWithdrawal).ToListAsync(cancel),
        ];
        var earlier = person.May(Permission.ReadAudit)
            ? await ofCheck.Where(row => ofCheck.Any(later => later.SupersedesId == row.Id)).ToDictionaryAsync(row => row.Id, cancel) : [];
        var people = rows.Concat(earlier.Values).Select(row => row.RecordedById).Distinct().ToList();
        var names = await db.Users.Where(one => people.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.DisplayName, cancel);
        return
        [
            .. from row in rows
               orderby RecordedCheck.OrderOf(row.Code), row.ObservedAt, row.Id
               select new CheckValue(row, marks.Of(row), names[row.RecordedById], [.. Chain(row).Select(old => new EarlierValue(old, names[old.RecordedById]))]),
        ];

        IEnumerable<Observation> Chain(Observation row)
        {
            for (var id = row.SupersedesId; id is { } before && earlier.TryGetValue(before, out var old); id = old.SupersedesId)
            {
                yield return old;
            }
        }
    }
}
