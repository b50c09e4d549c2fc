using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Quantities;
using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>One row of the observation catalogue: what a code means and what may be entered for it.</summary>
/// <param name="Code">Stable key, never reused.</param>
/// <param name="Display">Label for people.</param>
/// <param name="Quantity">Units and limits of a number; null for coded and yes/no values.</param>
/// <param name="Codes">Allowed codes of a coded value; empty otherwise.</param>
/// <param name="IsMultiple">Several may stand at the same instant, with different codes.</param>
/// <param name="Panel">V vitals, N neuro, C CRS, and so on.</param>
/// <param name="Notes">Synonyms and traps, for people; never parsed.</param>
public sealed record ObservationType(
    string Code, string Display, ObservationKind Kind, ObservationValueType ValueType, string? Loinc,
    QuantityRule? Quantity, IReadOnlyList<string> Codes, bool IsMultiple, string Panel, string Notes)
{
    /// <summary>Limits of normal in the canonical unit, where neither the laboratory nor the study gives any; null where there are none.</summary>
    public ReferenceRange? NormalOfMen { get; init; }

    /// <inheritdoc cref="NormalOfMen"/>
    public ReferenceRange? NormalOfWomen { get; init; }

    /// <summary>The limits for a person of this sex; of unknown sex, only where both have the same: a limit is never guessed.</summary>
    public ReferenceRange? Normal(Sex sex) => sex switch
    {
        Sex.Male => NormalOfMen,
        Sex.Female => NormalOfWomen,
        Sex.Unknown => NormalOfMen == NormalOfWomen ? NormalOfMen : null,
    };

    /// <summary>Points that a person counts or a scale that a person chooses: each is one whole number, which nobody knows only as a bound.</summary>
    public bool IsScore => ValueType == ObservationValueType.WholeNumber && Quantity!.Unit is "{score}" or "1";

    /// <summary>A trait is a standing fact about the subject: an entry holds until the next one.</summary>
    public bool IsTrait => Kind == ObservationKind.Trait;
}

public enum ObservationKind { Vital, Lab, Assessment, Event, Trait }

/// <summary>WholeNumber: where typed in the canonical unit, fractions are refused.</summary>
public enum ObservationValueType { Quantity, WholeNumber, YesNo, Coded }
