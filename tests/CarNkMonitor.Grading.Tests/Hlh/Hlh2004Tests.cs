using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Hlh;

/// <summary>The printed criteria one by one, and how they add up.</summary>
public sealed class Hlh2004Tests
{
    public static IEnumerable<TheoryDataRow<int>> Criteria => Enumerable.Range(0, 8).Select(at => new TheoryDataRow<int>(at));

    [Theory, MemberData(nameof(Criteria)), Rule("HLH2004-4.2A", "crs-icans-mas 4.2; Henter 2007")]
    public void Each_criterion_counts_once(int at) => Assert.Equal("1-1", Count(SomeHlh2004.Criteria[at](SomeHlh2004.Clear)));

    [Theory, MemberData(nameof(Criteria))]
    public void Seven_remain_when_one_is_absent(int at) => Assert.Equal("7-7", Count(
        SomeHlh2004.Criteria.Where((_, index) => index != at).Aggregate(SomeHlh2004.Clear, (record, criterion) => criterion(record))));

    [Theory, Rule("HLH2004-4.2B", "crs-icans-mas 4.2; Henter 2007")]
    [InlineData(4, false, false)]
    [InlineData(5, false, true)]
    [InlineData(8, false, true)]
    [InlineData(0, true, true)]
    public void Five_criteria_or_a_molecular_diagnosis_are_needed(int count, bool molecular, bool isMet) => Assert.Equal(isMet, Hlh2004.IsMet(count, molecular));

    [Fact, Rule("HLH2004-4.1", "crs-icans-mas 4.1")]
    public void NK_activity_after_an_NK_infusion_is_absent_in_both_bounds() =>
        Assert.Equal("0-0", Count(SomeHlh2004.Clear with { NkActivity = NkActivity.UninterpretablePostNk }));

    [Fact]
    public void A_meal_is_named_as_the_reason_only_where_the_count_hangs_on_it()
    {
        var four = SomeHlh2004.Criteria[..4].Aggregate(SomeHlh2004.Clear, (record, criterion) => criterion(record));
        var bound = four with { SolubleCd25 = new(5000m, Comparator.Below), TriglyceridesFasting = false };
        Assert.Contains("only known as a limit", Hlh2004Grader.Grade(bound).Sentence.English, StringComparison.Ordinal);
        var raised = four with { Hemophagocytosis = true, Fibrinogen = 3m, Triglycerides = Triglycerides.InMmolPerL(4m), TriglyceridesFasting = false };
        Assert.Contains("not taken fasting", Hlh2004Grader.Grade(raised).Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_recorded_leaves_everything_open() => Assert.Equal("0-8", Count(new Hlh2004Inputs()));

    [Theory]
    [InlineData("temp_max__Cel", "46")]
    [InlineData("temp_max__Cel", "29.9")]
    [InlineData("hemoglobin__g/L", "9.9")]
    [InlineData("hemoglobin__g/L", "251")]
    [InlineData("platelets__10*9/L", "-1")]
    [InlineData("platelets__10*9/L", "3001")]
    [InlineData("anc__10*9/L", "201")]
    [InlineData("triglycerides__mmol/L", "0")]
    [InlineData("triglycerides__mmol/L", "151")]
    [InlineData("fibrinogen__g/L", "21")]
    [InlineData("ferritin__ug/L", "1000001")]
    [InlineData("scd25__U/mL", "500001")]
    [InlineData("age__wk", "<4")]
    [InlineData("nk_activity", "low")]
    public void An_impossible_cell_is_refused_by_name(string column, string cell)
    {
        var refused = Assert.Throws<CaseInputException>(() => new Hlh2004CaseTable().Grade(new Dictionary<string, string> { [column] = cell }));
        Assert.Equal(column, Assert.Single(refused.Problems).Column);
    }

    static string Count(Hlh2004Inputs inputs) => Hlh2004Grader.Grade(inputs) is var count ? $"{count.Low}-{count.High}" : "";
}
