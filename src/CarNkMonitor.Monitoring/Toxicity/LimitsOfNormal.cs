using System.Collections.Concurrent;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Quantities;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>Which limits of normal belong to a value: those printed with it, otherwise its laboratory's at that date, otherwise the catalogue's for the sex.</summary>
public sealed class LimitsOfNormal(Subject subject, SettingsHistory settings)
{
    static readonly ConcurrentDictionary<Sex, IReadOnlyDictionary<string, ReferenceRange>> Fallbacks = new();

    /// <summary>Its calendar gives a value its date.</summary>
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(subject.Site!.Zone);

    /// <summary>The catalogue's limits in canonical units.</summary>
    public static IReadOnlyDictionary<string, ReferenceRange> Fallback(Sex sex) => Fallbacks.GetOrAdd(sex, static sex => (
        from type in ObservationCatalog.Default.All
        let limits = type.Normal(sex)
        where limits is not null
        select (type.Code, limits.Value)).ToDictionary(pair => pair.Code, pair => pair.Value));

    /// <summary>Those of the value's own laboratory, in the unit in which it was entered; null when neither the report nor the study knows any.</summary>
    public ReferenceRange? Of(Observation observation)
    {
        var (printed, range) = (new ReferenceRange(observation.ReferenceLow, observation.ReferenceHigh), OfLaboratory(observation));
        return printed == default ? range : new ReferenceRange(printed.Lower ?? range?.Lower, printed.Upper ?? range?.Upper);
    }

    ReferenceRange? OfLaboratory(Observation observation)
    {
        var ranges = settings.At(observation.ObservedAt).Settings.LaboratoryRanges;
        if (ranges.Count == 0 || ObservationCatalog.Default.Find(observation.Code)?.Quantity is not { } rule)
        {
            return null;
        }

        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(observation.ObservedAt, Zone));
        var range = ranges
            .Where(one => one.SiteId == subject.SiteId && one.Code == observation.Code && one.From <= date && (one.Sex is null || one.Sex == subject.Sex))
            .OrderBy(one => one.Sex is not null).ThenBy(one => one.From).LastOrDefault();
        return range is null ? null : In(rule, range, observation.EnteredUnit ?? rule.Unit);
    }

    static ReferenceRange In(QuantityRule rule, LaboratoryRange range, string unit) =>
        range.Unit == unit ? range.Limits : new ReferenceRange(Convert(rule, range.Lower, range.Unit, unit), Convert(rule, range.Upper, range.Unit, unit));

    static decimal? Convert(QuantityRule rule, decimal? limit, string from, string to) =>
        limit is { } value && rule.ToCanonical(value, from) is { } canonical ? rule.FromCanonical(canonical, to) : null;
}
