namespace CarNkMonitor.Grading.Cytopenia.Days;

/// <summary>
/// Fills missing days (specification 2.3 step 2; Liang 2024, Fred Hutchinson): linear by day between two measured ones, the first value copied
/// back, the last one copied forward. Measured values stay as they are.
/// </summary>
static class DayFilling
{
    /// <summary>Runs of up to so many consecutive missing days are filled (inclusive); longer ones stay missing as a whole.</summary>
    public const int LongestGap = 7;

    /// <summary>Fills the days from day 0 on.</summary>
    /// <param name="daily">Sorted, one for each measured day, none outside of the days to fill.</param>
    /// <param name="reading">Which end of a bound is taken.</param>
    /// <param name="step">Imputed values are rounded to the nearest multiple of this, a tie to the even multiple.</param>
    /// <param name="days">One place for each day.</param>
    public static void Fill(ReadOnlySpan<DailyCount> daily, Reading reading, decimal step, Span<FilledDay> days)
    {
        days.Clear();
        if (daily.IsEmpty)
        {
            return;
        }

        Copy(daily[0].At(reading), step, days[..daily[0].Day]);
        Copy(daily[^1].At(reading), step, days[(daily[^1].Day + 1)..]);
        for (var at = 0; at < daily.Length; at++)
        {
            days[daily[at].Day] = new(DayOrigin.Measured, daily[at].At(reading));
            if (at > 0)
            {
                Interpolate(daily[at - 1], daily[at], reading, step, days);
            }
        }
    }

    static void Copy(decimal value, decimal step, Span<FilledDay> gap)
    {
        if (gap.Length <= LongestGap)
        {
            gap.Fill(new(DayOrigin.Imputed, Rounded(value, step)));
        }
    }

    static void Interpolate(DailyCount before, DailyCount after, Reading reading, decimal step, Span<FilledDay> days)
    {
        var distance = after.Day - before.Day;
        if (distance - 1 > LongestGap)
        {
            return;
        }

        for (var day = before.Day + 1; day < after.Day; day++)
        {
            // Multiply first, divide once: a value that is exactly a tie stays one.
            var value = ((before.At(reading) * (after.Day - day)) + (after.At(reading) * (day - before.Day))) / distance;
            days[day] = new(DayOrigin.Imputed, Rounded(value, step));
        }
    }

    static decimal Rounded(decimal value, decimal step) => decimal.Round(value / step, MidpointRounding.ToEven) * step;
}
