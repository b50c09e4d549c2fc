using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Infection;

/// <summary>Temperatures to the fever of febrile neutropenia (specification 3.1): one high reading, or 38.0 °C sustained.</summary>
static class FeverPattern
{
    /// <summary>Sustained means at least this in every reading, inclusive.</summary>
    const decimal Sustained = 38.0m;

    /// <summary>The single high reading: IDSA counts it, CTCAE wants more.</summary>
    const decimal Single = 38.3m;

    /// <summary>Minutes that sustained fever lasts: IDSA counts them, CTCAE wants more.</summary>
    const decimal Lasting = 60;

    /// <summary>Minutes between two neighbouring readings, inclusive, up to which the fever is taken to have gone on.</summary>
    const decimal LongestGap = 240;

    /// <summary>One reading &gt;= 38.3 °C, or &gt;= 38.0 °C for &gt;= 60 min. Null when nothing is recorded or bounds leave it open.</summary>
    public static bool? Idsa(IReadOnlyList<TemperatureReading> readings) => Of(readings, static reading => reading.IsAtLeast(Single), static minutes => minutes >= Lasting);

    /// <summary>One reading &gt; 38.3 °C, or &gt;= 38.0 °C for &gt; 60 min.</summary>
    public static bool? Ctcae(IReadOnlyList<TemperatureReading> readings) => Of(readings, static reading => reading.IsAbove(Single), static minutes => minutes > Lasting);

    /// <summary>A certain fever before a possible one before none; then the number, and a number before a bound below it.</summary>
    public static (int, decimal, bool) Rank(Measured celsius) =>
        (celsius.IsAtLeast(Sustained) switch { true => 2, null => 1, false => 0 }, celsius.Value, celsius.Comparator != Comparator.Below);

    static bool? Of(IReadOnlyList<TemperatureReading> readings, Func<Measured, bool?> isHigh, Func<decimal, bool> isLong)
    {
        if (readings.Count == 0)
        {
            return null;
        }

        var sorted = InTimeOrder.Of(readings, static reading => reading.Minute);
        return Holds(sorted, isHigh, isLong, forCertain: true) ? true
            : Holds(sorted, isHigh, isLong, forCertain: false) ? null
            : false;
    }

    static bool Holds(IReadOnlyList<TemperatureReading> sorted, Func<Measured, bool?> isHigh, Func<decimal, bool> isLong, bool forCertain)
    {
        for (var index = 0; index < sorted.Count; index++)
        {
            if (IsTrue(isHigh(sorted[index].Celsius), forCertain))
            {
                return true;
            }
        }

        return IsSustained(sorted, isLong, forCertain);
    }

    /// <summary>
    /// Two readings of at least 38.0 °C, every reading between them as well, and no gap that is too long. Of readings at one instant the highest
    /// may begin or end the span, but a low one among them is not bridged.
    /// </summary>
    static bool IsSustained(IReadOnlyList<TemperatureReading> sorted, Func<decimal, bool> isLong, bool forCertain)
    {
        decimal? start = null;
        decimal last = 0;
        for (var index = 0; index < sorted.Count;)
        {
            var minute = sorted[index].Minute;
            var (any, all) = AtInstant(sorted, ref index, forCertain);
            start = !any || minute - last > LongestGap ? null : start;
            if (any && start is { } began && isLong(minute - began))
            {
                return true;
            }

            start = any && (start is null || !all) ? minute : start;
            last = minute;
        }

        return false;
    }

    static (bool Any, bool All) AtInstant(IReadOnlyList<TemperatureReading> sorted, ref int index, bool forCertain)
    {
        var (minute, any, all) = (sorted[index].Minute, false, true);
        for (; index < sorted.Count && sorted[index].Minute == minute; index++)
        {
            var isFever = IsTrue(sorted[index].Celsius.IsAtLeast(Sustained), forCertain);
            any |= isFever;
            all &= isFever;
        }

        return (any, all);
    }

    static bool IsTrue(bool? answer, bool forCertain) => forCertain ? answer == true : answer != false;
}
