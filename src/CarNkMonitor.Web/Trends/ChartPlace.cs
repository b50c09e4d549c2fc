using System.Globalization;
using CarNkMonitor.Monitoring.Trends;

namespace CarNkMonitor.Web.Trends;

/// <summary>
/// Where things stand on the temperature chart, in the units of its view box: the temperature above, the grade strip below, one axis of days.
/// </summary>
sealed class ChartPlace
{
    public const int Width = 960, Left = 52, Right = 902, Top = 52, StripTop = 318, RowHeight = 15, LongestLabels = 22;
    public const int TemperatureBottom = 286;
    const int TemperatureTop = 76;

    static readonly int[] Steps = [1, 2, 7, 14, 28, 56];

    readonly decimal _days;

    public ChartPlace(TrendSeries series)
    {
        var drawn = series.Runs().SelectMany(run => run).ToList();
        Coldest = Math.Min(36, (int)Math.Floor(drawn.Select(reading => reading.Value).DefaultIfEmpty(36).Min()));
        Hottest = Math.Max(40, (int)Math.Ceiling(drawn.Select(reading => reading.Value).DefaultIfEmpty(40).Max()));
        HighestGrade = series.Grades.Select(band => band.Grade.High).DefaultIfEmpty(0).Max() > 4 ? 5 : 4;
        var last = drawn.Select(reading => reading.Position).Concat(series.Grades.Select(band => band.To))
            .Concat(series.Infusions.Select(mark => mark.Position)).DefaultIfEmpty(0).Max();
        _days = Math.Max(3, Math.Ceiling(last));
        DayTicks = [.. TicksOf(series)];
    }

    public int Coldest { get; }
    public int Hottest { get; }
    public int HighestGrade { get; }
    public int StripBottom => StripTop + (HighestGrade + 1) * RowHeight;
    public int Height => StripBottom + 44;

    /// <summary>Places of the day labels and what stands there: CycleDays, restarting at every infusion.</summary>
    public IReadOnlyList<(double X, string Label)> DayTicks { get; }

    public double X(decimal position) => Left + (double)(position / _days) * (Right - Left);

    public double Y(decimal celsius) => TemperatureBottom - (double)((celsius - Coldest) / (Hottest - Coldest)) * (TemperatureBottom - TemperatureTop);

    /// <summary>Upper edge of a grade's row; grade 0 is the lowest row.</summary>
    public double RowTop(int grade) => StripBottom - (grade + 1) * RowHeight;

    IEnumerable<(double X, string Label)> TicksOf(TrendSeries series)
    {
        var step = Step();
        for (var at = 0; at < series.Infusions.Count; at++)
        {
            var from = series.Infusions[at].DayZero;
            var until = at + 1 < series.Infusions.Count ? series.Infusions[at + 1].DayZero : _days + 1;
            for (var day = 0; from + day < until && from + day <= _days; day += step)
            {
                if (until > _days || X(until) - X(from + day) >= LongestLabels)
                    yield return (X(from + day), day.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    int Step() => Steps.FirstOrDefault(days => X(days) - X(0) >= LongestLabels + 10, 112);
}
