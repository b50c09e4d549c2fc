using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Staff;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>The row that supersedes another one: same subject, check, code and observed time.</summary>
static class AmendedRow
{
    /// <summary>A new value keeps the limits of normal that were printed beside the old one, unless it comes in another unit or with its own.</summary>
    public static Observation Correction(
        StaffMember person, Observation before, CheckItem corrected, Readable reading, string reason, DateTime now) => new()
    {
        ReferenceLow = LimitsOf(before, corrected, reading).Lower, ReferenceHigh = LimitsOf(before, corrected, reading).Upper,
        SubjectId = before.SubjectId, CheckId = before.CheckId, Code = before.Code, Source = before.Source,
        Comparator = reading.Comparator, Value = reading.Value, Unit = reading.Type.Quantity?.Unit, Coded = reading.Coded, Flag = reading.Flag,
        EnteredValue = corrected.Value!.Trim(), EnteredUnit = reading.Type.Quantity is null ? null : corrected.Unit, Note = corrected.Note ?? before.Note,
        ObservedAt = before.ObservedAt, EndedAt = corrected.EndedAt ?? before.EndedAt, RecordedAt = now, RecordedById = person.Id,
        IsProvisional = RecordPermission.IsProvisional(person, before.Code), SupersedesId = before.Id, Reason = reason.Trim(),
    };

    static ReferenceRange LimitsOf(Observation before, CheckItem corrected, Readable reading) =>
        reading.Limits != default || corrected.Unit != before.EnteredUnit ? reading.Limits : new ReferenceRange(before.ReferenceLow, before.ReferenceHigh);

    public static Observation Withdrawal(StaffMember person, Observation before, string reason, DateTime now) => new()
    {
        SubjectId = before.SubjectId, CheckId = before.CheckId, Code = before.Code, Source = before.Source,
        ObservedAt = before.ObservedAt, RecordedAt = now, RecordedById = person.Id,
        SupersedesId = before.Id, IsWithdrawal = true, Reason = reason.Trim(),
    };
}
