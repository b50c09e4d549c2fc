using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Staff;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>The row that supersedes another one: same subject, check, code and observed time.</summary>
static class AmendedRow
{
    /// <summary>A new value keeps note and limits of normal of the old one, unless it comes with its own or in another unit.</summary>
    public static Observation Correction(
        StaffMember person, Observation before, CheckItem corrected, Readable reading, string reason, DateTime now) => new()
    {
        ReferenceLow = LimitsOf(before, corrected, reading).Lower, ReferenceHigh = LimitsOf(before, corrected, reading).Upper,
        SubjectId = before.SubjectId, CheckId = before.CheckId, Code = before.Code, Source = before.Source,
        Comparator = reading.Comparator, Value = reading.Value, Unit = reading.Type.Quantity?.Unit, Coded = reading.Coded, Flag = reading.Flag,
        EnteredValue = corrected.Value!.Trim(), EnteredUnit = reading.Type.Quantity is null ? null : corrected.Unit, Note = NoteOf(before, corrected),
        ObservedAt = before.ObservedAt, EndedAt = corrected.EndedAt ?? before.EndedAt, RecordedAt = now, RecordedById = person.Id,
        IsProvisional = RecordPermission.IsProvisional(person, before.Code), SupersedesId = before.Id, Reason = reason.Trim(),
    };

    /// <summary>Limits that are not told at all (null) stay with a value in the same unit; blank ones are taken away.</summary>
    public static ReferenceRange LimitsOf(Observation before, CheckItem corrected, Readable reading) =>
        corrected is { ReferenceLow: null, ReferenceHigh: null } && corrected.Unit == before.EnteredUnit
            ? new ReferenceRange(before.ReferenceLow, before.ReferenceHigh) : reading.Limits;

    /// <summary>A note that is not told (null) stays; a blank one is taken away.</summary>
    public static string? NoteOf(Observation before, CheckItem corrected) =>
        corrected.Note is null ? before.Note : string.IsNullOrWhiteSpace(corrected.Note) ? null : corrected.Note.Trim();

    public static Observation Withdrawal(StaffMember person, Observation before, string reason, DateTime now) => new()
    {
        SubjectId = before.SubjectId, CheckId = before.CheckId, Code = before.Code, Source = before.Source,
        ObservedAt = before.ObservedAt, RecordedAt = now, RecordedById = person.Id,
        SupersedesId = before.Id, IsWithdrawal = true, Reason = reason.Trim(),
    };
}
