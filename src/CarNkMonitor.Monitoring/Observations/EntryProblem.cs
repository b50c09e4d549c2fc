namespace CarNkMonitor.Monitoring.Observations;

/// <summary>Why something cannot be stored as it was typed, in a sentence for the person who typed it.</summary>
/// <param name="Field">The catalogue code, or <c>observedAt</c>, <c>notDone</c>, <c>check</c>.</param>
/// <param name="Reason">A whole sentence, with the accepted range where there is one.</param>
/// <param name="Item">Index in <see cref="CheckEntry.Items"/>; null when it is not about one item.</param>
/// <param name="Offer">What was probably meant; never stored by itself.</param>
/// <param name="IsAboutTime">The item's own time is wrong, not its value.</param>
public sealed record EntryProblem(string Field, string Reason, int? Item = null, UnitOffer? Offer = null, bool IsAboutTime = false)
{
    /// <summary>The check that holds what stands against it, and where that is amended; null where nothing does.</summary>
    public Guid? StandsIn { get; init; }
}

/// <summary>The typed number makes sense in another unit: submit it again with <see cref="Unit"/> to accept.</summary>
/// <param name="Unit">The unit in which the typed number is possible, for example <c>[degF]</c>.</param>
/// <param name="Display">What it would be in the canonical unit, for example <c>37.0</c>.</param>
/// <param name="DisplayUnit">The canonical unit, for example <c>Cel</c>.</param>
public sealed record UnitOffer(string Unit, string Display, string DisplayUnit);
