using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Icans;
using CarNkMonitor.Grading.Tests.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Icans;

/// <summary>Scores as sets of one moment: their baseline, and when one counts as charted.</summary>
public sealed class ScoreSetsTests
{
    static SubjectRecord Record(Course course) => new(course.Facts, countProvisional: true);

    [Fact, Rule("ICANS-2.3", "crs-icans-mas 2.3: baseline")]
    public void Whole_items_are_the_baseline_before_a_total_charted_beside_them()
    {
        Assert.Equal(10, ScoreSets.IceBaseline(Record(new Course().Ice(-5, 4, 3, 1, 1, 1).Number(-5, "ice_total", 8))));
        Assert.Equal(8, ScoreSets.IceBaseline(Record(new Course().Number(-5, "ice_total", 8).Number(-5, "ice_naming", 3))));
    }

    [Fact, Rule("ICANS-2.7", "crs-icans-mas 2.7: baseline")]
    public void The_baseline_of_CAPD_is_the_sum_of_its_items_before_a_charted_total()
    {
        Course Items(int points) => Enumerable.Range(1, 8).Aggregate(new Course(), (course, item) => course.Number(-5, $"capd_{item}", points));
        Assert.Equal(8, ScoreSets.CapdBaseline(Record(Items(1))));
        Assert.Equal(8, ScoreSets.CapdBaseline(Record(Items(1).Number(-5, "capd_total", 12))));
        Assert.Equal(12, ScoreSets.CapdBaseline(Record(new Course().Number(-5, "capd_total", 12))));
    }

    [Fact, Rule("ICANS-0.3", "crs-icans-mas 0.3 item 7")]
    public void A_check_at_the_very_instant_of_the_infusion_assesses() => Assert.Equal("0", new Course().Neuro(0).IcansGrade(0));

    [Theory, Rule("ICANS-0.3", "crs-icans-mas 0.3: a bound is never the number")]
    [InlineData("2", "3")]
    [InlineData("<3", "0-3")]
    [InlineData(">6", "0-3")]
    [InlineData("2.5", "0-3")]
    public void A_total_of_ICE_that_is_a_bound_or_a_fraction_is_as_if_none_were_charted(string total, string grade) =>
        Assert.Equal(grade, new Course().Number(5, "ice_total", total).Word(5, "consciousness", "alert").IcansGrade(6));

    [Fact, Rule("ICANS-0.3", "crs-icans-mas 0.3: a bound is never the number")]
    public void An_item_that_is_a_bound_leaves_its_points_open()
    {
        var course = new Course().Word(5, "consciousness", "alert").Number(5, "ice_naming", 3).Number(5, "ice_commands", 1).Number(5, "ice_writing", 1).Number(5, "ice_attention", 1);
        Assert.Equal("0-2", course.Number(5, "ice_orientation", "<4").IcansGrade(6));
        var child = new Course { AgeInDays = 5 * 365 }.Word(5, "consciousness", "alert");
        foreach (var item in Enumerable.Range(1, 8))
        {
            child.Number(5, $"capd_{item}", item == 8 ? "<1" : "1");
        }

        Assert.Equal("1-3", child.IcansGrade(6));
    }

    [Fact, Rule("ICANS-2.3", "crs-icans-mas 0.3: a bound is never the number")]
    public void A_bound_is_no_baseline_and_the_one_before_it_stands()
    {
        Assert.Equal(8, ScoreSets.IceBaseline(Record(new Course().Number(-9, "ice_total", 8).Number(-5, "ice_total", "<5"))));
        Assert.Null(ScoreSets.CapdBaseline(Record(new Course().Number(-5, "capd_total", ">5"))));
    }

    public static IEnumerable<TheoryDataRow<int>> IceItems => Enumerable.Range(0, IceScore.Items.Length).Select(at => new TheoryDataRow<int>(at));

    public static IEnumerable<TheoryDataRow<int>> CapdItems => Enumerable.Range(0, CapdScore.Items.Length).Select(at => new TheoryDataRow<int>(at));

    [Theory, MemberData(nameof(IceItems))]
    public void One_item_of_ICE_alone_is_charted(int at)
    {
        var ice = IceScore.Items[at].With(new IcansInputs(), 1).Ice;
        Assert.Equal((true, false), (ice.HasItem, ice.IsEmpty));
        Assert.Equal((false, false), (new IceScore { Total = 10 }.HasItem, new IceScore { Total = 10 }.IsEmpty));
        Assert.True(default(IceScore).IsEmpty);
    }

    [Theory, MemberData(nameof(CapdItems))]
    public void One_item_of_CAPD_alone_is_charted(int at)
    {
        Assert.False(CapdScore.Items[at].With(new IcansInputs(), 1).Capd.IsEmpty);
        Assert.True(default(CapdScore).IsEmpty);
    }
}
