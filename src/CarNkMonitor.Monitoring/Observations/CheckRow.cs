using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>When a check was observed and recorded, and under which settings.</summary>
/// <param name="Items">Of each item of the entry, where some have a time of their own.</param>
sealed record CheckMoment(DateTime ObservedAt, DateTime RecordedAt, StudySettings Settings, IReadOnlyList<DateTime>? Items = null)
{
    public DateTime Of(int item) => Items is null ? ObservedAt : Items[item];

    public bool IsLate => Lateness.IsLate(ObservedAt, RecordedAt, Settings);
}

/// <summary>Turns a readable check into the rows that are stored: the value in its canonical unit beside what was typed.</summary>
static class CheckRow
{
    public static BedsideCheck Of(StaffMember person, CheckEntry entry, CheckReading reading, CheckMoment moment)
    {
        var check = new BedsideCheck
        {
            SubjectId = entry.SubjectId, SubmissionId = entry.SubmissionId, Source = entry.Source, RecordedById = person.Id,
            ObservedAt = moment.ObservedAt, RecordedAt = moment.RecordedAt, IsLate = moment.IsLate,
            IncompleteReason = NullIfBlank(entry.IncompleteReason),
        };
        check.Observations.AddRange(reading.Items.Select(item => ObservationOf(person, check, entry.Items[item.Item], item.Reading, moment.Of(item.Item))));
        check.NotDone.AddRange((entry.NotDone ?? []).Select(item =>
            new NotDone { CheckId = check.Id, Code = item.Code, Because = item.Because.Trim() }));
        return check;
    }

    static Observation ObservationOf(StaffMember person, BedsideCheck check, CheckItem item, Readable reading, DateTime observedAt) => new()
    {
        SubjectId = check.SubjectId, CheckId = check.Id, Code = reading.Type.Code,
        Comparator = reading.Comparator, Value = reading.Value, Unit = reading.Type.Quantity?.Unit, Coded = reading.Coded, Flag = reading.Flag,
        EnteredValue = item.Value!.Trim(), EnteredUnit = reading.Type.Quantity is null ? null : item.Unit, Note = NullIfBlank(item.Note),
        ReferenceLow = reading.Limits.Lower, ReferenceHigh = reading.Limits.Upper,
        ObservedAt = observedAt, EndedAt = item.EndedAt, RecordedAt = check.RecordedAt, RecordedById = person.Id, Source = check.Source,
        IsProvisional = RecordPermission.IsProvisional(person, reading.Type.Code),
    };

    static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
