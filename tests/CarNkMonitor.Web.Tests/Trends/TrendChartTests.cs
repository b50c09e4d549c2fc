using System.Globalization;
using System.Xml.Linq;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Trends;
using CarNkMonitor.Web.Trends;

namespace CarNkMonitor.Web.Tests.Trends;

public class TrendChartTests
{
    static readonly DateTime Infused = new(2026, 3, 2, 2, 0, 0, DateTimeKind.Utc);
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void The_same_series_gives_the_same_bytes() =>
        Assert.Equal(TrendChart.Svg(Course(readings: 40)), TrendChart.Svg(Course(readings: 40)));

    [Fact]
    public void The_chart_says_what_it_shows_in_words_that_stay_text()
    {
        var words = Words(Course(readings: 40));

        Assert.Contains("Temperature and CRS grade by day after infusion", words);
        Assert.Contains("°C", words);
        Assert.Contains("38.0 °C", words);
        Assert.Contains("CRS grade", words);
        Assert.Contains("Infusion", words);
        Assert.Contains("Day after infusion", words);
    }

    [Fact]
    public void It_is_an_image_with_a_title_and_a_description()
    {
        var svg = Drawn(Course(readings: 3));

        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal(svg.Attribute("aria-labelledby")!.Value.Split(' '), svg.Elements().Take(2).Select(element => element.Attribute("id")!.Value));
        Assert.Contains("3 temperatures from 37.0 to 38.0 °C, of which 1 at or above 38.0 °C", svg.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_in_it_needs_what_the_content_policy_forbids()
    {
        var svg = Drawn(Course(readings: 40));

        Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "style" or "href" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "style" or "script" or "image" or "foreignObject");
    }

    [Fact]
    public void Every_color_is_a_token_of_the_stylesheet() =>
        Assert.All(Drawn(Course(readings: 40)).Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "fill" or "stroke"),
            color => Assert.True(color.Value == "none" || color.Value.StartsWith("var(--", StringComparison.Ordinal), color.Value));

    [Fact]
    public void A_line_runs_through_every_reading_and_breaks_where_nobody_measured()
    {
        var lines = Drawn(Course(readings: 40, gapAfter: 10)).Descendants(Svg + "path").Where(IsTemperature).ToList();

        Assert.Equal([10, 30], lines.Select(line => line.Attribute("d")!.Value.Split('M', 'L').Length - 1));
    }

    [Theory]
    [InlineData(300, 300)]
    [InlineData(301, 0)]
    public void Points_are_left_out_above_300_readings(int readings, int points) =>
        Assert.Equal(points, Points(Course(readings)));

    [Fact]
    public void A_reading_that_no_line_reaches_is_a_point_in_any_case() =>
        Assert.Equal(1, Points(Course(readings: 400, gapAfter: 399)));

    [Fact]
    public void A_range_is_written_as_a_range()
    {
        var words = Words(Course(readings: 40, grades: [(0, new(1, 1)), (24, new(1, 3)), (48, new(2, 2))]));

        Assert.Contains("1–3", words);
        Assert.Contains("2", words);
    }

    [Fact]
    public void Every_infusion_is_marked_and_day_labels_restart()
    {
        var words = Words(Course(readings: 40, infusions: 3));

        Assert.Contains("Infusion 1", words);
        Assert.Contains("Infusion 3", words);
        Assert.Equal(3, Drawn(Course(readings: 40, infusions: 3)).Elements(Svg + "text")
            .Count(text => text.Value == "0" && text.Attribute("text-anchor")!.Value == "middle" && text.Attribute("font-size")!.Value == "13"));
    }

    [Fact]
    public void Labels_on_the_axis_of_days_keep_their_distance() => Assert.All([3, 40, 200, 700], readings =>
    {
        var places = Drawn(Course(readings, infusions: 3)).Elements(Svg + "text")
            .Where(text => text.Attribute("text-anchor")!.Value == "middle" && text.Attribute("font-size")!.Value == "13" && text.Value.All(char.IsDigit))
            .Select(text => double.Parse(text.Attribute("x")!.Value, CultureInfo.InvariantCulture)).ToList();
        Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 20));
    });

    [Fact]
    public void Before_the_first_infusion_there_is_no_chart() => Assert.Equal("", TrendChart.Svg(TrendSeries.Empty));

    [Fact]
    public void The_table_holds_every_reading_of_the_chart()
    {
        var series = Course(readings: 40, grades: [(0, new(1, 3))]);
        var rows = TrendTable.Rows(series);

        Assert.Equal(series.Readings.Select(reading => reading.Value).Reverse(), rows.Select(row => decimal.Parse(row.Celsius, CultureInfo.InvariantCulture)));
        Assert.Equal(new TrendRow("1", "0", "2026-03-02 10:00", "37.0", "1 to 3"), rows[^1]);
        Assert.Equal("not assessed", rows[0].Grade);
    }

    [Fact]
    public void A_converted_value_is_rounded_for_show_and_an_entered_one_is_not()
    {
        var calendar = new SubjectCalendar("Asia/Shanghai", [Infusion(1)]);
        var rows = TrendTable.Rows(TrendSeries.Of(calendar,
            [new(Infused, 39.45m, Comparator.Equal), new(Infused.AddHours(1), 37.2222222m, Comparator.Equal, WasConverted: true), new(Infused.AddHours(2), 35m, Comparator.Below)],
            [], Infused.AddDays(1)));

        Assert.Equal(["<35.0", "37.2", "39.45"], rows.Select(row => row.Celsius));
    }

    static XElement Drawn(TrendSeries series) => XElement.Parse(TrendChart.Svg(series));

    static List<string> Words(TrendSeries series) => [.. Drawn(series).Elements(Svg + "text").Select(text => text.Value)];

    static bool IsTemperature(XElement element) => element.Attribute("stroke")?.Value.Contains("--accent", StringComparison.Ordinal) == true && element.Attribute("d")?.Value.Contains('L') == true;

    static int Points(TrendSeries series) => Drawn(series).Descendants()
        .Count(element => element.Attribute("fill")?.Value.Contains("--accent", StringComparison.Ordinal) == true);

    /// <summary>One reading an hour from the first infusion, 37.0, 37.5, 38.0 in turn, with 19 h without one after <paramref name="gapAfter"/>.</summary>
    static TrendSeries Course(int readings, int gapAfter = int.MaxValue, int infusions = 1, params (int Hour, GradeOfTrend Grade)[] grades)
    {
        var calendar = new SubjectCalendar("Asia/Shanghai", Enumerable.Range(1, infusions).Select(Infusion));
        return TrendSeries.Of(calendar,
            Enumerable.Range(0, readings).Select(at => new MeasuredAt(Infused.AddHours(at < gapAfter ? at : at + 19), 37m + at % 3 * 0.5m, Comparator.Equal)),
            grades.Select(grade => new AssessedAt(Infused.AddHours(grade.Hour), grade.Grade)), Infused.AddDays(60));
    }

    static Infusion Infusion(int number) => new()
    {
        SubjectId = Guid.Empty, Number = number, StartedAt = Infused.AddDays(7 * (number - 1)), FollowsConditioning = number == 1, ObservationId = Guid.Empty,
    };
}
