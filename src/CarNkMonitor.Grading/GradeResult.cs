namespace CarNkMonitor.Grading;

/// <summary>What one table made of the facts at one moment: a range, never a guess.</summary>
/// <param name="Criteria">Criteria id: the table and its edition.</param>
/// <param name="Range">Lowest and highest grade; null exactly when <paramref name="State"/> is <see cref="GradeState.NotAssessed"/>.</param>
/// <param name="State">Determined exactly when the bounds are equal, unless the table does not apply.</param>
/// <param name="Flags">Flags of the table by their names in the specification; order has no meaning.</param>
public sealed record GradeResult(string Criteria, GradeRange? Range, GradeState State, IReadOnlySet<string> Flags)
{
    /// <summary>The inputs that decided, by observation code.</summary>
    public IReadOnlyList<Driver> Drivers { get; init; } = [];

    /// <summary>The inputs that are not recorded and on which the grade hangs, with the grades that hang on each.</summary>
    public IReadOnlyList<MissingInput> Missing { get; init; } = [];

    /// <summary>One sentence that a physician can read, in English.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>Lower bound as a number; null when not assessed.</summary>
    public int? Low => (int?)Range?.Low;

    /// <summary>Upper bound as a number; null when not assessed.</summary>
    public int? High => (int?)Range?.High;
}

/// <summary>An input that decided the grade.</summary>
/// <param name="Code">Observation code, for example <c>temperature</c>.</param>
/// <param name="Value">As it is compared: canonical unit, or the coded value.</param>
/// <param name="Unit">Canonical UCUM unit; null for coded and yes/no values.</param>
/// <param name="ObservedAt">UTC; null when graded from a case table.</param>
/// <param name="FactId">The stored observation; null when graded from a case table.</param>
public sealed record Driver(string Code, string Value, string? Unit = null, DateTime? ObservedAt = null, Guid? FactId = null);

/// <summary>A missing input and the grades that hang on it.</summary>
/// <param name="Code">Observation code.</param>
/// <param name="CouldReach">
/// Every grade that some value of this input leads to, where another value of it (all else equal) leads to a different grade; ascending.
/// </param>
public sealed record MissingInput(string Code, IReadOnlyList<int> CouldReach);
