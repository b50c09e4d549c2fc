using System.Text;
using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Tests.Approval;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cytopenia;

public sealed class TicahtGraderTests
{
    [Fact]
    public void The_window_is_interim_until_day_30_or_until_it_is_closed()
    {
        Assert.Equal(["INTERIM"], TicahtGrader.Early(Course.Platelets(Course.Run(5, 3, 40, 150), 29)).Flags);
        Assert.Empty(TicahtGrader.Early(Course.Platelets(Course.Run(5, 3, 40, 150), 30)).Flags);
        Assert.Empty(TicahtGrader.Early(Course.Platelets(Course.Run(5, 3, 40, 150), 29) with { IsClosed = true }).Flags);
        Assert.Equal(["GAP_NOT_FILLED"], TicahtGrader.Early(Course.Platelets("0:150 30:150")).Flags);
    }

    [Theory]
    [InlineData(0, "013")]
    [InlineData(5, "013")]
    [InlineData(6, "0123")]
    [InlineData(12, "0123")]
    [InlineData(13, "01234")]
    [InlineData(60, "01234")]
    public void Without_a_count_there_is_no_grade_and_the_count_names_every_grade_that_a_course_could_have(int endDay, string reach)
    {
        var result = TicahtGrader.Early(Course.Platelets("-1:10 61:10", endDay));
        Assert.Equal((GradeState.NotComputed, null), (result.State, result.Low));
        Assert.Equal(("platelets", reach), (Assert.Single(result.Missing).Code, string.Concat(result.Missing[0].CouldReach)));
        Assert.Empty(result.Flags);
        if (endDay <= 6)
        {
            Assert.Equal(reach, string.Concat(AllCourses(endDay).Select(counts => TicahtGrader.Early(new() { Counts = counts, EndDay = endDay }).Low).Distinct().Order()));
        }
    }

    [Fact]
    public void Before_the_infusion_nothing_is_graded()
    {
        Assert.Equal(GradeState.NotApplicable, TicahtGrader.Early(Course.Platelets("-1:10", -1)).State);
        Assert.Equal(3, TicahtGrader.Early(Course.Platelets("0:10", 0)).Low);
    }

    [Theory]
    [InlineData("0:150 1:<50 2:150", "1-3")]
    [InlineData("0:150 1:<20 2:150", "3-3")]
    [InlineData("0:150 1:<200 2:150", "0-3")]
    [InlineData("0:150 1:>49 2:150", "0-1")]
    [InlineData("0:150 1:>50 2:150", "0-0")]
    public void A_bound_leaves_a_range_only_where_it_leaves_a_limit_open(string series, string range)
    {
        var result = TicahtGrader.Early(Course.Platelets(series, 2));
        Assert.Equal((range, range[0] == range[2] ? GradeState.Determined : GradeState.CannotExclude), ($"{result.Low}-{result.High}", result.State));
        Assert.Empty(result.Missing);
    }

    [Theory]
    [InlineData("0:150 1:40 2:19 3:18.5 4:30 5:40 6:150 7:150 8:150", "19 18.5")]
    [InlineData("0:150 1:40 1:60 2:150 3:150 4:150 5:30 6:150 7:150 8:150", "40 30")]
    [InlineData("0:150 1:90 2:80 3:80 8:150", "80")]
    [InlineData("0:150 1:60 3:30 4:150 5:150 6:150 8:150", "60 30")]
    public void The_counts_of_the_days_that_are_added_up_are_the_drivers(string series, string values)
    {
        var drivers = TicahtGrader.Early(Course.Platelets(series, 8)).Drivers;
        Assert.Equal(values, string.Join(' ', drivers.Select(driver => driver.Value)));
        Assert.All(drivers, driver => Assert.Equal(("platelets", "10*9/L"), (driver.Code, driver.Unit)));
    }

    [Theory]
    [InlineData("plt_series", "0:150 1-20")]
    [InlineData("plt_series", "0:3000.5")]
    [InlineData("end_day", "")]
    public void A_cell_that_cannot_be_read_is_named(string column, string cell)
    {
        var cells = new Dictionary<string, string> { ["plt_series"] = "0:150", ["end_day"] = "30", [column] = cell };
        Assert.Equal(column, Assert.Single(Assert.Throws<CaseInputException>(() => new TicahtCaseTable().Grade(cells)).Problems).Column);
    }

    [Theory]
    [InlineData("0:150 1:<50", "")]
    [InlineData("", "")]
    [InlineData("0:150", "0")]
    public void What_is_not_determined_is_a_blank_cell(string series, string answer) =>
        Assert.Equal([answer], new TicahtCaseTable().Grade(new Dictionary<string, string> { ["plt_series"] = series, ["end_day"] = "5" }).Answers);

    [Fact]
    public void Every_cell_and_limit_is_the_approved_one()
    {
        Approved.File("ticaht/limits.txt", Limits());
        Approved.Block("criteria/ticaht.md", "limits", $"```text\n{Limits()}```\n");
        Approved.Block("criteria/ticaht.md", "early", "| days < 50 | days < 20 | grade |\n| --- | --- | --- |\n" + string.Concat(
            from veryLow in Enum.GetValues<VeryLowPlateletDays>() from low in Enum.GetValues<LowPlateletDays>()
            select $"| {low} | {veryLow} | {(int)Ticaht.Early(low, veryLow)} |\n"));
    }

    [Fact]
    public void Every_sentence_is_the_approved_one()
    {
        var text = new StringBuilder();
        foreach (var result in (GradeResult[])
        [
            TicahtGrader.NotAssessed, .. Early("", -1), .. Early("", 12), .. Early("0:150 1:<50", 1),
            .. Early(Course.Run(0, 0, 0, 150), 30), .. Early(Course.Run(0, 0, 0, 150), 12), .. Early("0:150 30:150", 30), .. Early("0:150 12:150", 12),
            .. Early(Course.Run(3, 9, 19, 150), 30), .. Early(Course.Run(3, 9, 19, 150), 12), .. Early("0:30 30:150", 30), .. Early("0:30 12:150", 12),
        ])
        {
            text.Append(null, $"{result.Sentence.English}\n{result.Sentence.In(Sentence.Chinese)}\n");
        }

        Approved.File("ticaht/sentences.txt", text.ToString());
    }

    static IEnumerable<GradeResult> Early(string series, int endDay) => [TicahtGrader.Early(Course.Platelets(series, endDay))];

    static string Limits()
    {
        var text = new StringBuilder();
        foreach (var (value, days) in from value in (decimal[])[19.9m, 20, 20.1m, 49.9m, 50, 50.1m] from days in (int[])[0, 1, 5, 6, 7, 12, 13, 14] select (value, days))
        {
            var inputs = Course.Platelets(Course.Run(5, days, value, 150));
            var counted = EarlyThrombocytopenia.Of(inputs);
            text.Append(null, $"{FormattableString.Invariant($"{days} days at {value}"),-20} {counted.Days50,2} {counted.Days20,2} grade {TicahtGrader.Early(inputs).Low}\n");
        }

        return text.ToString();
    }

    static IEnumerable<DayValue[]> AllCourses(int last) => Enumerable.Range(0, (int)Math.Pow(3, last + 1)).Select(number =>
        Enumerable.Range(0, last + 1).Select(day => new DayValue(day, (number / (int)Math.Pow(3, day) % 3) switch { 0 => 150m, 1 => 40m, _ => 10m })).ToArray());
}
