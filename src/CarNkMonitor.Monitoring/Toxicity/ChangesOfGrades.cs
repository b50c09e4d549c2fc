using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>Says why a stored grade gave way to another one.</summary>
static class ChangesOfGrades
{
    static readonly Dictionary<Guid, Observation> Hidden = [];

    /// <summary>Adds a row for every assessment whose grade is another one now. The caller saves.</summary>
    /// <param name="facts">The new, amended or withdrawn ones that brought it; none: time alone.</param>
    public static async Task NoteChanges(
        this MonitorContext db, Subject subject, IReadOnlyList<Observation> facts, IEnumerable<Replaced> replaced, DateTime now, CancellationToken cancel)
    {
        var changes = replaced.Where(one => IsAnotherGrade(one.Before, one.After)).OrderBy(one => one.Before.Moment).ToList();
        if (changes.Count == 0)
        {
            return;
        }

        var superseded = facts.Select(fact => fact.SupersedesId).OfType<Guid>().ToList();
        var before = await db.Observations.AsNoTracking().Where(old => superseded.Contains(old.Id)).ToDictionaryAsync(old => old.Id, cancel);
        db.AssessmentChanges.AddRange(changes.Select(change => Change(subject, change, CausesOf(change, facts), before, now)));
    }

    static bool IsAnotherGrade(Assessment before, Assessment? after) =>
        (before.Low, before.High, (Grading.GradeState?)before.State, Level(before)) != (after?.Low, after?.High, after?.State, Level(after));

    /// <summary>Those that the table read or lacked, before or after; all of them where none of these was.</summary>
    static IReadOnlyList<Observation> CausesOf(Replaced change, IReadOnlyList<Observation> facts)
    {
        var codes = new[] { change.Before, change.After }.OfType<Assessment>().Select(ToxicityNow.Of)
            .SelectMany(one => one.Drivers.Select(driver => driver.Code).Concat(one.Missing.Select(missing => missing.Code))).ToHashSet();
        var read = facts.Where(fact => codes.Contains(fact.Code)).ToList();
        return read.Count > 0 ? read : facts;
    }

    static AssessmentChange Change(
        Subject subject, Replaced change, IReadOnlyList<Observation> causes, IReadOnlyDictionary<Guid, Observation> superseded, DateTime now) => new()
    {
        SubjectId = subject.Id, Criteria = change.Before.Criteria, Part = change.Before.Part, Moment = change.Before.Moment,
        BeforeId = change.Before.Id, LowBefore = change.Before.Low, HighBefore = change.Before.High, StateBefore = change.Before.State,
        AfterId = change.After?.Id, LowAfter = change.After?.Low, HighAfter = change.After?.High, StateAfter = change.After?.State,
        Sentence = ChangeSentence.Of(change.Before, change.After, causes, superseded), Told = ChangeSentence.Of(change.Before, change.After, causes, Hidden),
        ChangedAt = now,
        Causes = string.Join(' ', causes.Take(AssessmentChange.MostCauses).Select(cause => cause.Id)),
    };

    static string? Level(Assessment? one) => one is null ? null : ToxicityNow.Of(one).Level;
}
