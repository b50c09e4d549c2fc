using CarNkMonitor.Grading.Cytopenia.Days;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>
/// Days 0 to 30 of the platelets, counted as early T-ICAHT counts them (specification 2.4): filled as for ICAHT, imputed values to the nearest 1,
/// and all low days added up, with the one or two better days between two runs of them.
/// </summary>
public readonly record struct EarlyThrombocytopenia
{
    const decimal ImputedTo = 1;
    const int RecoveryDays = 3;
    const int TransfusionFreeDays = 7;

    /// <summary>Days with a count of their own.</summary>
    public int MeasuredDays { get; private init; }

    /// <summary>Days without a count in gaps of more than 7 days: they are not filled and do not count as low.</summary>
    public int UnfilledDays { get; private init; }

    /// <summary>The last day read: day 30, or the end of the course.</summary>
    public int LastDay { get; private init; }

    /// <summary>Days below 50 * 10*9/L, added up over all runs.</summary>
    public int Days50 => Low.Count;

    /// <summary>Days below 20 * 10*9/L, added up over all runs.</summary>
    public int Days20 => VeryLow.Count;

    /// <summary>
    /// The first of 3 days in a row at or above 20, after a day below 20, each without a platelet transfusion on that day or the 6 days before;
    /// null while there is none, or when platelets were never below 20.
    /// </summary>
    public int? RecoveryDay { get; private init; }

    internal DaySet Low { get; private init; }

    internal DaySet VeryLow { get; private init; }

    internal bool HasBounds { get; private init; }

    /// <summary>Row one of the printed table.</summary>
    public LowPlateletDays LowDays => Days50 >= 7 ? LowPlateletDays.SevenOrMore : Days50 >= 1 ? LowPlateletDays.OneToSix : LowPlateletDays.None;

    /// <summary>Row two of the printed table.</summary>
    public VeryLowPlateletDays VeryLowDays =>
        Days20 >= 14 ? VeryLowPlateletDays.FourteenOrMore : Days20 >= 1 ? VeryLowPlateletDays.OneToThirteen : VeryLowPlateletDays.None;

    /// <summary>The days of a course; a bound is read as its highest value. No days at all when the course ends before day 0.</summary>
    public static EarlyThrombocytopenia Of(TicahtInputs inputs) => Of(inputs, Reading.Highest);

    internal static EarlyThrombocytopenia Of(TicahtInputs inputs, Reading reading)
    {
        var last = Math.Min(Ticaht.LastEarlyDay, inputs.EndDay);
        var room = inputs.Counts.Count <= 64 ? stackalloc DailyCount[inputs.Counts.Count] : new DailyCount[inputs.Counts.Count];
        Span<FilledDay> days = stackalloc FilledDay[Math.Max(0, last + 1)];
        var daily = DailyCount.Of(inputs.Counts, 0, last, room);
        DayFilling.Fill(daily, reading, ImputedTo, days);
        var (missing, veryLow) = (DaySet.Missing(days), DaySet.Below(days, Ticaht.VeryLow));
        return new()
        {
            LastDay = last,
            MeasuredDays = daily.Length,
            UnfilledDays = missing.Count,
            HasBounds = daily.ContainsOpen(),
            Low = DaySet.Below(days, Ticaht.Low).Joined,
            VeryLow = veryLow.Joined,
            RecoveryDay = Recovery(veryLow, missing, inputs),
        };
    }

    static int? Recovery(DaySet veryLow, DaySet missing, TicahtInputs inputs)
    {
        var (wasLow, good) = (false, 0);
        for (var day = 0; day <= Ticaht.LastEarlyDay && day <= inputs.EndDay; day++)
        {
            wasLow |= veryLow.Contains(day);
            var isGood = wasLow && !veryLow.Contains(day) && !missing.Contains(day) && Transfusions.NoneWithin(inputs.TransfusionDays, TransfusionFreeDays, day);
            good = isGood ? good + 1 : 0;
            if (good == RecoveryDays)
            {
                return day - RecoveryDays + 1;
            }
        }

        return null;
    }
}
