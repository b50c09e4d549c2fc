namespace CarNkMonitor.Grading.Facts;

/// <summary>One raw fact of one subject, as recorded; the input of every course over time.</summary>
/// <param name="Id">The stored observation.</param>
/// <param name="Code">Catalogue code, for example <c>temperature</c>.</param>
/// <param name="ObservedAt">UTC: when it was true. For a dose: when it was given. For a running agent or device: when it was seen running.</param>
public sealed record Fact(Guid Id, string Code, DateTime ObservedAt)
{
    /// <summary>The number in the canonical unit; null for coded and yes/no facts.</summary>
    public decimal? Value { get; init; }

    /// <summary>Whether <see cref="Value"/> is the number or a bound.</summary>
    public Comparator Comparator { get; init; }

    /// <summary>The coded value, for example <c>nasal_cannula</c>.</summary>
    public string? Coded { get; init; }

    /// <summary>The yes/no value.</summary>
    public bool? Flag { get; init; }

    /// <summary>UTC: the recorded end of a running agent or device (exclusive); null when none is recorded.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>An attribution that no physician has countersigned: the lower bound uses it, the upper bound does not.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>A laboratory value as it was reported, in its own unit and with the limits of that laboratory; null when it was entered in the canonical unit without limits.</summary>
    public ReportedValue? Reported { get; init; }

    /// <summary>The number with its comparator.</summary>
    /// <exception cref="ArgumentException">The fact holds no number.</exception>
    public Measured Measured => Worst ?? new(Value ?? throw new ArgumentException($"The observation {Code} needs a number."), Comparator);

    /// <summary>The points of a score, a whole number; null for a bound, which is never its number, and for a fraction, which nobody can have counted.</summary>
    internal int? Points => Measured is { Comparator: Comparator.Equal, Value: >= int.MinValue and <= int.MaxValue and var number } && decimal.IsInteger(number) ? (int)number : null;

    /// <summary>Where this is the worst of several readings and a bound may lie beyond it: both together.</summary>
    internal Measured? Worst { get; init; }
}
