using System.Globalization;
using System.Text;
using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Tests.Approval;
using Xunit;
using static CarNkMonitor.Grading.Cytopenia.NeutrophilPhenotype;

namespace CarNkMonitor.Grading.Tests.Cytopenia;

public sealed class PhenotypeTests
{
    const string Source = "gvhd-cytopenia-observations 2.5; Rejeski 2021";

    [Fact, Rule("PHENOTYPE-2.5", Source)]
    public void The_first_definition_that_is_met_names_the_phenotype() => Approved.File("phenotype/table.txt", Cells("{0,-6} {1,-6} {2,-6} {3}\n"));

    [Fact]
    public void The_page_shows_the_same_cells() => Approved.Block(
        "criteria/phenotype.md", "table", "| aplastic days | second dip | lasting recovery | phenotype |\n| --- | --- | --- | --- |\n" + Cells("| {0} | {1} | {2} | {3} |\n"));

    [Fact, Rule("PHENOTYPE-2.5", Source)]
    public void The_limits_are_the_approved_ones()
    {
        var text = new StringBuilder();
        void Line(string what, params (decimal Value, string Series, int EndDay)[] steps) =>
            text.Append(CultureInfo.InvariantCulture, $"{what,-62} {string.Join("  ", steps.Select(step => $"{step.Value}: {Of(step.Series, step.EndDay)}"))}\n");
        void Around(string what, decimal limit, decimal step, Func<decimal, string> series, int endDay = 70) =>
            Line(what, [.. new[] { limit - step, limit, limit + step }.Select(value => (value, series(value), endDay))]);

        Around("aplastic, days below 500", 14, 1, days => $"{Course.Days(0, 4, 800)} {Course.Days(5, 4 + (int)days, 400)} {Course.Days(5 + (int)days, 27, 800)}", 27);
        Around("aplastic, cells/uL on 14 days", 500, 0.1m, value => $"{Course.Days(0, 4, 800)} {Course.Days(5, 18, value)} {Course.Days(19, 27, 800)}", 27);
        Around("low before a second dip, cells/uL", 1000, 0.1m, value => FormattableString.Invariant($"3:{value} 10:1600 22:900 30:2000"));
        Around("recovery before a second dip, cells/uL", 1500, 0.1m, value => FormattableString.Invariant($"3:900 10:{value} 22:900 30:2000"));
        Around("second dip, cells/uL", 1000, 0.1m, value => FormattableString.Invariant($"3:900 10:1600 22:{value} 30:2000"));
        Around("second dip, day", 21, 1, day => $"3:900 10:1600 {day}:900 30:2000");
        Around("last day that is read, second dip", 60, 1, day => $"3:900 10:1600 30:1200 {day}:900");
        Around("quick, lasting from the first good count after day 21", 21, 1, day => $"3:400 10:1000 {day}:1000", 28);
        Around("quick, cells/uL after day 21", 1000, 0.1m, value => FormattableString.Invariant($"3:400 10:1000 22:{value} 28:2000"), 28);
        Line("quick, not said before day", [.. Enumerable.Range(27, 3).Select(day => ((decimal)day, $"0:2000 14:1000 {day}:1000", day))]);
        Approved.File("phenotype/limits.txt", text.ToString());
        Approved.Block("criteria/phenotype.md", "limits", $"```text\n{text}```\n");
    }

    [Theory, Rule("PHENOTYPE-2.5-1", Source)]
    [InlineData(13, 499, Unclassified)]
    [InlineData(14, 499, Aplastic)]
    [InlineData(14, 499.9, Aplastic)]
    [InlineData(14, 500, Unclassified)]
    [InlineData(20, 0, Aplastic)]
    public void Aplastic_is_below_500_on_14_days_in_a_row(int days, double value, NeutrophilPhenotype phenotype) =>
        Assert.Equal(phenotype, Of($"{Course.Days(0, 4, 800)} {Course.Days(5, 4 + days, (decimal)value)} {Course.Days(5 + days, 27, 800)}", 27));

    [Fact, Rule("PHENOTYPE-2.5-1", Source)]
    public void One_better_day_is_not_joined() => Assert.Equal(Unclassified, Of($"{Course.Days(0, 12, 400)} 13:500 {Course.Days(14, 26, 400)} 27:700", 27));

    [Theory, Rule("PHENOTYPE-2.5-1", Source)]
    [InlineData("0:800 7:400 13:400 20:400 21:900", 21, Aplastic)]
    [InlineData("0:800 7:400 13:400 22:400 23:900", 23, Unclassified)]
    [InlineData("46:800 47:400 54:400 60:400", 70, Aplastic)]
    [InlineData("46:800 48:400 54:400 60:400 61:400", 70, Unclassified)]
    [InlineData("0:900 1:400 8:400 14:400", 13, Unclassified)]
    [InlineData("0:900 1:400 8:400 14:400", 14, Aplastic)]
    public void Missing_days_are_filled_up_to_day_60_and_to_the_end_of_the_course(string series, int endDay, NeutrophilPhenotype phenotype) =>
        Assert.Equal(phenotype, Of(series, endDay));

    [Theory, Rule("PHENOTYPE-2.5-2", Source)]
    [InlineData("3:900 10:1600 22:999.9 30:2000", Intermittent)]
    [InlineData("3:999.9 10:1500.1 22:999 30:2000", Intermittent)]
    [InlineData("3:1000 10:1600 22:999", Unclassified)]
    [InlineData("3:900 10:1500 22:999 30:2000", Unclassified)]
    [InlineData("3:900 10:1600 22:1000 30:2000", Quick)]
    [InlineData("3:900 10:1600 21:999 30:2000", Quick)]
    [InlineData("10:1600 22:900 30:2000", Quick)]
    [InlineData("3:900 25:1600 25:1700 26:900 30:2000", Intermittent)]
    [InlineData("3:900 25:900 25:1700 30:2000", Quick)]
    [InlineData("3:900 10:1600 60:900", Intermittent)]
    [InlineData("3:900 10:1600 30:1200 61:900", Quick)]
    public void Intermittent_rises_above_1500_and_is_below_1000_after_day_21(string series, NeutrophilPhenotype phenotype) =>
        Assert.Equal(phenotype, Of(series, 70));

    [Theory, Rule("PHENOTYPE-2.5-3", Source)]
    [InlineData("0:2000 14:1000 28:1000", 28, Quick)]
    [InlineData("0:2000 14:1000 27:1000", 27, Unclassified)]
    [InlineData("3:400 10:1000 22:1000", 28, Quick)]
    [InlineData("3:400 10:1000 21:1000", 28, Unclassified)]
    [InlineData("3:400 10:999.9 22:1000", 28, Quick)]
    [InlineData("3:400 10:1000 22:999.9 28:2000", 28, Unclassified)]
    [InlineData("3:400 22:999 23:1000", 28, Quick)]
    [InlineData("3:400 22:999 27:999", 28, Unclassified)]
    [InlineData("3:400 10:1200 15:800 22:1200", 28, Quick)]
    [InlineData("3:400 10:1200 22:1200 29:400", 28, Quick)]
    [InlineData("-1:400 0:2000 28:1000", 28, Quick)]
    public void Quick_is_never_low_or_good_on_every_late_day_since_the_return(string series, int endDay, NeutrophilPhenotype phenotype) =>
        Assert.Equal(phenotype, Of(series, endDay));

    [Fact]
    public void A_lower_count_does_not_always_mean_a_worse_phenotype_because_only_a_low_count_can_be_followed_by_a_second_dip()
    {
        Assert.Equal(Unclassified, Of("3:1000 10:1600 22:900", 30));
        Assert.Equal(Intermittent, Of("3:900 10:1600 22:900", 30));
        Assert.Equal(Unclassified, Of("3:900 10:1400 22:900", 30));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(12, "0")]
    [InlineData(13, "03")]
    [InlineData(21, "03")]
    [InlineData(22, "023")]
    [InlineData(27, "023")]
    [InlineData(28, "0123")]
    [InlineData(90, "0123")]
    public void Without_a_count_there_is_no_phenotype_and_the_count_names_every_one_that_a_course_could_have(int endDay, string reach)
    {
        var result = PhenotypeGrader.Grade(Inputs("-1:400 61:400", endDay) with { Counts = DaySeries.Read(endDay > 60 ? "-1:400 61:400" : "-1:400", 10_000) });
        Assert.Equal((GradeState.NotComputed, null), (result.State, result.Low));
        Assert.Equal(("anc", reach), (Assert.Single(result.Missing).Code, string.Concat(result.Missing[0].CouldReach)));
        Assert.Empty(result.Drivers);
    }

    [Fact]
    public void Before_the_infusion_nothing_is_judged() => Assert.Equal(GradeState.NotApplicable, PhenotypeGrader.Grade(Inputs("-1:400", -1)).State);

    [Theory]
    [InlineData("3:<100 10:1600 22:1200 30:2000", "1-1")]
    [InlineData("3:<2000 10:1600 22:900 30:2000", "1-2")]
    [InlineData("3:900 10:>1000 22:900 30:2000", "0-2")]
    [InlineData("0:400 7:400 14:<1000 15:1000 28:2000", "1-3")]
    [InlineData("0:400 7:400 13:<500 15:1000 28:2000", "3-3")]
    public void A_bound_leaves_a_range_only_where_it_leaves_a_limit_open(string series, string range)
    {
        var result = PhenotypeGrader.Grade(Inputs(series, 30));
        Assert.Equal((range, range[0] == range[2] ? GradeState.Determined : GradeState.CannotExclude), ($"{result.Low}-{result.High}", result.State));
        Assert.Empty(result.Missing);
    }

    [Theory]
    [InlineData("0:2000 3:900 10:1600 22:800 30:2000", "0.9 0.8 2")]
    [InlineData("0:2000 14:1100 28:1200", "1.1")]
    [InlineData("0:900 1:400 8:300 14:200 21:900 28:2000", "0.4 0.3 0.2 0.9")]
    public void The_drivers_are_the_counts_that_show_the_pattern(string series, string values) =>
        Assert.Equal(values, string.Join(' ', PhenotypeGrader.Grade(Inputs(series, 30)).Drivers.Select(driver => driver.Value)));

    [Theory]
    [InlineData("anc_series", "0-150")]
    [InlineData("end_day", "")]
    public void A_cell_that_cannot_be_read_is_named(string column, string cell)
    {
        var cells = new Dictionary<string, string> { ["anc_series"] = "0:150", ["end_day"] = "30", [column] = cell };
        Assert.Equal(column, Assert.Single(Assert.Throws<CaseInputException>(() => new PhenotypeCaseTable().Grade(cells)).Problems).Column);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("3:<2000 10:1600 22:900", "")]
    [InlineData("0:2000", "quick")]
    public void What_is_not_determined_is_a_blank_cell(string series, string answer) =>
        Assert.Equal([answer], new PhenotypeCaseTable().Grade(new Dictionary<string, string> { ["anc_series"] = series, ["end_day"] = "30" }).Answers);

    [Fact]
    public void Every_sentence_is_the_approved_one()
    {
        var text = new StringBuilder();
        foreach (var result in (GradeResult[])
        [
            PhenotypeGrader.NotAssessed,
            .. new[] { ("", -1), ("", 12), ("3:<2000 10:1600 22:900", 30), ("0:400", 12), ("0:900", 30), ("0:400 10:2000 22:2000", 30), ("0:2000", 30),
                ("3:900 10:1600 22:900", 30), (Course.Days(0, 14, 100), 30) }.Select(course => PhenotypeGrader.Grade(Inputs(course.Item1, course.Item2))),
        ])
        {
            text.Append(null, $"{result.Sentence.English}\n{result.Sentence.In(Sentence.Chinese)}\n");
        }

        Approved.File("phenotype/sentences.txt", text.ToString());
    }

    static NeutrophilPhenotype Of(string series, int endDay)
    {
        var result = PhenotypeGrader.Grade(Inputs(series, endDay));
        Assert.Equal((GradeState.Determined, result.Low), (result.State, result.High));
        Assert.Empty(result.Flags);
        return (NeutrophilPhenotype)result.Low!;
    }

    static PhenotypeInputs Inputs(string series, int endDay) => new() { Counts = DaySeries.Read(series, 200_000), EndDay = endDay };

    static string Cells(string line)
    {
        var text = new StringBuilder();
        foreach (var (aplastic, dips, sustained) in from a in (bool[])[false, true] from d in (bool[])[false, true] from s in (bool[])[false, true] select (a, d, s))
        {
            text.AppendFormat(null, line, aplastic, dips, sustained, AncPhenotype.Words.Word((int)AncPhenotype.Of(aplastic, dips, sustained)));
        }

        return text.ToString();
    }
}
