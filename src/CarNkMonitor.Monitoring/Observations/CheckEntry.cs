namespace CarNkMonitor.Monitoring.Observations;

/// <summary>What somebody asks to record: the items of one moment, as they were typed.</summary>
/// <param name="SubmissionId">Made when the form was rendered; the same id again is the same check.</param>
/// <param name="Items">Only what was filled in. A blank item is left out here: missing is missing.</param>
/// <param name="NotDone">Items that could not be done, and why.</param>
/// <param name="IncompleteReason">Why the check as a whole is incomplete.</param>
public sealed record CheckEntry(
    Guid SubmissionId, Guid SubjectId, ObservedTime ObservedAt, IReadOnlyList<CheckItem> Items,
    IReadOnlyList<ItemNotDone>? NotDone = null, string? IncompleteReason = null, ObservationSource Source = ObservationSource.Typed);

/// <summary>One observation as it was typed.</summary>
/// <param name="Code">A code of the catalogue.</param>
/// <param name="Value">A number as typed (point or comma; <c>&lt;5</c> and <c>&gt;2000</c> are bounds), one of the type's codes, or true or false.</param>
/// <param name="Unit">UCUM unit of a number, always stated; blank for every other value.</param>
/// <param name="IsConfirmed">The person has seen the question about an alarming value and says that it is right.</param>
/// <param name="Note">Free text, never parsed.</param>
/// <param name="EndedAt">UTC end of something that ran, for example a vasopressor.</param>
/// <param name="ObservedAt">When this item was true, where that is not the time of the check: a dose given, a sample taken. Null = with the check.</param>
/// <param name="ReferenceLow">Lower limit of normal that the laboratory printed beside the value, as typed, in <paramref name="Unit"/>; blank = none.</param>
/// <param name="ReferenceHigh">Upper limit, likewise.</param>
public sealed record CheckItem(
    string Code, string? Value, string? Unit = null, bool IsConfirmed = false, string? Note = null, DateTime? EndedAt = null,
    string? ReferenceLow = null, string? ReferenceHigh = null, ObservedTime? ObservedAt = null);

/// <summary>This item was not done, because.</summary>
public sealed record ItemNotDone(string Code, string Because);
