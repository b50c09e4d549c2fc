using BenchmarkDotNet.Attributes;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Trends;
using CarNkMonitor.Web.Trends;
using ScottPlot;

namespace CarNkMonitor.Benchmarks.Trends;

/// <summary>The temperature chart of a month of hourly readings against bare ScottPlot with the same line.</summary>
[MemoryDiagnoser]
public class TemperatureChart
{
    const int Readings = 720;
    static readonly DateTime Infused = new(2026, 3, 2, 2, 0, 0, DateTimeKind.Utc);

    readonly TrendSeries _series = TrendSeries.Of(
        new SubjectCalendar("Asia/Shanghai", [new Infusion { SubjectId = Guid.Empty, Number = 1, StartedAt = Infused, FollowsConditioning = true, ObservationId = Guid.Empty }]),
        Enumerable.Range(0, Readings).Select(hour => new MeasuredAt(Infused.AddHours(hour), Celsius(hour), Comparator.Equal)),
        Enumerable.Range(0, Readings).Select(hour => new AssessedAt(Infused.AddHours(hour), new(hour / 60 % 3, 3))),
        Infused.AddHours(Readings));

    readonly double[] _days = [.. Enumerable.Range(0, Readings).Select(hour => hour / 24.0)];
    readonly double[] _celsius = [.. Enumerable.Range(0, Readings).Select(hour => (double)Celsius(hour))];

    [Benchmark(Baseline = true)]
    public string BareScottPlot()
    {
        using var plot = new Plot();
        plot.Add.ScatterLine(_days, _celsius);
        return plot.GetSvgXml(960, 440);
    }

    [Benchmark]
    public string Chart() => TrendChart.Svg(_series);

    static decimal Celsius(int hour) => 36.5m + hour * 7 % 31 * 0.1m;
}
