using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Ctcae;

/// <summary>One half of a row that is printed in multiples of a limit: of ULN, or of the baseline. Every multiple is exclusive (&gt;), save a first one that is <see cref="From"/>.</summary>
sealed class Multiples
{
    readonly decimal _first;
    readonly bool _includesFirst;
    readonly decimal _second;
    readonly decimal _third;
    readonly decimal? _fourth;

    Multiples(decimal first, bool includesFirst, decimal second, decimal third, decimal? fourth) =>
        (_first, _includesFirst, _second, _third, _fourth) = (first, includesFirst, second, third, fourth);

    public int Highest => _fourth is null ? 3 : 4;

    /// <summary>Grade 1 begins above its multiple.</summary>
    public static Multiples Above(decimal first, decimal second, decimal third, decimal? fourth = null) => new(first, false, second, third, fourth);

    /// <summary>Grade 1 begins at its multiple, inclusive.</summary>
    public static Multiples From(decimal first, decimal second, decimal third, decimal? fourth = null) => new(first, true, second, third, fourth);

    /// <summary>Reads the row for a value and the limit that is multiplied.</summary>
    public Levels Read(in Measured value, in Measured limit)
    {
        var row = new RowReading();
        _ = (_fourth is { } fourth && row.Reaches(4, value.IsAbove(fourth, limit)))
            || row.Reaches(3, value.IsAbove(_third, limit))
            || row.Reaches(2, value.IsAbove(_second, limit))
            || row.Reaches(1, _includesFirst ? value.IsAtLeast(_first, limit) : value.IsAbove(_first, limit));
        return row.Levels;
    }
}
