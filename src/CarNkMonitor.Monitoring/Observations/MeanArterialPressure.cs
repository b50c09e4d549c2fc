using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>
/// The mean arterial pressure where none was entered: (systolic + 2 × diastolic) / 3 in mm[Hg], rounded half away from zero to whole numbers. It is
/// worked out wherever it is shown and never stored, so that it follows an amended pressure; no table grades it. Pure.
/// </summary>
public static class MeanArterialPressure
{
    public const string Code = "map";

    public static decimal Of(decimal systolic, decimal diastolic) => decimal.Round((systolic + (2 * diastolic)) / 3, 0, MidpointRounding.AwayFromZero);

    /// <summary>Of the pressures of one check; null where one of the two is missing or a bound, where they are of different instants, or where a mean was entered.</summary>
    public static decimal? DerivedFrom(IReadOnlyList<Observation> values) =>
        values.All(value => value.Code != Code)
        && (Number(values, "sbp"), Number(values, "dbp")) is ({ } systolic, { } diastolic) && systolic.ObservedAt == diastolic.ObservedAt
            ? Of(systolic.Value!.Value, diastolic.Value!.Value) : null;

    static Observation? Number(IReadOnlyList<Observation> values, string code) =>
        values.FirstOrDefault(value => value.Code == code && value is { Comparator: Comparator.Equal, Value: not null });
}
