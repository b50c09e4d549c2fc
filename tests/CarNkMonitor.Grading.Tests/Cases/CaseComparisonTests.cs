using CarNkMonitor.Grading.Cases;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cases;

/// <summary>What counts as the same answer, and how a table is found.</summary>
public sealed class CaseComparisonTests
{
    static readonly CaseTable Crs = CaseTables.Find("crs")!;

    static int Disagreements(CaseTable table, IReadOnlyList<string> answers, params (string Answer, string Expected)[] expected) =>
        CaseComparison.Of(table, new CaseResult([], answers), expected.ToDictionary(one => CaseComparison.ColumnOf(one.Answer), one => one.Expected)).Count;

    static string[] Answers(CaseTable table, string answer, string text) => [.. table.Answers.Select(one => one == answer ? text : "x")];

    [Theory]
    [InlineData("A|B", "B|A", 0)]
    [InlineData("A|B", "B | A", 0)]
    [InlineData("A|B", "A", 1)]
    [InlineData("A", "A|B", 1)]
    [InlineData("", "A", 1)]
    public void Flags_are_compared_as_sets(string computed, string expected, int disagreements) =>
        Assert.Equal(disagreements, Disagreements(Crs, Answers(Crs, "flags", computed), ("flags", expected)));

    [Fact]
    public void Other_answers_are_compared_as_text_or_by_value()
    {
        var answer = Crs.Answers.First(one => one != "flags");
        Assert.Equal(0, Disagreements(Crs, Answers(Crs, answer, "2.0"), (answer, "2")));
        Assert.Equal(0, Disagreements(Crs, Answers(Crs, answer, "-1.50"), (answer, "-1.5")));
        Assert.Equal(1, Disagreements(Crs, Answers(Crs, answer, "A|B"), (answer, "B|A")));
        Assert.Equal(1, Disagreements(Crs, Answers(Crs, answer, "2"), (answer, "")));
        Assert.Equal(1, Disagreements(Crs, Answers(Crs, answer, ""), (answer, "2")));
    }

    [Fact]
    public void Only_a_blank_doubling_time_is_not_compared()
    {
        var mas = CaseTables.Find("mas_signal")!;
        Assert.Equal(0, Disagreements(mas, Answers(mas, "doubling_time__h", "12.1"), ("doubling_time__h", "")));
        Assert.Equal(1, Disagreements(mas, Answers(mas, "doubling_time__h", "12.1"), ("doubling_time__h", "12.2")));
    }

    [Fact]
    public void A_table_is_found_by_its_name_and_by_a_criteria_id_that_only_it_has()
    {
        Assert.All(CaseTables.All, table => Assert.Same(table, CaseTables.Find(table.Name)));
        Assert.Equal("crs", CaseTables.Find("ASTCT-CRS-2019")?.Name);
        Assert.Null(CaseTables.Find("no_such_table"));
    }

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("abc")]
    [InlineData("12345678901234567890123456789x")]
    public void A_text_that_is_no_number_is_none_and_never_too_long(string text) => Assert.Null(CellNumber.Exact(text));

    [Fact]
    public void A_set_is_written_in_one_order_and_a_number_without_zeros_at_its_end()
    {
        Assert.Equal("A|B|C", CaseText.Set(["B", "C", "A"]));
        Assert.Equal(["1.5", ""], new decimal?[] { 1.50m, null }.Select(value => CaseText.Of(value)));
    }
}
