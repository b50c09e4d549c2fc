using System.Globalization;
using CarNkMonitor.Grading.Scores;
using CarNkMonitor.Grading.Tests.Cases;
using CarNkMonitor.Grading.Tests.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Scores;

/// <summary>The scores before conditioning from raw timed observations: the worked cases, and which values count.</summary>
public sealed class ScoreCourseTests
{
    static readonly Dictionary<string, (string Code, decimal Factor)> Keys = new()
    {
        ["plt"] = ("platelets", 1), ["anc"] = ("anc", 1), ["hgb"] = ("hgb", 10), ["crp"] = ("crp", 1), ["ferritin"] = ("ferritin", 1), ["ldh"] = ("ldh", 1), ["creatinine"] = ("creatinine", 1),
    };

    public static IEnumerable<TheoryDataRow<string>> Cases => WorkedCases.Read("scores").Where(row => row["score"] != "qsofa").Select(row => new TheoryDataRow<string>(row["case_id"]));

    [Theory, MemberData(nameof(Cases)), Rule("SCORES-2.6h", "columns.csv: scores")]
    public void The_scores_emerge_from_raw_timed_facts(string id)
    {
        var row = WorkedCases.Row("scores", id);
        var course = row["inputs"].Split(' ').Select(pair => pair.Split('=')).Aggregate(new Course().Word(-120, "conditioning_dose", "fludarabine"), (all, pair) =>
            all.Number(-130, Keys[pair[0]].Code, decimal.Parse(pair[1], CultureInfo.InvariantCulture) * Keys[pair[0]].Factor).Number(-120, Keys[pair[0]].Code, 999));
        var result = row["score"] switch
        {
            "car_hematotox" => ScoreCourse.CarHematotox(course.Facts, Course.Hour(48)),
            "easix" => ScoreCourse.Easix(course.Facts, Course.Hour(48)),
            "m_easix" => ScoreCourse.ModifiedEasix(course.Facts, Course.Hour(48)),
            _ => ScoreCourse.SimplifiedEasix(course.Facts, Course.Hour(48)),
        };
        var text = result.Index is { } index ? EasixGrader.Shown(index).ToString("0.000", CultureInfo.InvariantCulture) : result.State == GradeState.Determined ? $"{result.Low}" : "";
        Assert.Equal(row["expected"], text);
    }

    [Fact, Rule("SCORES-2.6i", "docs/criteria/scores.md: over time")]
    public void Before_conditioning_the_last_values_so_far_count_and_without_it_none_after_an_infusion()
    {
        var course = new Course().Number(-200, "ldh", 300).Number(-200, "platelets", 100).Number(-130, "ldh", 400).Number(-50, "ldh", 500);
        Assert.Equal(3, ScoreCourse.SimplifiedEasix(course.Facts, Course.Hour(-190)).Index);
        Assert.Equal(5, ScoreCourse.SimplifiedEasix(course.Facts, Course.Hour(-40)).Index);
        Assert.Equal(GradeState.NotAssessed, ScoreCourse.SimplifiedEasix(course.Facts, Course.Hour(1)).State);
        course.Word(-120, "conditioning_dose", "cyclophosphamide");
        Assert.Equal((4, 4), (ScoreCourse.SimplifiedEasix(course.Facts, Course.Hour(-40)).Index, ScoreCourse.SimplifiedEasix(course.Facts, Course.Hour(1)).Index));
    }

    [Fact, Rule("SCORES-2.6j", "gvhd-cytopenia-observations 2.6")]
    public void A_missing_item_leaves_CAR_HEMATOTOX_uncomputed_and_no_item_leaves_it_unassessed()
    {
        var course = new Course().Word(-120, "conditioning_dose", "fludarabine").Number(-50, "crp", 5);
        Assert.Equal(GradeState.NotAssessed, ScoreCourse.CarHematotox(course.Facts, Course.Hour(1)).State);
        Assert.Equal(GradeState.NotComputed, ScoreCourse.CarHematotox(course.Number(-130, "crp", 5).Facts, Course.Hour(1)).State);
    }
}
