using CarNkMonitor.Grading.Icans;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>What stands around the empty form: whose it is, which clock counts, and what was recorded last.</summary>
/// <param name="Last">
/// The newest value of each code: of the last 24 h, of the last 60 days where it comes from a laboratory, and of any time where it is a trait; several
/// where several can stand at one moment.
/// </param>
/// <param name="Score">What tests cognition at this age and development; ICE while the age is not known.</param>
/// <param name="Catalog">With the limits that the study has set for this subject.</param>
/// <param name="Baseline">The last such score before the first infusion: its items, or its total alone; empty when there is none.</param>
public sealed record BedsideForm(
    Subject Subject, SubjectCalendar Calendar, DateTime Now, ILookup<string, Observation> Last, BedsideScore Score, ObservationCatalog Catalog,
    IReadOnlyList<Observation> Baseline)
{
    /// <summary>The baseline as one number: the sum of its items where all are there, else the total as recorded; null when there is neither.</summary>
    public decimal? BaselineTotal =>
        Score.Items.All(code => Baseline.Any(item => item.Code == code)) ? Baseline.Where(item => Score.Items.Contains(item.Code)).Sum(item => item.Value)
        : Baseline.FirstOrDefault(item => item.Code == Score.Total)?.Value;
}

/// <summary>Reads the surroundings of the bedside form. They hold what was recorded last, so that reading them stands in the audit trail (records P3).</summary>
public sealed class ReadBedsideForm(MonitorContext db, TimeProvider time)
{
    static readonly TimeSpan StillTelling = TimeSpan.FromHours(24);
    static readonly TimeSpan LaboratoryTells = TimeSpan.FromDays(60);
    static readonly IReadOnlyList<string> Laboratory = [.. ObservationCatalog.Default.All.Where(type => type.Kind == ObservationKind.Lab).Select(type => type.Code)];
    static readonly IReadOnlyList<string> Traits = [.. ObservationCatalog.Default.All.Where(type => type.IsTrait).Select(type => type.Code)];

    /// <summary>Null when there is no such subject within the person's scope.</summary>
    public async Task<BedsideForm?> For(StaffMember person, Guid subjectId, CancellationToken cancel)
    {
        var subject = await db.SubjectsFor(person).AsNoTracking().Include(row => row.Site).Include(row => row.Infusions)
            .SingleOrDefaultAsync(row => row.Id == subjectId, cancel);
        if (subject is null)
        {
            return null;
        }

        db.Note(AuditAct.By(person, nameof(ReadBedsideForm)), new AuditSubject(nameof(Subject), subject.Id.ToString(), subject.Id));
        await db.SaveChangesAsync(cancel);
        var (now, last) = (time.Now(), await Last(subjectId, cancel));
        var score = ScoreOf(subject, last, now);
        var catalog = ObservationCatalog.Default.With((await db.SettingsOf(subject.StudyId, cancel)).Settings.AlarmLimitsOf(subject.Id));
        return new BedsideForm(subject, SubjectCalendar.Of(subject), now, last, score, catalog, await Baseline(subject, score, cancel));
    }

    /// <summary>What may still stand of earlier checks at an instant (UTC) of the form's participant, also where something newer is recorded.</summary>
    public async Task<IReadOnlyList<Observation>> StandingAt(BedsideForm form, DateTime at, CancellationToken cancel)
    {
        var (subject, from) = (form.Subject.Id, at - StandingSpan.Longest);
        return await db.Observations.Current().AsNoTracking().Where(value => value.SubjectId == subject && CheckGaps.MayStand.Contains(value.Code)
            && value.ObservedAt > from && value.ObservedAt <= at).ToListAsync(cancel);
    }

    async Task<ILookup<string, Observation>> Last(Guid subjectId, CancellationToken cancel)
    {
        var (bedside, laboratory) = (time.Now() - StillTelling, time.Now() - LaboratoryTells);
        var values = await db.Observations.Current().AsNoTracking()
            .Where(value => value.SubjectId == subjectId && (value.ObservedAt >= bedside
                || (value.ObservedAt >= laboratory && Laboratory.Contains(value.Code)) || Traits.Contains(value.Code))).ToListAsync(cancel);
        return values.GroupBy(value => value.Code)
            .SelectMany(ofCode => ofCode.Where(value => value.ObservedAt == ofCode.Max(other => other.ObservedAt)))
            .ToLookup(value => value.Code);
    }

    static BedsideScore ScoreOf(Subject subject, ILookup<string, Observation> last, DateTime now)
    {
        var age = FactsOfSubject.FactsOf(subject, SettingsHistory.None, []).YearsAt(now);
        return IcansInstrument.For(age, last["developmental_delay"].Any(trait => trait.Flag == true)) == Instrument.Capd ? BedsideScore.Capd : BedsideScore.Ice;
    }

    async Task<IReadOnlyList<Observation>> Baseline(Subject subject, BedsideScore score, CancellationToken cancel)
    {
        if (subject.Infusions.Count == 0)
        {
            return [];
        }

        var (first, codes) = (subject.Infusions.Min(infusion => infusion.StartedAt), score.Items.Append(score.Total).ToList());
        var before = db.Observations.Current().AsNoTracking()
            .Where(value => value.SubjectId == subject.Id && value.ObservedAt < first && codes.Contains(value.Code));
        var newest = await before.MaxAsync(value => (DateTime?)value.ObservedAt, cancel);
        return newest is null ? [] : await before.Where(value => value.ObservedAt == newest).ToListAsync(cancel);
    }
}
