using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>What was stored before at the instants of an entry: by the same form pressed again, or by somebody else at the same bedside.</summary>
/// <param name="OfSubmission">The check that this very form has stored; null when it is new.</param>
/// <param name="Standing">What holds at the instants of the items.</param>
/// <param name="Ever">The same with what was amended or withdrawn since.</param>
/// <param name="Names">Who recorded it, by id.</param>
sealed record EarlierCheck(
    BedsideCheck? OfSubmission, IReadOnlyList<Observation> Standing, IReadOnlyList<Observation> Ever, IReadOnlyDictionary<Guid, string> Names)
{
    public static async Task<EarlierCheck> Of(MonitorContext db, CheckEntry entry, CheckTime times, CancellationToken cancel)
    {
        var instants = times.Items.Distinct().ToList();
        var submission = await db.Checks.AsNoTracking().SingleOrDefaultAsync(check => check.SubmissionId == entry.SubmissionId, cancel);
        var ever = await db.Observations.AsNoTracking()
            .Where(fact => fact.SubjectId == entry.SubjectId && instants.Contains(fact.ObservedAt)).ToListAsync(cancel);
        var superseded = ever.Select(fact => fact.SupersedesId).OfType<Guid>().ToHashSet();
        var people = ever.Select(fact => fact.RecordedById).Distinct().ToList();
        var names = await db.Users.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancel);
        return new EarlierCheck(submission, [.. ever.Where(fact => !fact.IsWithdrawal && !superseded.Contains(fact.Id))], ever, names);
    }

    /// <summary>The reading without what stands already with the same value, and what stands for it.</summary>
    public (CheckReading Fresh, IReadOnlyList<Observation> Same) WithoutRepeated(CheckReading reading, CheckTime times)
    {
        var same = reading.Items.Select(item => (item.Item, Stored: Find(Standing, item.Reading, times, item.Item))).Where(item => item.Stored is not null).ToList();
        var repeated = same.Select(item => item.Item).ToHashSet();
        return (reading with { Items = [.. reading.Items.Where(item => !repeated.Contains(item.Item))] }, [.. same.Select(item => item.Stored!)]);
    }

    /// <summary>A value that stands already keeps its own note: another one would be lost without a word.</summary>
    public IEnumerable<EntryProblem> LostNotes(CheckEntry entry, CheckReading reading, CheckTime times) =>
        from item in reading.Items
        let stored = Find(Standing, item.Reading, times, item.Item)
        let note = entry.Items[item.Item].Note?.Trim()
        where stored is not null && !string.IsNullOrEmpty(note) && note != stored.Note
        select new EntryProblem(item.Reading.Type.Code, NoteSentence(item.Reading.Type, stored), item.Item) { StandsIn = stored.CheckId };

    static string NoteSentence(ObservationType type, Observation stored) =>
        $"{type.Display} {StandingValues.ValueOf(stored)} is on record for this very time, {(stored.Note is null ? "without a note" : $"with the note '{stored.Note}'")}. Amend it there to add yours.";

    /// <summary>What a form that was saved before says now and did not say then: it is not stored, and silence would pass for a yes.</summary>
    public IReadOnlyList<EntryProblem> Changes(CheckReading reading, CheckTime times, BedsideCheck stored) => times.Utc is null ? [] :
    [
        .. reading.Items.Where(item => Find(Ever, item.Reading, times, item.Item) is null)
            .Select(item => new EntryProblem(item.Reading.Type.Code, Sentence(item.Reading.Type, stored, times.Items[item.Item]), item.Item) { StandsIn = stored.Id }),
        .. reading.Questions.Select(question => question with { Reason = "This form was saved before without this value: it is not stored. Open a new check to add it.", Offer = null }),
        .. reading.Problems.Where(problem => problem.Item is not null),
        .. TakenOut(reading, stored),
    ];

    /// <summary>A blank field does not take a stored value back.</summary>
    IEnumerable<EntryProblem> TakenOut(CheckReading reading, BedsideCheck stored)
    {
        var told = reading.Items.Select(item => item.Reading.Type.Code).Concat(reading.Questions.Select(question => question.Field))
            .Concat(reading.Problems.Select(problem => problem.Field)).ToHashSet();
        return Standing.Where(fact => fact.CheckId == stored.Id && !told.Contains(fact.Code)).Select(fact => new EntryProblem("check",
            $"This form was saved before with {ObservationCatalog.Default[fact.Code].Display} {StandingValues.ValueOf(fact)}. Leaving it out here does not take it back: withdraw it there.") { StandsIn = stored.Id });
    }

    string Sentence(ObservationType type, BedsideCheck stored, DateTime at) =>
        Standing.FirstOrDefault(fact => fact.CheckId == stored.Id && fact.Code == type.Code && fact.ObservedAt == at && !type.IsMultiple) is { } then
            ? $"This form was saved before with {type.Display} {StandingValues.ValueOf(then)}, and that is what the record says. Amend it there; the new value is not stored."
            : $"This form was saved before without this {type.Display}: it is not stored. Open a new check to add it.";

    static Observation? Find(IReadOnlyList<Observation> stored, Readable reading, CheckTime times, int item) =>
        times.Utc is null ? null : stored.FirstOrDefault(fact => fact.ObservedAt == times.Items[item] && StandingValues.IsSame(fact, reading));
}
