using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Staff;
using static System.FormattableString;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>One row and what is to stand in its place.</summary>
/// <param name="Index">In the amendment; null for a total that follows from its items.</param>
/// <param name="Corrected">Null withdraws.</param>
/// <param name="Reading">Null where it withdraws, or cannot be read.</param>
sealed record AskedValue(int? Index, Observation Before, CheckItem? Corrected, Readable? Reading)
{
    /// <summary>It can be stored as far as this value alone tells.</summary>
    public bool IsReadable => Corrected is null || Reading is not null;

    /// <summary>The row says what was asked for: it need not be stored again.</summary>
    public bool IsSaidBy(Observation row) => Corrected is null ? row.IsWithdrawal : Reading is not null && !row.IsWithdrawal && StandingValues.IsSame(row, Reading);

    public Observation RowOf(StaffMember person, string reason, DateTime now) => Corrected is null
        ? AmendedRow.Withdrawal(person, Before, reason, now)
        : AmendedRow.Correction(person, Before, Corrected, Reading!, reason, now);
}

/// <summary>An amendment as the rules of entry see it, pure: every value by itself, and all that holds at its instant afterwards together.</summary>
/// <param name="Asked">What differs from what is stored, with the totals that follow.</param>
sealed record AmendmentReading(IReadOnlyList<AskedValue> Asked, IReadOnlyList<EntryProblem> Problems, IReadOnlyList<EntryProblem> Questions)
{
    public static AmendmentReading Of(Amendment amendment, AmendmentScene scene, ObservationCatalog catalog)
    {
        var read = amendment.Values.Index().Select(value => Read(value.Index, scene.Rows[value.Index], value.Item.Corrected, catalog))
            .Where(value => !IsUnchanged(value.Asked)).ToList();
        IReadOnlyList<AskedValue> asked = [.. read.Select(value => value.Asked)];
        asked = [.. asked, .. FollowingTotals.Of([.. asked.Where(value => value.IsReadable)], scene.Standing)];
        return new AmendmentReading(asked,
            [
                .. from value in read where value.Reading is Unreadable let wrong = (Unreadable)value.Reading! select Problem(value.Asked, wrong.Reason, wrong.Offer),
                .. Contradictions(asked, scene.Standing),
            ],
            [.. from value in read where value.Reading is Questionable let asks = (Questionable)value.Reading! select Problem(value.Asked, asks.Reason, asks.Offer)]);
    }

    static (AskedValue Asked, EntryReading? Reading) Read(int index, Observation before, CheckItem? corrected, ObservationCatalog catalog)
    {
        var reading = corrected is null ? null
            : string.IsNullOrWhiteSpace(corrected.Value) ? new Unreadable($"{ObservationCatalog.Default[before.Code].Display} is blank. To take it back, mark it as withdrawn.")
            : EntryRules.Read(corrected, before.Source, catalog);
        return (new AskedValue(index, before, corrected, reading as Readable), reading);
    }

    /// <summary>As it stands, to the letter: a value in another unit or with another note is a correction.</summary>
    static bool IsUnchanged(AskedValue value) => value is { Corrected: { } corrected, Reading: { } reading }
        && corrected.Value!.Trim() == value.Before.EnteredValue && (corrected.Unit == value.Before.EnteredUnit || reading.Type.Quantity is null)
        && AmendedRow.LimitsOf(value.Before, corrected, reading) == new ReferenceRange(value.Before.ReferenceLow, value.Before.ReferenceHigh)
        && AmendedRow.NoteOf(value.Before, corrected) == value.Before.Note && (corrected.EndedAt ?? value.Before.EndedAt) == value.Before.EndedAt;

    static EntryProblem Problem(AskedValue value, string reason, UnitOffer? offer) => new(value.Before.Code, reason, value.Index, offer);

    /// <summary>Only those that the amendment brings: it need not mend what contradicted itself before. One about a value beside it is about the whole.</summary>
    static IEnumerable<EntryProblem> Contradictions(IReadOnlyList<AskedValue> asked, IReadOnlyList<Observation> standing)
    {
        var replaced = asked.Select(value => value.Before.Id).ToHashSet();
        return
            from moment in standing.GroupBy(row => row.ObservedAt)
            let known = CombinedRules.Problems([.. moment.Select(Standing)]).Select(problem => (problem.Field, problem.Reason)).ToHashSet()
            let after = CombinedRules.Problems(
            [
                .. asked.Where(value => value.Reading is not null && value.Before.ObservedAt == moment.Key).Select(value => (value.Index ?? Beside, value.Reading!)),
                .. moment.Where(row => !replaced.Contains(row.Id)).Select(Standing),
            ])
            from problem in after
            where !known.Contains((problem.Field, problem.Reason))
            select problem.Item == Beside ? problem with { Item = null } : problem;
    }

    const int Beside = -1;

    static (int Item, Readable Reading) Standing(Observation row) =>
        (Beside, new Readable(ObservationCatalog.Default[row.Code], row.Comparator, WithoutZeros(row.Value), row.Coded, row.Flag));

    /// <summary>One of the databases keeps 74 as 74.0, and a sentence would tell it so.</summary>
    static decimal? WithoutZeros(decimal? value) => value / 1.0000000000000000000000000000m;
}

/// <summary>The program adds up, pure: when an item of a score is corrected, its total follows; when one is withdrawn, so is the total.</summary>
static class FollowingTotals
{
    public static IEnumerable<AskedValue> Of(IReadOnlyList<AskedValue> asked, IReadOnlyList<Observation> standing) =>
        from moment in standing.GroupBy(row => row.ObservedAt)
        from score in BedsideScore.All
        where asked.Any(value => value.Before.ObservedAt == moment.Key && score.Items.Contains(value.Before.Code))
        let total = moment.FirstOrDefault(row => row.Code == score.Total)
        where total is not null && asked.All(value => value.Before.Id != total.Id) && score.Items.All(code => moment.Any(row => row.Code == code))
        let items = score.Items.Select(code => NumberOf(moment.First(row => row.Code == code), asked)).ToList()
        let sum = items.All(item => item is not null) ? items.Sum() : null
        where sum != total.Value
        select sum is null ? new AskedValue(null, total, null, null)
            : new AskedValue(null, total, new CheckItem(total.Code, Invariant($"{sum:0}"), total.EnteredUnit), new Readable(ObservationCatalog.Default[total.Code], Value: sum));

    static decimal? NumberOf(Observation row, IReadOnlyList<AskedValue> asked) =>
        asked.FirstOrDefault(value => value.Before.Id == row.Id) is { } value ? value.Reading?.Value : row.Value;
}
