using CarNkMonitor.Monitoring.Data;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>Rules for free text, pure: what must have some, and how much is stored.</summary>
static class TextRules
{
    public static IEnumerable<EntryProblem> Problems(CheckEntry entry) =>
    [
        .. entry.Items.Select((item, index) => OfItem(item, index)).OfType<EntryProblem>(),
        .. (entry.NotDone ?? []).Select(item => OfText(item.Code, item.Because, StoredText.LongestReason)).OfType<EntryProblem>(),
        .. OfText("check", entry.IncompleteReason, StoredText.LongestReason) is { } problem ? [problem] : Array.Empty<EntryProblem>(),
    ];

    /// <summary>An attribution is a statement with a name, a time and a reason (specification of grading, section 5).</summary>
    static EntryProblem? OfItem(CheckItem item, int index) =>
        RecordPermission.IsAttribution(item.Code) && string.IsNullOrWhiteSpace(item.Note) ? new(item.Code, "An attribution needs its reason as a note.", index)
        : OfText(item.Code, item.Note, StoredText.LongestNote, index);

    static EntryProblem? OfText(string field, string? text, int longest, int? item = null) =>
        StoredText.Problem(text, longest) is { } problem ? new(field, problem, item) : null;
}
