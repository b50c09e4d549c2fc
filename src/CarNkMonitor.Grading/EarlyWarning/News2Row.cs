using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.EarlyWarning;

/// <summary>
/// One row of the chart: bands from low values to high ones, each up to its limit (inclusive). What lies between two printed bands (38.04 °C,
/// 90.007 mm[Hg]) is above the lower one; nothing is rounded.
/// </summary>
sealed class News2Row(params (decimal UpTo, News2Points Points)[] bands)
{
    readonly Possible<News2Points> _all = bands.Aggregate(default(Possible<News2Points>), (all, band) => all.Or(band.Points));

    /// <summary>The highest value of each band; in the last, which has no end, one above the band before it.</summary>
    public IEnumerable<decimal> OneOfEachBand => bands.SkipLast(1).Select(band => band.UpTo).Append(bands[^2].UpTo + 1);

    /// <summary>The points of a value; every one that a bound leaves open; all of the row when there is no value.</summary>
    public Possible<News2Points> Points(Measured? measured) => measured is not { } value ? _all : value.Comparator switch
    {
        Comparator.Equal => At(value.Value),
        Comparator.Below => Below(value.Value),
        Comparator.Above => Above(value.Value),
    };

    News2Points At(decimal value)
    {
        var band = 0;
        while (value > bands[band].UpTo)
        {
            band++;
        }

        return bands[band].Points;
    }

    /// <summary>Every band that begins below the bound.</summary>
    Possible<News2Points> Below(decimal bound)
    {
        Possible<News2Points> points = bands[0].Points;
        for (var band = 1; band < bands.Length && bands[band - 1].UpTo < bound; band++)
        {
            points = points.Or(bands[band].Points);
        }

        return points;
    }

    /// <summary>Every band that ends above the bound.</summary>
    Possible<News2Points> Above(decimal bound)
    {
        Possible<News2Points> points = bands[^1].Points;
        for (var band = bands.Length - 2; band >= 0 && bands[band].UpTo > bound; band--)
        {
            points = points.Or(bands[band].Points);
        }

        return points;
    }
}
