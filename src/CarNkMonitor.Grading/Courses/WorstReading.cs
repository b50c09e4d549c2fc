using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Quantities;

namespace CarNkMonitor.Grading.Courses;

/// <summary>
/// The worst of several readings, of which some may be known only as bounds. One of them may decide alone; otherwise the worst certain number and the
/// bound that reaches beyond it stand together, so that neither hides the other: of a certain 400 and a <c>&lt;1000</c> the highest is at least 400 and
/// below 1000, of a certain 3000 and a <c>&gt;2000</c> at least 3000.
/// </summary>
static class WorstReading
{
    /// <summary>The reading that is the worst, or the certain one with what lies beyond it in <see cref="Fact.Worst"/>.</summary>
    public static Fact? Of(ReadOnlySpan<Fact> facts, bool isHigh)
    {
        var (worst, bound) = Decide(facts, static fact => fact.Measured, static (one, other) => one.Measured.Value.CompareTo(other.Measured.Value), isHigh);
        return worst is null || bound is null ? worst : worst with
        {
            Worst = Together(worst.Measured.Value, bound.Measured, bound.Measured.Value, isHigh),
            Reported = Together(worst, bound, isHigh),
        };
    }

    /// <summary>The multiple that is the highest; a bound beyond it is put on the reference of the certain one, multiplied first and divided once.</summary>
    public static Multiple? Of(ReadOnlySpan<Multiple> multiples)
    {
        var (worst, bound) = Decide<Multiple>(multiples, static one => one.Value, Compare, isHigh: true);
        return bound == default ? (worst == default ? null : worst)
            : worst with { Value = Together(worst.Value.Value, bound.Value, bound.Value.Value * worst.Reference!.Value / bound.Reference!.Value, isHigh: true) };
    }

    static int Compare(Multiple one, Multiple other) => (one.Value.Value * other.Reference!.Value).CompareTo(other.Value.Value * one.Reference!.Value);

    /// <summary>The reading that decides alone; or the worst number and the bound that reaches beyond it.</summary>
    static (T? Worst, T? Bound) Decide<T>(ReadOnlySpan<T> readings, Func<T, Measured> measured, Comparison<T> compare, bool isHigh)
    {
        var (numbers, outward, inward) = (new Outermost<T>(compare, isHigh), new Outermost<T>(compare, isHigh), new Outermost<T>(compare, isHigh));
        foreach (var reading in readings)
        {
            _ = measured(reading).Comparator switch
            {
                Comparator.Equal => numbers.Add(reading),
                Comparator.Above => isHigh ? outward.Add(reading) : inward.Add(reading),
                Comparator.Below => isHigh ? inward.Add(reading) : outward.Add(reading),
            };
        }

        return outward.Exists ? (outward.IsBeyond(numbers, orEqual: true) ? (outward.Value, default) : (numbers.Value, outward.Value))
            : !inward.IsBeyond(numbers, orEqual: false) ? (numbers.Value, default)
            : numbers.Exists ? (numbers.Value, inward.Value)
            : (inward.Value, default);
    }

    static Measured Together(decimal certain, Measured bound, decimal limit, bool isHigh)
    {
        var reach = bound.Comparator == (isHigh ? Comparator.Above : Comparator.Below) ? (decimal?)null : limit;
        return isHigh ? Measured.AtLeast(certain, reach) : Measured.AtMost(certain, reach);
    }

    /// <summary>In the unit of the report where both were reported in it, otherwise in the canonical unit.</summary>
    static ReportedValue? Together(Fact worst, Fact bound, bool isHigh) =>
        worst.Reported is not { } own ? null
        : bound.Reported is { } other && other.Unit == own.Unit ? own with { Value = Together(own.Value.Value, other.Value, other.Value.Value, isHigh) }
        : new ReportedValue(
            Together(worst.Measured.Value, bound.Measured, bound.Measured.Value, isHigh), QuantityRules.Find(worst.Code)!.Unit, Laboratory.CanonicalLimits(worst));

    struct Outermost<T>(Comparison<T> compare, bool isHigh)
    {
        public T? Value { get; private set; }

        public bool Exists { get; private set; }

        /// <summary>Of equals the later stays.</summary>
        public bool Add(T reading)
        {
            Value = Exists && Compare(reading, Value!) < 0 ? Value : reading;
            return Exists = true;
        }

        public readonly bool IsBeyond(Outermost<T> other, bool orEqual) =>
            Exists && (!other.Exists || Compare(Value!, other.Value!) > (orEqual ? -1 : 0));

        readonly int Compare(T one, T other) => isHigh ? compare(one, other) : compare(other, one);
    }
}
