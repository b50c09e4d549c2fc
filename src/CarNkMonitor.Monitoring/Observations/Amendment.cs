namespace CarNkMonitor.Monitoring.Observations;

/// <summary>What somebody asks to correct, in one transaction: values of one participant that belong together, and why.</summary>
/// <param name="Values">Each names a row once. One that says what its row says already is no correction and is left out.</param>
/// <param name="Reason">Why; never blank.</param>
public sealed record Amendment(IReadOnlyList<AmendedValue> Values, string? Reason)
{
    /// <summary>As they were typed; a withdrawn value has none.</summary>
    public IReadOnlyList<CheckItem> Items => [.. Values.Select(value => value.Corrected).OfType<CheckItem>()];
}

/// <summary>One stored value and what is true in its place.</summary>
/// <param name="ObservationId">The row as the person saw it.</param>
/// <param name="Corrected">What is true, by the same rules of entry, at the same observed time; null: it was an error and nothing takes its place.</param>
public sealed record AmendedValue(Guid ObservationId, CheckItem? Corrected);

/// <summary>Nothing was stored: somebody else corrected a value since the person looked at it. The person sees what stands now, and decides again.</summary>
public sealed record AmendedMeanwhile(IReadOnlyList<MovedValue> Values) : RecordCheckResult;

/// <summary>A value that is not what the person saw.</summary>
/// <param name="Seen">The row that the person saw.</param>
/// <param name="Now">What stands in its place; the withdrawal where nothing does.</param>
/// <param name="By">Who put it there.</param>
public sealed record MovedValue(Observation Seen, Observation Now, string By);
