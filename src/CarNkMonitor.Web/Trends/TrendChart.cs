using CarNkMonitor.Monitoring.Trends;
using ScottPlot;

namespace CarNkMonitor.Web.Trends;

/// <summary>
/// Temperature and CRS grade over days after infusion, as SVG. ScottPlot draws lines and areas; every label is a real &lt;text&gt; of ours
/// (<see cref="ChartText"/>), because ScottPlot's depend on the fonts of the server. The same series gives the same bytes on every machine.
/// </summary>
public static class TrendChart
{
    /// <summary>Above this many readings the points themselves are left out; one that no line reaches is always drawn.</summary>
    const int MostMarkers = 300;

    /// <summary>An &lt;svg&gt; element for use inside a page, without style attributes or scripts; empty text before the first infusion.</summary>
    /// <param name="series">What to draw.</param>
    /// <param name="id">Prefix of the ids in the drawing; unique on the page.</param>
    public static string Svg(TrendSeries series, string id = "temperature-chart")
    {
        if (series.Infusions.Count == 0) return "";
        var place = new ChartPlace(series);
        using var plot = Blank(place);
        DrawGrid(plot, place);
        DrawGrades(plot, place, series);
        DrawInfusions(plot, place, series);
        DrawTemperature(plot, place, series);
        return ChartSvg.Finish(plot.GetSvgXml(ChartPlace.Width, place.Height), id, series, place);
    }

    /// <summary>A plot whose coordinates are those of the drawing itself, but for the upward y.</summary>
    static Plot Blank(ChartPlace place)
    {
        var plot = new Plot();
        plot.FigureBackground.Color = plot.DataBackground.Color = Colors.Transparent;
        plot.HideGrid();
        plot.Layout.Frameless();
        plot.Axes.SetLimits(0, ChartPlace.Width, -place.Height, 0);
        return plot;
    }

    static void DrawGrid(Plot plot, ChartPlace place)
    {
        Box(plot, ChartPlace.Left, ChartPlace.Right, ChartPlace.StripTop, place.StripBottom, ChartColors.Of(ChartColors.Sunken));
        foreach (var (x, _) in place.DayTicks) Upright(plot, place, x, ChartPlace.Top + 14, ChartColors.Line);
        for (var celsius = place.Coldest; celsius <= place.Hottest; celsius++)
        {
            if (celsius != 38) Stroke(plot, ChartPlace.Left, ChartPlace.Right, place.Y(celsius), place.Y(celsius), ChartColors.Line);
        }

        Stroke(plot, ChartPlace.Left, ChartPlace.Right, place.StripBottom, place.StripBottom, ChartColors.LineStrong);
        Stroke(plot, ChartPlace.Left, ChartPlace.Right, place.Y(38), place.Y(38), ChartColors.Limit, 1.25f);
    }

    /// <summary>What is certain is solid; what cannot be excluded is a pale box with an edge above it.</summary>
    static void DrawGrades(Plot plot, ChartPlace place, TrendSeries series)
    {
        foreach (var (from, to, grade) in series.Grades)
        {
            var (left, right) = (place.X(from), Math.Max(place.X(to), place.X(from) + 1.5));
            for (var possible = grade.Low + 1; possible <= grade.High; possible++)
            {
                Box(plot, left, right, place.RowTop(possible), place.RowTop(possible) + ChartPlace.RowHeight, ChartColors.FillOf(possible).WithAlpha(.35));
            }

            Box(plot, left, right, place.RowTop(grade.Low), place.RowTop(grade.Low) + ChartPlace.RowHeight, ChartColors.FillOf(grade.Low));
            Outline(plot, left, right, place.RowTop(grade.High), place.RowTop(grade.Low) + ChartPlace.RowHeight, ChartColors.EdgeOf(grade.High));
        }
    }

    static void DrawInfusions(Plot plot, ChartPlace place, TrendSeries series)
    {
        foreach (var mark in series.Infusions)
        {
            Upright(plot, place, place.X(mark.Position), ChartPlace.Top - 14, ChartColors.InkSoft, 1.25f);
        }
    }

    static void DrawTemperature(Plot plot, ChartPlace place, TrendSeries series)
    {
        var markers = series.Readings.Count <= MostMarkers;
        foreach (var run in series.Runs())
        {
            var line = plot.Add.Scatter(
                run.Select(reading => place.X(reading.Position)).ToArray(), run.Select(reading => -place.Y(reading.Value)).ToArray(), ChartColors.Of(ChartColors.Accent));
            line.LineWidth = 1.75f;
            line.MarkerSize = run.Count == 1 ? 5 : markers ? 4 : 0;
        }
    }

    /// <summary>Through both parts of the chart, leaving free the line of words between them.</summary>
    static void Upright(Plot plot, ChartPlace place, double x, double top, string color, float width = 1)
    {
        Stroke(plot, x, x, top, ChartPlace.TemperatureBottom, color, width);
        Stroke(plot, x, x, ChartPlace.StripTop, place.StripBottom, color, width);
    }

    static void Stroke(Plot plot, double left, double right, double top, double bottom, string color, float width = 1)
    {
        var line = plot.Add.Line(left, -top, right, -bottom);
        (line.Color, line.LineWidth, line.MarkerSize) = (ChartColors.Of(color), width, 0);
    }

    static void Box(Plot plot, double left, double right, double top, double bottom, Color fill)
    {
        var box = plot.Add.Rectangle(left, right, -bottom, -top);
        (box.FillColor, box.LineWidth) = (fill, 0);
    }

    static void Outline(Plot plot, double left, double right, double top, double bottom, Color edge)
    {
        var box = plot.Add.Rectangle(left, right, -bottom, -top);
        (box.FillColor, box.LineColor, box.LineWidth) = (Colors.Transparent, edge, 1);
    }
}
