using System.Globalization;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Trends;
using NodaTime.Text;

namespace CarNkMonitor.Web.Trends;

/// <summary>One line of the table under the chart.</summary>
public sealed record TrendRow(string Infusion, string Day, string LocalTime, string Celsius, string Grade);

/// <summary>The chart's data as words, the newest first.</summary>
public static class TrendTable
{
    static readonly LocalDateTimePattern Time = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public static IReadOnlyList<TrendRow> Rows(TrendSeries series) => [.. series.Readings.Reverse().Select(reading => new TrendRow(
        reading.Infusion.ToString(CultureInfo.InvariantCulture), reading.CycleDay.ToString(CultureInfo.InvariantCulture),
        Time.Format(reading.Local), Celsius(reading), Grade(reading.Grade)))];

    /// <summary>A converted value is rounded for show, half away from zero; an entered one stays as it was entered.</summary>
    static string Celsius(TrendReading reading)
    {
        var shown = reading.WasConverted ? Math.Round(reading.Value, 1, MidpointRounding.AwayFromZero) : reading.Value;
        return Sign(reading.Comparator) + shown.ToString("0.0####", CultureInfo.InvariantCulture);
    }

    static string Sign(Comparator comparator) => comparator switch
    {
        Comparator.Equal => "",
        Comparator.Below => "<",
        Comparator.Above => ">",
    };

    static string Grade(GradeOfTrend? grade) => grade is null ? "not assessed"
        : grade.Low == grade.High ? FormattableString.Invariant($"{grade.Low}")
        : FormattableString.Invariant($"{grade.Low} to {grade.High}");
}
