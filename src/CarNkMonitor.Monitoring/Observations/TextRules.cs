namespace CarNkMonitor.Monitoring.Observations;

/// <summary>Rules for free text, pure: what must have some, and how much is stored.</summary>
static class TextRules
{
    public const int LongestNote = 2000;
    public const int LongestReason = 500;

    public static IEnumerable<EntryProblem> Problems(CheckEntry entry) =>
    [
        .. entry.Items.Select((item, index) => OfItem(item, index)).OfType<EntryProblem>(),
        .. (entry.NotDone ?? []).Where(item => TooLong(item.Because, LongestReason)).Select(item => new EntryProblem(item.Code, Limit(LongestReason))),
        .. TooLong(entry.IncompleteReason, LongestReason) ? [new EntryProblem("check", Limit(LongestReason))] : Array.Empty<EntryProblem>(),
    ];

    /// <summary>An attribution is a statement with a name, a time and a reason (specification of grading, section 5).</summary>
    static EntryProblem? OfItem(CheckItem item, int index) =>
        RecordPermission.IsAttribution(item.Code) && string.IsNullOrWhiteSpace(item.Note) ? new(item.Code, "An attribution needs its reason as a note.", index)
        : TooLong(item.Note, LongestNote) ? new(item.Code, Limit(LongestNote), index)
        : null;

    /// <summary>PostgreSQL cannot store the character 0.</summary>
    static bool TooLong(string? text, int longest) => text is not null && (text.Length > longest || text.Contains('\0'));

    static string Limit(int longest) => $"A text has up to {longest} characters.";
}
