using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Cytopenia;
using Xunit;
using TimedCourse = CarNkMonitor.Grading.Tests.Crs.Course;

namespace CarNkMonitor.Grading.Tests.Cytopenia;

/// <summary>What a record gives to the tables of recovery: days, counts, baseline and the end of the window. Hour -9 is the beginning of day 0.</summary>
public sealed class RecoveryCourseTests
{
    const string Source = "gvhd-cytopenia-observations 2.2; columns.csv";
    const double Minute = 1.0 / 60;

    static RecoveryCourse At(TimedCourse course, double hour) =>
        RecoveryCourse.At(new SubjectRecord(course.Facts, countProvisional: true), TimedCourse.Hour(hour))!;

    static TimedCourse Conditioned => new TimedCourse().Word(-96, "conditioning_dose", "fludarabine");

    [Fact, Rule("CYT-2.2", Source)]
    public void Conditioning_begins_with_its_first_dose_and_without_one_with_day_0()
    {
        Assert.Equal((-4, TimedCourse.Hour(-96)), (At(Conditioned, 5).ConditioningDay, At(Conditioned, 5).From));
        Assert.Equal((0, TimedCourse.Hour(-9)), (At(new TimedCourse(), 5).ConditioningDay, At(new TimedCourse(), 5).From));
    }

    [Fact, Rule("CYT-2.2", Source)]
    public void Counts_are_read_from_the_very_dose_or_from_midnight_of_day_0_on()
    {
        var course = Conditioned.Number(-96 - Minute, "anc", 3).Number(-96, "anc", 2).Number(-9 - Minute, "anc", 1.5m).Number(-9, "anc", 1).Number(30, "anc", 0.5m);
        Assert.Equal([2m, 1.5m, 1m, 0.5m], At(course, 40).Counts("anc", fromConditioning: true).Select(count => count.Value.Value));
        var ofDay0 = At(course, 40).Counts("anc", fromConditioning: false);
        Assert.Equal([(0, 1m), (1, 0.5m)], ofDay0.Select(count => (count.Day, count.Value.Value)));
        Assert.All(ofDay0, count => Assert.Equal(count.Value.Value, count.Source!.Value));
    }

    [Fact, Rule("CYT-2.2", Source)]
    public void The_baseline_is_the_last_count_before_the_first_dose()
    {
        Assert.Equal(3m, At(Conditioned.Number(-97, "anc", 3).Number(-96, "anc", 2), 5).Baseline("anc")!.Value);
        Assert.Equal(2m, At(Conditioned.Number(-96, "anc", 2), 5).Baseline("anc")!.Value);
        Assert.Null(At(Conditioned.Number(0, "anc", 2), 5).Baseline("anc"));
    }

    [Fact, Rule("CYT-2.2", Source)]
    public void The_first_of_several_ends_closes_the_window()
    {
        var course = Conditioned.Word(240, "progression", "progression").Word(120, "new_antineoplastic", "other");
        Assert.Equal((5, true), (At(course, 400).EndDay, At(course, 400).IsClosed));
        Assert.Equal((4, false), (At(course, 100).EndDay, At(course, 100).IsClosed));
        Assert.Equal((0, true), (At(Conditioned.Word(0, "progression", "progression"), 400).EndDay, At(Conditioned.Word(0, "progression", "progression"), 400).IsClosed));
    }
}
