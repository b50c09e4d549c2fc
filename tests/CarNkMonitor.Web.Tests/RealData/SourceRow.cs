using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Web.Tests.RealData;

/// <summary>One reading of real data: renamed to our codes and units, or said to have none. Nothing is dropped, repaired or skipped.</summary>
/// <param name="Origin">File, and item or column.</param>
/// <param name="At">When it was observed.</param>
/// <param name="KnownAt">When the source had it: the virtual clock shows this when it is recorded.</param>
/// <param name="Text">As it stands in the source.</param>
/// <param name="Item">Our code and unit; null if it has none.</param>
/// <param name="Unmapped">Why it has none.</param>
sealed record SourceRow(string Origin, DateTime At, DateTime KnownAt, string Text, CheckItem? Item, string? Unmapped = null);

/// <summary>All readings of one person, and the days that stand for infusion days.</summary>
sealed record SourceSubject(
    string Code, DateOnly? BirthDate, int? AgeDays, ObservationSource Source, IReadOnlyList<DateTime> Infusions, IReadOnlyList<SourceRow> Rows,
    Sex Sex = Sex.Unknown);

/// <summary>What a source's item is called here; null unit: as the row says.</summary>
sealed record Named(string Code, string? Unit = null);
