using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Icans;
using CarNkMonitor.Grading.Tests.Crs;
using CarNkMonitor.Grading.Tests.Icans;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Courses;

/// <summary>Moments may be asked for in any order, and between them the walk goes on.</summary>
public sealed class EpisodeWalkTests
{
    static Course Case => new Course().Neuro(50, 8).Neuro(60).Neuro(70).Neuro(81).Neuro(90, 8);

    [Fact]
    public void The_order_of_the_moments_asked_for_does_not_matter()
    {
        DateTime[] moments = [Course.Hour(91), Course.Hour(51), Course.Hour(61)];
        var record = new SubjectRecord(Case.Facts, countProvisional: true);
        Assert.Equal(moments.Select(moment => ResultText.Of(IcansCourse.At(Case.Facts, moment).Result)), IcansCourse.Over(record, moments).Select(one => ResultText.Of(one.Result)));
        Assert.Empty(IcansCourse.Over(record, []));
    }

    [Fact]
    public void An_episode_closes_between_two_moments_asked_for()
    {
        var (before, after) = (IcansCourse.At(Case.Facts, Course.Hour(61)), IcansCourse.At(Case.Facts, Course.Hour(91)));
        Assert.Equal((1, 2), (before.Episode, after.Episode));
        Assert.Equal(Course.Hour(90), after.OnsetAt);
    }

    [Fact]
    public void The_history_of_several_moments_holds_every_entry_up_to_the_last()
    {
        var course = new Course().Check(50, 38.6m).Check(60, 38.4m).Neuro(50, 8).Neuro(60);
        var history = new ToxicityHistory(new SubjectRecord(course.Facts, countProvisional: true), [Course.Hour(61), Course.Hour(51)]);
        Assert.Equal([Course.Hour(50), Course.Hour(60), Course.Hour(61)], history.Crs(Course.Hour(50), Course.Hour(61)).Select(one => one.Moment));
        Assert.Equal([Course.Hour(60)], history.Crs(Course.Hour(50).AddTicks(1), Course.Hour(60)).Select(one => one.Moment));
        Assert.Equal([Course.Hour(60), Course.Hour(61)], history.Icans(Course.Hour(50), Course.Hour(61)).Select(one => one.Moment));
        Assert.Empty(new ToxicityHistory(new SubjectRecord(new Course().Check(50).Facts, countProvisional: true), [Course.Hour(51)]).Icans(Course.Hour(0), Course.Hour(51)));
        Assert.Empty(new ToxicityHistory(new SubjectRecord(course.Facts, countProvisional: true), []).Crs(DateTime.MinValue, DateTime.MaxValue));
    }

    [Fact, Rule("CRS-5c", "crs-icans-mas 5; our own proposal")]
    public void A_range_that_is_open_for_what_is_missing_says_so_and_keeps_the_flags_of_both_bounds()
    {
        var course = new Course().Temperature(50, 39m).Systolic(50, 118).Device(50, "room_air").Number(50, "spo2", 97).Reviewed(50).Word(50, "fever_attribution", "infection", provisional: true);
        var result = course.At(50).Result;
        Assert.Contains("vasopressors not recorded", result.Sentence.English, StringComparison.Ordinal);
        Assert.Contains(CrsFlag.OtherCauseExcluded, result.Flags);
    }
}
