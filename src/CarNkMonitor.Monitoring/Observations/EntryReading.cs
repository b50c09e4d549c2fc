using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>What the rules of entry make of one typed item: exactly one of the records below.</summary>
public abstract record EntryReading;

/// <summary>
/// It can be stored. <see cref="Value"/> is in the canonical unit, unrounded; what was typed stands beside it. <see cref="Limits"/> are those that the
/// laboratory printed, in the unit that was typed.
/// </summary>
public sealed record Readable(
    ObservationType Type, Comparator Comparator = Comparator.Equal, decimal? Value = null, string? Coded = null, bool? Flag = null) : EntryReading
{
    public ReferenceRange Limits { get; init; }
}

/// <summary>It cannot be stored.</summary>
public sealed record Unreadable(string Reason, UnitOffer? Offer = null) : EntryReading;

/// <summary>It can be stored once the person has confirmed it; or another unit, or another number, was meant.</summary>
public sealed record Questionable(string Reason, UnitOffer? Offer = null) : EntryReading
{
    /// <summary>How to write the number so that it has this one reading, where its text has two; null for an alarming value.</summary>
    public string? Plain { get; init; }
}
