using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>Why one line is not imported.</summary>
public sealed record ImportError(int Line, string Reason);

/// <summary>What became of one line that stored nothing and is no error.</summary>
public sealed record ImportRemark(int Line, string Sentence);

/// <summary>A line whose subject, instant and source are known.</summary>
sealed record PlacedRow(ImportRow Row, Subject Subject, DateTime At, ObservationSource Source);

/// <summary>What all the lines of a file are checked against, and under which name they are stored.</summary>
/// <param name="Settings">Of each study that the file has a subject of, by its id.</param>
sealed record ImportGround(StaffMember Person, DateTime Now, IReadOnlyDictionary<Guid, StudySettings> Settings, bool AlarmingIsConfirmed)
{
    public StudySettings Of(Subject subject) => Settings[subject.StudyId];
}

/// <summary>
/// Sorts the lines of a file into checks to store, lines that change nothing and errors; pure. The lines of one subject, instant and source
/// are one check, and lines are judged by the same rules as a form.
/// </summary>
sealed class ImportPlan(ImportGround ground)
{
    readonly List<ImportError> _errors = [];

    public IReadOnlyList<ImportError> Errors => [.. _errors.OrderBy(error => error.Line)];
    public List<(Subject Subject, BedsideCheck Check)> Checks { get; } = [];
    public int Unchanged { get; private set; }

    /// <summary>Of lines that are unchanged because their value was amended or withdrawn.</summary>
    public List<ImportRemark> Remarks { get; } = [];

    public void Refuse(ImportRow row, string reason) => _errors.Add(new ImportError(row.Line, reason));

    /// <summary>Adds the lines of one subject, instant and source.</summary>
    /// <param name="rows">In the order of the file.</param>
    /// <param name="standing">What holds at that instant already, from the record or from earlier lines.</param>
    /// <param name="superseded">What was amended or withdrawn at that instant; the latest first.</param>
    /// <param name="weights">Of the subject, from the record and from earlier lines; needed only where a rate is given without the weight.</param>
    /// <returns>The new check's observations; they stand from now on.</returns>
    public IReadOnlyList<Observation> Add(
        IReadOnlyList<PlacedRow> rows, IReadOnlyList<Observation> standing, IEnumerable<SupersededValue> superseded, IEnumerable<BodyWeight> weights)
    {
        var catalog = ObservationCatalog.Default.With(ground.Of(rows[0].Subject).AlarmLimitsOf(rows[0].Subject.Id)).For([.. rows.Select(ItemOf)], rows[0].At, weights);
        List<(PlacedRow Row, Readable Reading)> readable = [];
        foreach (var row in rows)
        {
            switch (EntryRules.Read(ItemOf(row), row.Source, catalog))
            {
                case Unreadable { Offer: { } offer } refused:
                    Refuse(row.Row, $"{refused.Reason} In {offer.Unit} it would be {offer.Display} {offer.DisplayUnit}.");
                    break;
                case Unreadable refused:
                    Refuse(row.Row, refused.Reason);
                    break;
                case Questionable { Plain: { } plain } question:
                    Refuse(row.Row, $"{question.Reason} If {plain} is right, write {plain}.");
                    break;
                case Questionable question:
                    Refuse(row.Row, $"{question.Reason} Alarming values are imported only when they are confirmed.");
                    break;
                case Readable reading when RecordPermission.IsAttribution(reading.Type.Code):
                    Refuse(row.Row, "An attribution is a statement with a reason; it is not imported.");
                    break;
                case Readable reading when ChangesNothing(row, reading, standing, readable):
                    Unchanged++;
                    break;
                case Readable reading when superseded.FirstOrDefault(value => HasKey(value.Was, row, reading) && IsSame(value.Was, reading)) is { } value:
                    Unchanged++;
                    Remarks.Add(new ImportRemark(row.Row.Line, value.Sentence));
                    break;
                case Readable reading:
                    readable.Add((row, reading));
                    break;
            }
        }

        return Store(WithoutContradictions(readable, standing), catalog);
    }

    /// <summary>Who confirms a whole file has looked for alarming values, and not at each comma.</summary>
    CheckItem ItemOf(PlacedRow row) => new(
        row.Row.Code, row.Row.Value, row.Row.Unit, ground.AlarmingIsConfirmed && !TypedNumber.HasTwoReadings(row.Row.Value), ReferenceLow: row.Row.ReferenceLow, ReferenceHigh: row.Row.ReferenceHigh);

    /// <summary>The row key (subject, instant, code, coded value where multiple, source) stands already, with the same value.</summary>
    static bool ChangesNothing(
        PlacedRow row, Readable reading, IReadOnlyList<Observation> standing, IEnumerable<(PlacedRow Row, Readable Reading)> before) =>
        standing.Any(stored => HasKey(stored, row, reading) && IsSame(stored, reading))
        || before.Any(earlier => earlier.Reading == reading);

    static bool HasKey(Observation stored, PlacedRow row, Readable reading) => stored.Code == reading.Type.Code && stored.Source == row.Source;

    static bool IsSame(Observation stored, Readable reading) =>
        (stored.Comparator, stored.Value, stored.Coded, stored.Flag, stored.ReferenceLow, stored.ReferenceHigh)
        == (reading.Comparator, reading.Value, reading.Coded, reading.Flag, reading.Limits.Lower, reading.Limits.Upper);

    List<PlacedRow> WithoutContradictions(List<(PlacedRow Row, Readable Reading)> readable, IReadOnlyList<Observation> standing)
    {
        var items = readable.Select((row, index) => (index, row.Reading)).ToList();
        var problems = CombinedRules.Problems(items).Concat(StandingValues.Problems(standing, items)).DistinctBy(problem => problem.Item).ToList();
        problems.ForEach(problem => Refuse(readable[problem.Item!.Value].Row.Row, problem.Reason));
        var refused = problems.Select(problem => problem.Item!.Value).ToHashSet();
        return [.. readable.Where((_, index) => !refused.Contains(index)).Select(row => row.Row)];
    }

    List<Observation> Store(List<PlacedRow> rows, ObservationCatalog catalog)
    {
        if (rows is not [var first, ..])
        {
            return [];
        }

        var entry = new CheckEntry(Guid.CreateVersion7(), first.Subject.Id, ObservedTime.At(first.At), [.. rows.Select(ItemOf)], Source: first.Source);
        var moment = new CheckMoment(first.At, ground.Now, ground.Of(first.Subject));
        var check = CheckRow.Of(ground.Person, entry, CheckReading.Of(entry, catalog), moment);
        Checks.Add((first.Subject, check));
        return check.Observations;
    }
}
