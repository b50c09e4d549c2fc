using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>What is no amendment, however its values read.</summary>
static class AmendmentRules
{
    /// <summary>Where the reason belongs in a problem.</summary>
    public const string ReasonField = "reason";

    /// <summary>The one subject of all its rows; null when a row is unknown or named twice, or they are of several subjects.</summary>
    public static async Task<Guid?> SubjectOf(this MonitorContext db, Amendment amendment, CancellationToken cancel)
    {
        var ids = amendment.Values.Select(value => value.ObservationId).Distinct().ToList();
        var subjects = await db.Observations.Where(row => ids.Contains(row.Id)).Select(row => row.SubjectId).ToListAsync(cancel);
        return ids.Count == amendment.Values.Count && subjects.Count == ids.Count && subjects.Distinct().ToList() is [var one] ? one : null;
    }

    public static IEnumerable<EntryProblem> Refusals(StaffMember person, Amendment amendment, IReadOnlyList<Observation> rows, AmendmentReading reading) =>
        reading.Asked.Count == 0 ? [new EntryProblem("check", "Nothing is changed: correct a value, or mark one as withdrawn.")]
        : amendment.Values.Index().Select(value => (value.Index, Reason: Refusal(person, rows[value.Index], value.Item.Corrected)))
            .Where(refused => refused.Reason is not null).Select(refused => new EntryProblem(rows[refused.Index].Code, refused.Reason!, refused.Index))
            .Concat(OfReason(amendment.Reason));

    static IEnumerable<EntryProblem> OfReason(string? reason) =>
        StoredText.ProblemOfReason(reason, $"Say why, in up to {StoredText.LongestReason} characters.") is { } problem ? [new EntryProblem(ReasonField, problem)] : [];

    static string? Refusal(StaffMember person, Observation row, CheckItem? corrected) =>
        row.IsWithdrawal ? "This value was withdrawn; record it anew if it is right after all."
        : row.Code == "infusion" ? "An infusion is the day that everything is counted from; it is withdrawn on the page where infusions are recorded, and recorded anew."
        : corrected is not null && corrected.Code != row.Code ? "An amendment keeps the code; withdraw this one and record the other."
        : RecordPermission.IsAttribution(row.Code) && !person.May(Permission.ConfirmGrade) && row.RecordedById != person.Id
            ? "A cause that somebody else has stated is judged by a physician, on the page of decisions."
        : StoredText.Problem(corrected?.Note, StoredText.LongestNote);
}
