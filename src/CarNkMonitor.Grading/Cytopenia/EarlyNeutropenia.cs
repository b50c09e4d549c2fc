using CarNkMonitor.Grading.Cytopenia.Days;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>
/// Days 0 to 30 of the neutrophils, counted as early ICAHT counts them (specification 2.3 steps 1 to 6): lowest count of each day, gaps of up to
/// 7 days filled, low days, runs joined across one or two better days.
/// </summary>
public readonly record struct EarlyNeutropenia
{
    const decimal ImputedTo = 10;
    const int StartsBy = 3;

    /// <summary>Days with a count of their own.</summary>
    public int MeasuredDays { get; private init; }

    /// <summary>Days without a count in gaps of more than 7 days: they are not filled, do not count as low, and break a run.</summary>
    public int UnfilledDays { get; private init; }

    /// <summary>The last day read: day 30, or the end of the course.</summary>
    public int LastDay { get; private init; }

    /// <summary>Length in days of the longest run at or below 500/µL.</summary>
    public int Longest500 => Severe.Joined.Longest.Length;

    /// <summary>Length in days of the longest run at or below 100/µL.</summary>
    public int Longest100 => Profound.Joined.Longest.Length;

    /// <summary>All days at or below 500/µL, imputed ones included, without the better days between joined runs. For display.</summary>
    public int LowDays500 => Severe.Count;

    /// <summary>All days at or below 100/µL, counted in the same way. For display.</summary>
    public int LowDays100 => Profound.Count;

    /// <summary>The run at or below 500/µL that began by day 3 (inclusive) and lasts through the last day of a final window; null if none.</summary>
    internal DayRun? Unbroken { get; private init; }

    /// <summary>Never above 500/µL, judged only once the window is final.</summary>
    public bool NeverAbove500 => Unbroken is not null;

    internal DaySet Severe { get; private init; }

    internal DaySet Profound { get; private init; }

    internal bool HasBounds { get; private init; }

    /// <summary>Row one of the printed table.</summary>
    public SevereDays SevereDays =>
        NeverAbove500 ? SevereDays.NeverAbove
        : Longest500 >= 14 ? SevereDays.FourteenOrMore
        : Longest500 >= 7 ? SevereDays.SevenToThirteen
        : Longest500 >= 1 ? SevereDays.OneToSix
        : SevereDays.None;

    /// <summary>Row two of the printed table.</summary>
    public ProfoundDays ProfoundDays =>
        Longest100 >= 14 ? ProfoundDays.FourteenOrMore
        : Longest100 >= 7 ? ProfoundDays.SevenToThirteen
        : ProfoundDays.UnderSeven;

    /// <summary>The days of a course; a bound is read as its highest value. No days at all when the course ends before day 0.</summary>
    public static EarlyNeutropenia Of(IcahtInputs inputs) => Of(inputs, Reading.Highest);

    internal static EarlyNeutropenia Of(IcahtInputs inputs, Reading reading)
    {
        var last = Math.Min(Icaht.LastEarlyDay, inputs.EndDay);
        var room = inputs.Counts.Count <= 64 ? stackalloc DailyCount[inputs.Counts.Count] : new DailyCount[inputs.Counts.Count];
        Span<FilledDay> days = stackalloc FilledDay[Math.Max(0, last + 1)];
        var daily = DailyCount.Of(inputs.Counts, 0, last, room);
        DayFilling.Fill(daily, reading, ImputedTo, days);
        var severe = DaySet.AtMost(days, Icaht.Severe);
        return new()
        {
            LastDay = last,
            MeasuredDays = daily.Length,
            UnfilledDays = DaySet.Missing(days).Count,
            HasBounds = daily.ContainsOpen(),
            Severe = severe,
            Profound = DaySet.AtMost(days, Icaht.Profound),
            Unbroken = inputs.IsFinal ? Lasting(severe.Joined, last) : null,
        };
    }

    static DayRun? Lasting(DaySet severe, int last)
    {
        foreach (var run in severe)
        {
            if (run.From <= StartsBy && run.To == last)
            {
                return run;
            }
        }

        return null;
    }
}
