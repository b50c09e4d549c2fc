using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Icans;
using CarNkMonitor.Grading.Tests.Crs;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Icans;

public sealed class IcansCourseLawsTests
{
    static readonly DateTime[] Moments = [.. Enumerable.Range(0, 40).Select(step => Course.Hour(step * 5))];

    [Fact]
    public void The_order_of_facts_never_matters() => RandomCourse.Sample(course =>
    {
        var reversed = course.Facts with { Facts = [.. course.Facts.Facts.Reverse()] };
        Assert.Equal(IcansCourse.Over(course.Facts, Moments).Select(Describe), IcansCourse.Over(reversed, Moments).Select(Describe));
    }, iter: Law.Of(200));

    [Fact]
    public void A_moment_alone_and_among_others_gives_the_same_result() => RandomCourse.Sample(
        course => Assert.Equal(IcansCourse.Over(course.Facts, Moments).Select(Describe), Moments.Select(moment => Describe(IcansCourse.At(course.Facts, moment)))),
        iter: Law.Of(100));

    [Fact]
    public void Facts_observed_later_never_touch_an_earlier_moment() => RandomCourse.Sample(course =>
    {
        var until = Moments[20];
        var known = course.Facts with { Facts = [.. course.Facts.Facts.Where(fact => fact.ObservedAt <= until)] };
        Assert.Equal(IcansCourse.Over(known, Moments[..21]).Select(Describe), IcansCourse.Over(course.Facts, Moments[..21]).Select(Describe));
    }, iter: Law.Of(200));

    [Fact]
    public void An_attribution_never_raises_a_bound_at_its_own_moment() => RandomCourse.Select(Gen.Int[0, 390]).Sample((course, halfHour) =>
    {
        var before = IcansCourse.At(course.Facts, Course.Hour(halfHour / 2.0)).Result;
        var after = IcansCourse.At(course.Word(halfHour / 2.0, "motor_attribution", "other_cause").Facts, Course.Hour(halfHour / 2.0)).Result;
        Assert.True(before.Low is null || (after.Low <= before.Low && after.High <= before.High));
    }, iter: Law.Of(500));

    static string Describe(CourseResult one) =>
        $"{ResultText.Of(one.Result)} {one.Episode} {one.OnsetAt:O} {string.Join(" ", one.Result.Flags.Order(StringComparer.Ordinal))}";

    static readonly Gen<Course> RandomCourse = Gen.Select(Gen.Int[0, 11], Gen.Int[-20, 390], Gen.Int[0, 100]).Array[5, 60].Select(steps =>
    {
        var course = new Course();
        foreach (var (kind, halfHour, value) in steps)
        {
            var hour = halfHour / 2.0;
            _ = kind switch
            {
                0 or 1 or 2 => course.Neuro(hour, value / 10),
                3 => course.Word(hour, "consciousness", IcansCodes.ConsciousnessWords[value % 5].Word),
                4 => course.Word(hour, "seizure", IcansCodes.SeizureWords[value % 6].Word),
                5 => course.Word(hour, "seizure_attribution", value < 60 ? "other_cause" : "attributable", provisional: value < 20),
                6 => course.Word(hour, "motor_weakness", IcansCodes.MotorWords[value % 3].Word),
                7 => course.Word(hour, "consciousness_attribution", "other_cause", provisional: value < 20),
                8 => course.Word(hour, "icp_sign", value < 50 ? "none" : "papilledema"),
                9 => course.Word(hour, "icp_attribution", "other_cause"),
                10 => course.Number(hour, "ice_orientation", value / 25),
                _ => course.Word(hour, "cerebral_oedema_imaging", value < 50 ? "none" : "focal"),
            };
        }

        return course;
    });
}
