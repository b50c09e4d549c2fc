using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Quantities;
using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>
/// Rates of vasopressors as many pumps show them, in µg/min: divided by the body weight that stands at their moment, because the catalogue keeps
/// them per kg. A weight that is amended later leaves the rates as they were read. Pure but for <see cref="CatalogFor"/>.
/// </summary>
public static class RatesByWeight
{
    /// <summary>UCUM.</summary>
    public const string Unit = "ug/min";

    /// <summary>The catalogue's code of the body weight.</summary>
    public const string Weight = "weight";

    const string PerKilogram = "ug/kg/min";

    public static bool IsByWeight(ObservationType type) => type?.Quantity?.Unit == PerKilogram;

    /// <summary>What to do about a rate in µg/min while no weight is known; null for everything else.</summary>
    public static string? Advice(ObservationType type, string? unit) =>
        IsByWeight(type) && unit == Unit ? "For ug/min enter the body weight first, in this check or an earlier one." : null;

    /// <summary>The catalogue in which rates are accepted in µg/min too, where a weight stands at that moment; else the same catalogue.</summary>
    /// <param name="items">Typed together. A weight among them counts before an earlier one.</param>
    /// <param name="weights">Of the same subject; later ones do not matter.</param>
    public static ObservationCatalog For(this ObservationCatalog catalog, IReadOnlyList<CheckItem> items, DateTime at, IEnumerable<BodyWeight> weights) =>
        AreAmong(items) && (WeightIn(catalog, items) ?? weights.Where(weight => weight.At <= at).MaxBy(weight => weight.At)?.Kilograms) is { } kilograms
            ? catalog.With(type => IsByWeight(type) ? type with { Quantity = ByWeight(type.Quantity!, kilograms) } : type) : catalog;

    /// <summary>As <see cref="For"/>, with the weights of the record; they are read only where a rate asks for them.</summary>
    internal static async Task<ObservationCatalog> CatalogFor(
        this MonitorContext db, Guid subjectId, ObservationCatalog catalog, IReadOnlyList<CheckItem> items, DateTime at, CancellationToken cancel) =>
        AreAmong(items) ? catalog.For(items, at, await db.WeightsOf(subjectId, cancel)) : catalog;

    internal static async Task<List<BodyWeight>> WeightsOf(this MonitorContext db, Guid subjectId, CancellationToken cancel) =>
        [.. Weights(await db.Observations.Current().AsNoTracking().Where(fact => fact.SubjectId == subjectId && fact.Code == Weight).ToListAsync(cancel))];

    /// <summary>Those among the facts of one subject.</summary>
    public static IEnumerable<BodyWeight> Weights(IEnumerable<Observation> facts) =>
        facts.Where(fact => fact is { Code: Weight, Comparator: Comparator.Equal }).Select(fact => new BodyWeight(fact.ObservedAt, fact.Value!.Value));

    internal static bool AreAmong(IEnumerable<CheckItem> items) => items.Any(item => Contains(item.Code));

    internal static bool Contains(string code) => ObservationCatalog.Default.Find(code) is { } type && IsByWeight(type);

    static QuantityRule ByWeight(QuantityRule rule, decimal kilograms) =>
        rule with { OtherUnits = [.. rule.OtherUnits, new UnitFactor(Unit, 1, kilograms, 0)] };

    static decimal? WeightIn(ObservationCatalog catalog, IReadOnlyList<CheckItem> items) =>
        items.LastOrDefault(item => item.Code == Weight) is { } typed
        && EntryRules.Read(typed, ObservationSource.Typed, catalog) is Readable { Comparator: Comparator.Equal } read ? read.Value : null;
}

/// <summary>What a subject weighed at an instant (UTC), in kg.</summary>
public sealed record BodyWeight(DateTime At, decimal Kilograms);
