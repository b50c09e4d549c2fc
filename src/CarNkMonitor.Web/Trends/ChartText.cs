using System.Globalization;
using System.Xml.Linq;
using CarNkMonitor.Monitoring.Trends;

namespace CarNkMonitor.Web.Trends;

/// <summary>All words of the chart, as text that the page's own font shows.</summary>
static class ChartText
{
    public const string Title = "Temperature and CRS grade by day after infusion";

    public static string Describe(TrendSeries series)
    {
        var drawn = series.Runs().SelectMany(run => run).ToList();
        var temperature = drawn.Count == 0 ? "No temperature recorded."
            : Invariant($"{drawn.Count} temperatures from {drawn.Min(reading => reading.Value):0.0} to {drawn.Max(reading => reading.Value):0.0} °C, of which {drawn.Count(reading => reading.Value >= 38.0m)} at or above 38.0 °C.");
        var grade = series.Grades.Count == 0 ? "No CRS grade."
            : Invariant($"Highest certain CRS grade {series.Grades.Max(band => band.Grade.Low)}, highest possible {series.Grades.Max(band => band.Grade.High)}.");
        return $"{temperature} {grade} The table below holds the same values.";
    }

    public static IEnumerable<XElement> Labels(XNamespace svg, TrendSeries series, ChartPlace place)
    {
        XElement Text(double x, double y, string words, string anchor = "start", string color = ChartColors.InkSoft, int size = 13, bool bold = false) => new(svg + "text",
            new XAttribute("x", Number(x)), new XAttribute("y", Number(y)), new XAttribute("text-anchor", anchor), new XAttribute("font-size", size),
            bold ? new XAttribute("font-weight", "600") : null,
            new XAttribute("fill", color.StartsWith("var", StringComparison.Ordinal) ? color : ChartColors.Token(color == ChartColors.Ink ? "ink" : color == ChartColors.Limit ? "error" : "ink-soft", color)), words);

        yield return Text(0, 18, Title, color: ChartColors.Ink, size: 15, bold: true);
        yield return Text(ChartPlace.Left - 10, ChartPlace.Top + 2, "°C", "end");
        for (var celsius = place.Coldest; celsius <= place.Hottest; celsius++)
            yield return Text(ChartPlace.Left - 10, place.Y(celsius) + 4.5, celsius.ToString(CultureInfo.InvariantCulture), "end", celsius == 38 ? ChartColors.Limit : ChartColors.InkSoft, bold: celsius == 38);
        yield return Text(ChartPlace.Right + 7, place.Y(38) + 4.5, "38.0 °C", "start", ChartColors.Limit);
        yield return Text(ChartPlace.Left, ChartPlace.StripTop - 8, "CRS grade", color: ChartColors.Ink, bold: true);
        for (var grade = 0; grade <= place.HighestGrade; grade++)
            yield return Text(ChartPlace.Left - 10, place.RowTop(grade) + 12, grade.ToString(CultureInfo.InvariantCulture), "end", size: 12);
        foreach (var (x, label) in place.DayTicks) yield return Text(x, place.StripBottom + 20, label, "middle");
        yield return Text((ChartPlace.Left + ChartPlace.Right) / 2.0, place.StripBottom + 40, AxisTitle(series), "middle");
        foreach (var label in InfusionLabels(series, place)) yield return Text(label.X, ChartPlace.Top - 4, label.Words, label.Anchor, ChartColors.Ink);
        foreach (var band in series.Grades)
        {
            if (RangeLabel(band, place) is { } label) yield return Text((place.X(band.From) + place.X(band.To)) / 2, place.RowTop(band.Grade.Low) + 12, label, "middle", GradeInk(band.Grade.Low), 12, bold: true);
        }
    }

    static string AxisTitle(TrendSeries series) => series.Infusions.Count == 1 ? "Day after infusion" : "Day after the latest infusion";

    /// <summary>At the top edge, where they hide neither readings nor days; only the number where infusions stand close together.</summary>
    static IEnumerable<(double X, string Words, string Anchor)> InfusionLabels(TrendSeries series, ChartPlace place)
    {
        var at = series.Infusions.Select(mark => place.X(mark.Position)).ToList();
        var room = at.Zip(at.Skip(1), (left, right) => right - left).DefaultIfEmpty(ChartPlace.Width).Min();
        foreach (var (mark, x) in series.Infusions.Zip(at))
        {
            var words = at.Count == 1 ? "Infusion" : room >= 90 ? Invariant($"Infusion {mark.Number}") : Invariant($"{mark.Number}");
            yield return x > ChartPlace.Right - 30 && room >= 180 ? (x - 5, words, "end") : (x + 5, words, "start");
        }
    }

    /// <summary>The number stands in the band itself where it fits; the rows are numbered at the edge in any case.</summary>
    static string? RangeLabel(GradeBand band, ChartPlace place)
    {
        var words = band.Grade.Low == band.Grade.High ? Invariant($"{band.Grade.Low}") : Invariant($"{band.Grade.Low}–{band.Grade.High}");
        return place.X(band.To) - place.X(band.From) >= 8 + 8 * words.Length ? words : null;
    }

    static string GradeInk(int grade) => ChartColors.Token($"g{grade}-ink", grade switch { 0 => "#14201E", 1 => "#2A2200", 2 => "#241300", _ => "#FFFFFF" });

    static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    static string Invariant(FormattableString words) => FormattableString.Invariant(words);
}
