using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Icans;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Icans;

public sealed class IcansCaseTableTests
{
    static readonly IcansAdultCaseTable Adult = new();
    static readonly IcansPediatricCaseTable Pediatric = new();

    static readonly Dictionary<string, string> WellAdult = new()
    {
        ["age__a"] = "61", ["ice_orientation"] = "4", ["ice_naming"] = "3", ["ice_commands"] = "1", ["ice_writing"] = "1", ["ice_attention"] = "1",
        ["ice_baseline_total"] = "10", ["loc"] = "alert", ["seizure"] = "none", ["motor"] = "none", ["icp"] = "none",
    };

    static string Answers(CaseTable table, Dictionary<string, string> cells, params (string Column, string Cell)[] changes)
    {
        var changed = changes.Aggregate(new Dictionary<string, string>(cells), (all, change) =>
        {
            all[change.Column] = change.Cell;
            return all;
        });
        return string.Join(",", table.Grade(changed).Answers);
    }

    [Theory, Rule("ICANS-2.3k", "crs-icans-mas 2.3, 9 item 4: tremor and myoclonus do not influence the grade")]
    [InlineData("true", "false")]
    [InlineData("false", "true")]
    [InlineData("true", "true")]
    public void Tremor_and_myoclonus_never_change_a_result(string tremor, string myoclonus) =>
        Assert.Equal("ICE,10,10,0,0,DETERMINED", Answers(Adult, WellAdult, ("tremor", tremor), ("myoclonus", myoclonus)));

    [Fact, Rule("ICANS-2.1b", "crs-icans-mas 2.1, 8.2")]
    public void The_wrong_sheet_names_the_right_instrument_and_the_score_but_no_grade()
    {
        Assert.Equal("CAPD,10,10,,,WRONG_INSTRUMENT", Answers(Adult, WellAdult, ("age__a", "11.9")));
        Assert.Equal("CAPD,10,10,,,WRONG_INSTRUMENT", Answers(Adult, WellAdult, ("age__a", "21"), ("dev_delay", "true")));
        Assert.Equal("ICE,,,,,WRONG_INSTRUMENT", Answers(Pediatric, new() { ["age__a"] = "12", ["loc"] = "alert" }));
    }

    [Fact]
    public void An_empty_row_leaves_everything_open()
    {
        Assert.Equal(",,,0,4,CANNOT_EXCLUDE", Answers(Adult, []));
        Assert.Equal(",,,0,4,CANNOT_EXCLUDE", Answers(Pediatric, []));
    }

    [Fact]
    public void A_day_may_be_given_although_the_case_files_have_none()
    {
        Assert.Contains(IcansFlag.LateOnsetReview, Adult.Grade(new Dictionary<string, string>(WellAdult) { ["ice_naming"] = "0", ["days_since_infusion__d"] = "29" }).Results[0].Flags);
        Assert.Equal("ICE,10,10,0,0,NOT_APPLICABLE", Answers(Adult, WellAdult, ("days_since_infusion__d", "-1")));
    }

    [Fact, Rule("ICANS-2.8a", "crs-icans-mas 2.8, 1.7: a death without a stated cause")]
    public void A_death_without_a_cause_leaves_grade_5_open_and_a_cause_without_a_death_means_nothing()
    {
        Assert.Equal("ICE,10,10,0,5,CANNOT_EXCLUDE", Answers(Adult, WellAdult, ("died", "true")));
        Assert.Equal("ICE,10,10,0,0,DETERMINED", Answers(Adult, WellAdult, ("died", "false"), ("death_principal_cause", "icans")));
    }

    [Theory]
    [InlineData("age__a", "-1")]
    [InlineData("dev_delay", "yes")]
    [InlineData("ice_orientation", "5")]
    [InlineData("ice_naming", "4")]
    [InlineData("ice_commands", "0.5")]
    [InlineData("ice_writing", "2")]
    [InlineData("ice_attention", "-1")]
    [InlineData("ice_total", "11")]
    [InlineData("ice_baseline_total", "11")]
    [InlineData("ice_not_done_reason", "other")]
    [InlineData("loc", "drowsy")]
    [InlineData("loc_attribution", "sedation")]
    [InlineData("seizure", "yes")]
    [InlineData("seizure_duration__min", "1441")]
    [InlineData("motor", "weak")]
    [InlineData("icp", "none|papilledema")]
    [InlineData("icp", "25")]
    [InlineData("intracranial_hemorrhage", "1")]
    [InlineData("death_principal_cause", "crs")]
    [InlineData("days_since_infusion__d", "1.5")]
    public void A_cell_that_cannot_be_read_is_named(string column, string cell)
    {
        var error = Assert.Throws<CaseInputException>(() => Answers(Adult, WellAdult, (column, cell)));
        Assert.Equal([column], error.Problems.Select(problem => problem.Column));
    }

    [Theory]
    [InlineData("capd_q1", "4")]
    [InlineData("capd_baseline_total", "33")]
    [InlineData("capd_not_done_reason", "language_barrier")]
    public void A_cell_of_CAPD_that_cannot_be_read_is_named(string column, string cell)
    {
        var error = Assert.Throws<CaseInputException>(() => Answers(Pediatric, [], (column, cell)));
        Assert.Equal([column], error.Problems.Select(problem => problem.Column));
    }

    [Fact]
    public void The_order_of_signs_never_matters() => Gen.Shuffle(Signs).Select(Gen.Int[1, Signs.Length], Gen.Bool, Gen.Bool).Sample((signs, count, hemorrhage, excluded) =>
    {
        string Graded(IEnumerable<string> list) => Answers(Adult, WellAdult, ("icp", string.Join('|', list)),
            ("intracranial_hemorrhage", hemorrhage ? "true" : "false"), ("icp_attribution", excluded ? "other_cause" : ""));
        Assert.Equal(Graded(signs.Take(count).Order(StringComparer.Ordinal)), Graded(signs.Take(count)));
    }, iter: Law.OneOf(10));

    static readonly string[] Signs = ["focal_edema", "diffuse_edema", "posturing", "cn6_palsy", "papilledema", "cushing_triad"];
}
