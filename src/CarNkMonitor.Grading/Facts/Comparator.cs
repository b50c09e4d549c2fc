namespace CarNkMonitor.Grading.Facts;

/// <summary>How a reported number stands to the true one. A bound (<c>&lt;5</c>) is never the number itself.</summary>
public enum Comparator
{
    /// <summary>The value is the number.</summary>
    Equal,

    /// <summary>The value is below the number (exclusive).</summary>
    Below,

    /// <summary>The value is above the number (exclusive).</summary>
    Above,
}
