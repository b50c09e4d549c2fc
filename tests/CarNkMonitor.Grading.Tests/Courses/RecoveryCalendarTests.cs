using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Tests.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Courses;

/// <summary>Which infusion a recovery is counted from, and what conditioning belongs to it: at the very instants of doses and infusions.</summary>
public sealed class RecoveryCalendarTests
{
    const string Source = "gvhd-cytopenia-observations 1 and 2.2; our own proposal for more than one course";

    /// <summary>Days after the first infusion; doses are fludarabine.</summary>
    static RecoveryCalendar Calendar(double[] infusions, double[] doses, double? stated = null)
    {
        var course = new Course();
        course.Infusions.Clear();
        course.Infusions.AddRange(infusions.Select(At));
        foreach (var day in doses)
        {
            course.Word(day * 24, "conditioning_dose", "fludarabine");
        }

        return new SubjectRecord(course.Facts with { StatedConditioningFrom = stated is { } from ? DateOnly.FromDateTime(At(from)) : null }, countProvisional: true).Recovery;
    }

    static DateTime At(double day) => Course.Hour(day * 24);

    [Fact, Rule("CYT-1.1", Source)]
    public void A_course_begins_with_its_infusion_and_a_new_one_only_after_new_conditioning()
    {
        Assert.Null(Calendar([0], []).DayZeroAt(At(0).AddTicks(-1)));
        Assert.Equal(At(0), Calendar([0], []).DayZeroAt(At(0)));
        Assert.Equal(At(0), Calendar([0, 7], [-4]).DayZeroAt(At(8)));
        Assert.Equal(At(25), Calendar([0, 7, 25], [-4, 20]).DayZeroAt(At(25)));
    }

    [Theory, Rule("CYT-1.1", Source)]
    [InlineData(0, false)]
    [InlineData(0.001, true)]
    [InlineData(6.999, true)]
    [InlineData(7, false)]
    public void A_dose_counts_between_two_infusions_and_not_at_their_very_instants(double dose, bool isNew) =>
        Assert.Equal(At(isNew ? 7 : 0), Calendar([0, 7], [dose]).DayZeroAt(At(8)));

    [Fact, Rule("CYT-1.2", Source)]
    public void Fludarabine_at_the_very_instant_of_the_infusion_does_not_begin_its_conditioning()
    {
        var course = new Course().Word(-72, "conditioning_dose", "other").Word(0, "conditioning_dose", "fludarabine");
        Assert.Null(new SubjectRecord(course.Facts, countProvisional: true).Recovery.ConditioningFrom(Course.Hour(1)));
    }

    [Fact, Rule("CYT-1.2", Source)]
    public void A_baseline_is_that_of_the_course_in_which_the_value_was_taken()
    {
        var course = new Course().Word(-96, "conditioning_dose", "fludarabine").Number(-120, "alp", 80).Number(480, "alp", 150).Word(600, "conditioning_dose", "fludarabine").Number(720, "alp", 400);
        course.Infusions.Add(Course.Hour(700));
        var record = new SubjectRecord(course.Facts, countProvisional: true);
        Assert.Equal(150, Conditioning.Baseline(record, record.All("alp")[^1])?.Value);
    }

    [Theory, Rule("CYT-1.1", Source)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void Without_doses_the_stated_first_day_tells(double stated, bool isNew)
    {
        Assert.Equal(At(isNew ? 7 : 0), Calendar([0, 7], [], stated).DayZeroAt(At(8)));
        Assert.Equal(At(0), Calendar([0, 7], [-4], stated).DayZeroAt(At(8)));
    }

    [Fact, Rule("CYT-1.2", Source)]
    public void The_next_course_begins_with_the_first_dose_after_the_last_infusion_of_this_one()
    {
        var calendar = Calendar([0, 7, 25], [-4, 20, 21]);
        Assert.Null(calendar.NextCourseAfter(At(0), At(20).AddTicks(-1)));
        Assert.Equal(At(20), calendar.NextCourseAfter(At(0), At(20)));
        Assert.Equal(At(20), calendar.NextCourseAfter(At(0), At(30)));
        Assert.Null(calendar.NextCourseAfter(At(25), At(30)));
        Assert.Null(Calendar([0], [0]).NextCourseAfter(At(0), At(10)));
    }

    [Fact, Rule("CYT-1.2", Source)]
    public void Conditioning_is_that_of_the_course_and_not_of_an_earlier_one()
    {
        Assert.Equal(At(-4), Calendar([0], [-4, -3]).ConditioningFrom(At(5)));
        Assert.Equal(At(20), Calendar([0, 7, 25], [-4, 3, 20]).ConditioningFrom(At(26)));
        Assert.Equal(At(20), Calendar([0, 7, 25], [-4, 7, 20]).ConditioningFrom(At(26)));
        Assert.Null(Calendar([0], [0]).ConditioningFrom(At(5)));
    }

    [Fact, Rule("CYT-1.2", Source)]
    public void The_stated_day_stands_in_where_no_dose_came_before_the_infusion()
    {
        var midnight = new DateTime(2026, 2, 26, 0, 0, 0, DateTimeKind.Utc);
        Assert.Equal(midnight, Calendar([0], [0], -4).ConditioningFrom(At(5)));
        Assert.Equal(At(-3), Calendar([0], [-3], -4).ConditioningFrom(At(5)));
    }

    [Fact, Rule("CYT-1.2", Source)]
    public void Before_the_infusion_the_course_under_way_begins_with_the_very_dose()
    {
        var calendar = Calendar([0], [-4]);
        Assert.Null(calendar.FirstCourseUntil(At(-4).AddTicks(-1)));
        Assert.Equal(At(-4), calendar.FirstCourseUntil(At(-4)));
        Assert.Equal(At(-4), calendar.FirstCourseUntil(At(-1)));
    }
}
