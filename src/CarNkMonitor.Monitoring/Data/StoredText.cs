namespace CarNkMonitor.Monitoring.Data;

/// <summary>
/// How much of a free text is kept, pure. Columns are made from the same numbers, so a text is refused at the door with a sentence and not by
/// one of the databases later (SQLite keeps no limit at all).
/// </summary>
public static class StoredText
{
    public const int LongestReason = 500;
    public const int LongestNote = 2000;
    public const int LongestUserName = 256;

    /// <summary>Why a reason cannot be kept, in a sentence for who gave it; null when it can.</summary>
    /// <param name="ask">What is said where there is none.</param>
    public static string? ProblemOfReason(string? reason, string ask) => string.IsNullOrWhiteSpace(reason) ? ask : Problem(reason, LongestReason);

    /// <summary>Why a text cannot be kept, in a sentence for who wrote it; null when it can, or when there is none.</summary>
    /// <param name="text">Blanks around it are not kept and do not count.</param>
    /// <param name="longest">Characters, inclusive.</param>
    public static string? Problem(string? text, int longest) =>
        text is null ? null
        : text.Trim().Length is var length && length > longest ? $"A text has up to {longest} characters; this one has {length}. Shorten it."
        : text.Contains('\0') ? "A text cannot hold the character 0. Type it again." // PostgreSQL cannot store it
        : null;
}
