using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Web.Courses;

/// <summary>One line whose instant and value are known. Two lines that say the same of the same instant are equal, wherever they stand.</summary>
public sealed record CourseReading(ImportRow Row, DateTime At, Readable Reading, ReportedValue? Reported)
{
    /// <summary>The line, or why it cannot be read. An alarming but possible value is read, because nobody is there to be asked; a number with two readings is not.</summary>
    /// <param name="weights">Of the line's subject.</param>
    public static (CourseReading? Reading, string? Problem) Of(ImportRow row, string zone, IEnumerable<BodyWeight> weights)
    {
        if (row.Misshapen is { } misshapen)
        {
            return (null, misshapen);
        }

        if (row.Subject.Length == 0)
        {
            return (null, "column subject: is empty.");
        }

        var (at, noTime) = ObservedTime.Text(row.ObservedAt).In(zone);
        if (at is null)
        {
            return (null, $"column observed_at: {noTime}");
        }

        var source = row.Source == "device" ? ObservationSource.Device : ObservationSource.Import;
        return row.Source is not ("" or "typed" or "import" or "device" or "external")
            ? (null, $"column source: '{row.Source}' is not a source: typed, import, device, external.")
            : EntryRules.Read(ItemOf(row), source, ObservationCatalog.Default.For([ItemOf(row)], at.Value, weights)) switch
            {
                Readable reading => (new CourseReading(row, at.Value, reading, ReportOf(row, reading)), null),
                Unreadable { Offer: { } offer } refused => (null, $"{refused.Reason} In {offer.Unit} it would be {offer.Display} {offer.DisplayUnit}."),
                Unreadable refused => (null, refused.Reason),
                Questionable { Plain: { } plain } question => (null, $"{question.Reason} If {plain} is right, write {plain}."),
                Questionable question => (null, question.Reason),
                _ => throw new InvalidOperationException("A reading of another kind."),
            };
    }

    /// <summary>The weight that the line tells; null where it tells none.</summary>
    public BodyWeight? Weight => Reading is { Type.Code: RatesByWeight.Weight, Comparator: Comparator.Equal, Value: { } kilograms } ? new BodyWeight(At, kilograms) : null;

    /// <summary>The fact that grading reads.</summary>
    public Fact Fact => new(Guid.CreateVersion7(), Reading.Type.Code, At)
    {
        Value = Reading.Value, Comparator = Reading.Comparator, Coded = Reading.Coded, Flag = Reading.Flag, Reported = Reported,
    };

    public bool Equals(CourseReading? other) =>
        other is not null && (Row.Subject, Row.Source, At, Reading).Equals((other.Row.Subject, other.Row.Source, other.At, other.Reading));

    public override int GetHashCode() => HashCode.Combine(Row.Subject, Row.Source, At, Reading);

    static CheckItem ItemOf(ImportRow row) =>
        new(row.Code, row.Value, row.Unit, IsConfirmed: !TypedNumber.HasTwoReadings(row.Value), ReferenceLow: row.ReferenceLow, ReferenceHigh: row.ReferenceHigh);

    /// <summary>What was written in another unit than the canonical one, or with limits of normal, keeps its number and unit (printed-unit rule).</summary>
    static ReportedValue? ReportOf(ImportRow row, Readable reading) =>
        reading.Type.Quantity is { } rule && (row.Unit != rule.Unit || reading.Limits != default) && TypedNumber.Read(row.Value).Number is { } typed
            ? new ReportedValue(new Measured(typed.Value, typed.Comparator), row.Unit, reading.Limits == default ? null : reading.Limits) : null;
}
