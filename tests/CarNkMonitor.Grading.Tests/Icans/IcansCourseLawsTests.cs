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
    }, iter: Law.OneOf(100));

    [Fact]
    public void A_moment_alone_and_among_others_gives_the_same_result() => RandomCourse.Sample(
        course => Assert.Equal(IcansCourse.Over(course.Facts, Moments).Select(Describe), Moments.Select(moment => Describe(IcansCourse.At(course.Facts, moment)))),
        iter: Law.OneOf(200));

    [Fact]
    public void Facts_observed_later_never_touch_an_earlier_moment() => RandomCourse.Sample(course =>
    {
        var until = Moments[20];
        var known = course.Facts with { Facts = [.. course.Facts.Facts.Where(fact => fact.ObservedAt <= until)] };
        Assert.Equal(IcansCourse.Over(known, Moments[..21]).Select(Describe), IcansCourse.Over(course.Facts, Moments[..21]).Select(Describe));
    }, iter: Law.OneOf(100));

    [Fact]
    public void An_attribution_never_raises_a_bound_at_its_own_moment() => RandomCourse.Select(Gen.Int[0, 390]).Sample((course, halfHour) =>
    {
        var before = IcansCourse.At(course.Facts, Course.Hour(halfHour / 2.0)).Result;
        var after = IcansCourse.At(course.Word(halfHour / 2.0, "motor_attribution", "other_cause").Facts, Course.Hour(halfHour / 2.0)).Result;
        Assert.True(before.Low is null || (after.Low <= before.Low && after.High <= before.High));
    }, iter: Law.OneOf(40));

    /// <summary>Every half-hour of the time in which the episode of a <see cref="FewEvents"/> course may close: all that happens there happens at one of them.</summary>
    static readonly DateTime[] HalfHours = [.. Enumerable.Range(100, 400).Select(halfHour => Course.Hour(halfHour / 2.0))];

    [Fact]
    public void What_begins_or_runs_out_between_two_checks_counts_from_that_instant() => FewEvents.Sample(course =>
    {
        var all = IcansCourse.Over(course.Facts, HalfHours);
        for (var index = 40; index < HalfHours.Length; index += 7)
        {
            Assert.Equal(Describe(all[index]), Describe(IcansCourse.At(course.Facts, HalfHours[index])));
        }
    }, iter: Law.OneOf(100));

    static string Describe(CourseResult one) =>
        $"{ResultText.Of(one.Result)} {one.Episode} {one.OnsetAt:O} {string.Join(" ", one.Result.Flags.Order(StringComparer.Ordinal))}";

    /// <summary>One finding, then a quiet check every eight hours at a quarter past, and a few events at other times.</summary>
    static readonly Gen<Course> FewEvents = Gen.Select(Gen.Int[0, 9], Gen.Int[100, 330], Gen.Int[0, 100]).Array[1, 4].Select(steps =>
    {
        var course = new Course().Neuro(50, ice: 8);
        for (var hour = 58.25; hour < 250; hour += 8)
        {
            course.Neuro(hour);
        }

        foreach (var (kind, halfHour, value) in steps)
        {
            var hour = halfHour / 2.0;
            _ = kind switch
            {
                0 => course.Neuro(hour, value / 10),
                1 => course.Word(hour, "consciousness", IcansCodes.ConsciousnessWords[value % 5].Word),
                2 => course.Word(hour, "seizure", IcansCodes.SeizureWords[value % 6].Word),
                3 => course.Word(hour, "motor_weakness", "deep_focal_weakness").Word(hour + 1, "motor_weakness", "none"),
                4 => course.Word(hour, "icp_sign", "papilledema").Word(hour + 1, "icp_sign", "none"),
                5 => course.Word(hour, "seizure_attribution", value < 70 ? "other_cause" : "attributable"),
                6 => course.Word(hour, "motor_attribution", "other_cause"),
                7 => course.Word(hour, "consciousness_attribution", value < 70 ? "other_cause" : "attributable"),
                8 => course.Word(hour, "icp_attribution", "other_cause"),
                _ => course.Word(hour, "cerebral_oedema_imaging", "focal").Word(hour + 1, "cerebral_oedema_imaging", "none"),
            };
        }

        return course;
    });

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
