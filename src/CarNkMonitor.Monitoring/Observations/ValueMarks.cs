using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>Where a value lies beside its limits of normal.</summary>
public enum ValueMark
{
    /// <summary>Within them, or there are none, or the value is a bound that lies on no known side.</summary>
    None,

    /// <summary>Below the lower limit.</summary>
    Low,

    /// <summary>Above the upper limit.</summary>
    High,
}

/// <summary>
/// Marks values outside their limits of normal, pure: each limit is the one printed with the value, else that of the study's laboratory, else the
/// catalogue's for the sex. A value equal to a limit is normal. A mark is for the eye; it refuses and grades nothing.
/// </summary>
public sealed class ValueMarks(Subject subject, SettingsHistory settings)
{
    readonly LimitsOfNormal _limits = new(subject, settings);

    /// <summary>The mark of a stored value.</summary>
    public ValueMark Of(Observation observation)
    {
        if (observation is not { Value: { } value, Unit: { } unit } || ObservationCatalog.Default.Find(observation.Code) is not { } type)
        {
            return ValueMark.None;
        }

        var (own, last) = (_limits.Of(observation), type.Normal(subject.Sex));
        var entered = new Measured(Number(observation, value, unit), observation.Comparator);
        var canonical = new Measured(value, observation.Comparator);
        return (own?.Lower is { } lower ? IsBelow(entered, lower) : last?.Lower is { } lowest && IsBelow(canonical, lowest)) ? ValueMark.Low
            : (own?.Upper is { } upper ? IsAbove(entered, upper) : last?.Upper is { } highest && IsAbove(canonical, highest)) ? ValueMark.High
            : ValueMark.None;
    }

    static decimal Number(Observation observation, decimal value, string unit) =>
        observation.EnteredUnit is { } entered && entered != unit && TypedNumber.Read(observation.EnteredValue!).Number is { } typed ? typed.Value : value;

    /// <summary>All values of "&lt;5" lie below 5 itself; of "&gt;5" nobody knows how far up they go.</summary>
    static bool IsBelow(Measured value, decimal limit) => value.Comparator switch
    {
        Comparator.Equal => value.Value < limit,
        Comparator.Below => value.Value <= limit,
        Comparator.Above => false,
    };

    static bool IsAbove(Measured value, decimal limit) => value.Comparator switch
    {
        Comparator.Equal => value.Value > limit,
        Comparator.Below => false,
        Comparator.Above => value.Value >= limit,
    };
}
