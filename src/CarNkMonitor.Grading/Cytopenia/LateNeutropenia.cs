using CarNkMonitor.Grading.Cytopenia.Days;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>
/// The neutrophils of days 31 to 100 as late ICAHT reads them (specification 2.3; Liang 2024): the two lowest days. One low day beside better
/// ones is transient and counts as none; a single count is graded by itself.
/// </summary>
public readonly record struct LateNeutropenia
{
    const int FirstDay = Icaht.LastEarlyDay + 1;
    const decimal Transient = 1500;

    /// <summary>Days with a count.</summary>
    public int MeasuredDays { get; private init; }

    /// <summary>Lowest count, cells/µL; null when there is none.</summary>
    public decimal? Lowest { get; private init; }

    /// <summary>Lowest count of another day, cells/µL; null when fewer than two days have a count.</summary>
    public decimal? SecondLowest { get; private init; }

    internal bool HasBounds { get; private init; }

    /// <summary>The cell of the printed table.</summary>
    public LateNeutrophils Neutrophils =>
        SecondLowest > Transient ? LateNeutrophils.Above1500
        : Lowest <= 100 ? LateNeutrophils.UpTo100
        : Lowest <= 500 ? LateNeutrophils.UpTo500
        : Lowest <= 1000 ? LateNeutrophils.UpTo1000
        : Lowest <= 1500 ? LateNeutrophils.UpTo1500
        : LateNeutrophils.Above1500;

    /// <summary>At least two days are at or below the limit of the grade; false for grade 0.</summary>
    public bool IsConfirmed => SecondLowest <= Limit(Neutrophils);

    /// <summary>The days of a course; a bound is read as its highest value.</summary>
    public static LateNeutropenia Of(IcahtInputs inputs) => Of(inputs, Reading.Highest);

    /// <summary>
    /// Whether the grade is confirmed at both ends of what bounds leave; null when the ends differ: <c>&lt;600</c> may or may not be a second day
    /// at or below 100/µL.
    /// </summary>
    internal static bool? Confirmed(IcahtInputs inputs)
    {
        var isConfirmed = Of(inputs, Reading.Highest).IsConfirmed;
        return Of(inputs, Reading.Lowest).IsConfirmed == isConfirmed ? isConfirmed : null;
    }

    /// <summary>The counts that are read, as reported.</summary>
    internal static IEnumerable<DayValue> Read(IcahtInputs inputs) =>
        inputs.Counts.Where(count => count.Day >= FirstDay && count.Day <= Math.Min(Icaht.LastLateDay, inputs.EndDay));

    internal static LateNeutropenia Of(IcahtInputs inputs, Reading reading)
    {
        var room = inputs.Counts.Count <= 64 ? stackalloc DailyCount[inputs.Counts.Count] : new DailyCount[inputs.Counts.Count];
        var daily = DailyCount.Of(inputs.Counts, FirstDay, Math.Min(Icaht.LastLateDay, inputs.EndDay), room);
        decimal? lowest = null, second = null;
        foreach (var day in daily)
        {
            var value = day.At(reading);
            (lowest, second) = !(value >= lowest) ? (value, lowest) : !(value >= second) ? (lowest, value) : (lowest, second);
        }

        return new() { MeasuredDays = daily.Length, Lowest = lowest, SecondLowest = second, HasBounds = daily.ContainsOpen() };
    }

    /// <summary>Upper limit of a cell (inclusive), cells/µL; null for the cell without a grade.</summary>
    static decimal? Limit(LateNeutrophils neutrophils) => neutrophils switch
    {
        LateNeutrophils.Above1500 => null,
        LateNeutrophils.UpTo1500 => 1500,
        LateNeutrophils.UpTo1000 => 1000,
        LateNeutrophils.UpTo500 => 500,
        LateNeutrophils.UpTo100 => 100,
    };
}
