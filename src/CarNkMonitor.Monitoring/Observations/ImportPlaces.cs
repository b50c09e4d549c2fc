using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>Finds subject, instant and source of every line, pure; what cannot be placed is refused with its reason.</summary>
static class ImportPlaces
{
    /// <param name="subjects">By code, those that the importing person may see. Somebody else's subject is unknown.</param>
    public static IReadOnlyList<PlacedRow> Of(IReadOnlyList<ImportRow> rows, ILookup<string, Subject> subjects, DateTime now, ImportPlan plan)
    {
        List<PlacedRow> placed = [];
        foreach (var row in rows)
        {
            var (place, problem) = Place(row, subjects[row.Subject].ToList(), now);
            if (place is null)
            {
                plan.Refuse(row, problem!);
            }
            else
            {
                placed.Add(place);
            }
        }

        return placed;
    }

    static (PlacedRow? Row, string? Problem) Place(ImportRow row, List<Subject> subjects, DateTime now)
    {
        if (row.Misshapen is { } misshapen)
        {
            return (null, misshapen);
        }

        if (subjects is not [var subject])
        {
            return (null, subjects.Count == 0 ? $"Subject '{row.Subject}' is not known." : $"Subject '{row.Subject}' is in more than one study.");
        }

        var (at, problem) = CheckTime.Instant(ObservedTime.Text(row.ObservedAt), subject.Site!.Zone, now);
        return at is null ? (null, problem)
            : SourceOf(row.Source) is not { } source ? (null, $"'{row.Source}' is not a source: typed, import, device, external.")
            : (new PlacedRow(row, subject, at.Value, source), null);
    }

    static ObservationSource? SourceOf(string word) => word switch
    {
        "" or "import" => ObservationSource.Import,
        "typed" => ObservationSource.Typed,
        "device" => ObservationSource.Device,
        "external" => ObservationSource.External,
        _ => null,
    };
}
