using CarNkMonitor.Grading.Crs;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Crs;

/// <summary>Hours are counted from the infusion. A well subject is not graded by time while checks are on time.</summary>
public sealed class CrsByTimeTests
{
    static readonly OverdueCheck Always = new(Course.Infusion, DateTime.MaxValue, IsDaily: true);

    [Fact]
    public void A_fever_is_graded_when_it_leaves_its_window_and_the_episode_when_it_closes() =>
        Assert.Equal("74 98", Hours(new Course().Check(50, 38.6m).Quiet(53, 105)));

    [Fact]
    public void An_episode_without_readings_does_not_close() =>
        Assert.Equal("74", Hours(new Course().Check(50, 38.6m).Quiet(53, 81)));

    [Fact]
    public void A_low_pressure_is_graded_when_it_leaves_the_4_hours() =>
        Assert.Equal("55", Hours(new Course().Check(50, 38.6m).Systolic(51, 84).Check(53)));

    [Fact]
    public void A_fluid_bolus_is_graded_when_it_leaves_the_4_hours() =>
        Assert.Equal("55", Hours(new Course().Check(50, 38.6m).Yes(51, "fluid_bolus_for_hypotension").Check(53)));

    [Fact]
    public void A_recorded_end_of_a_running_agent_is_graded_4_hours_later() =>
        Assert.Equal("60", Hours(new Course().Check(50, 38.6m).Word(52, "vasopressor_agent", "norepinephrine", endsAt: 56).Pressors(57, "none").Check(58)));

    [Theory]
    [InlineData("")]                    // no check is overdue: the grade stands as of the last check
    [InlineData("52-61.9", "")]         // done, or closed, before anything ran out
    [InlineData("52-62", "")]           // closed at the very instant
    [InlineData("60-90", "62")]         // pressure, agents and device ran out at 62
    [InlineData("65-90", "65")]         // overdue from 65 on
    [InlineData("75-90", "75")]         // by then the temperature ran out as well
    public void What_has_run_out_is_missing_only_while_a_check_is_overdue(string overdue, string hours = "") =>
        Assert.Equal(hours, Hours(new Course().Temperature(50, 37m).Systolic(50, 118).Pressors(50, "none").Device(50, "room_air"), Checks(overdue, isDaily: true)));

    [Fact]
    public void A_late_visit_counts_only_while_an_episode_is_open()
    {
        Assert.Equal("", Hours(new Course().Check(50), Checks("60-200", isDaily: false)));
        Assert.Equal("62", Hours(new Course().Check(50, 38.6m), Checks("60-61.9,62-73", isDaily: false)));
    }

    [Fact]
    public void The_end_of_an_attribution_that_gives_a_fever_back_to_crs_is_graded_although_other_values_ran_out()
    {
        var course = new Course().Check(50, 38.6m).Word(50, "fever_attribution", "infection").Temperature(65, 38.5m);

        Assert.Equal("74", Hours(course));
        Assert.Equal(0, course.At(73.9).Result.Low);
        Assert.Equal(1, course.At(74).Result.Low);
    }

    [Fact]
    public void The_end_of_an_attribution_is_graded_on_its_own() =>
        Assert.Equal("76", Hours(new Course().Check(50, 38.6m).Word(52, "fever_attribution", "infection").Check(61, 38.6m)));

    [Fact]
    public void The_end_of_a_drug_that_masks_is_graded() => Assert.Equal("58 59", Hours(new Course().Paracetamol(50).Check(55).Systolic(55, 84)));

    [Fact]
    public void A_device_that_runs_out_alone_is_graded_while_a_check_is_overdue() =>
        Assert.Equal("62", Hours(new Course().Temperature(50, 37m).Systolic(52, 118).Pressors(52, "none").Device(50, "room_air"), Checks("60-66", isDaily: true)));

    [Fact]
    public void What_was_missing_all_along_is_not_what_ran_out()
    {
        var course = new Course().Temperature(50, 38.6m);
        for (var hour = 51; hour <= 79; hour += 4)
        {
            course.Systolic(hour, 118).Device(hour, "room_air").Number(hour, "spo2", 97).Reviewed(hour).Temperature(hour + 1, 36.8m);
        }

        Assert.Equal("74", Hours(course));
    }

    [Fact]
    public void What_ran_out_without_leaving_the_grade_open_hides_no_change()
    {
        var course = new Course().Check(50, 38.6m).Temperature(60, 38.6m).Pressors(66, "none").Device(66, "room_air").Number(66, "spo2", 97).Systolic(70, 84).Systolic(71, 118);
        Assert.Equal("74", Hours(course));
    }

    [Fact]
    public void Looking_on_begins_with_the_moment_asked_for_and_without_gradings_there_is_nothing_to_look_on_from()
    {
        var course = new Course().Check(50, 38.6m).Quiet(53, 105);
        var graded = course.Facts.Facts.Select(fact => fact.ObservedAt).ToHashSet();
        Assert.Equal([Course.Hour(74), Course.Hour(98)], CrsByTime.Moments(course.Facts, graded, [], Course.Hour(74)));
        Assert.Equal([Course.Hour(98)], CrsByTime.Moments(course.Facts, graded, [], Course.Hour(74).AddTicks(1)));
        Assert.Empty(CrsByTime.Moments(course.Facts, new HashSet<DateTime>(), [], DateTime.MinValue));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_changes_begin_with_the_moment_asked_for(bool isProvisional)
    {
        var course = new Course().Check(50, 38.6m).Word(50, "fever_attribution", "infection", provisional: isProvisional);
        Assert.Equal(Course.Hour(50), CrsCourse.Changes(course.Facts, Course.Hour(50), []).First().Moment);
    }

    [Fact]
    public void The_end_of_an_attribution_nobody_countersigned_is_graded() =>
        Assert.Equal("74", Hours(new Course().Check(50, 38.6m).Word(50, "fever_attribution", "infection", provisional: true).Check(65, 38.5m).Check(73, 38.5m)));

    [Fact]
    public void A_second_infusion_is_graded_as_not_assessed()
    {
        var course = new Course().Check(50).Check(98);
        course.Infusions.Add(Course.Hour(60));

        Assert.Equal("60", Hours(course));
    }

    [Fact]
    public void A_grade_that_rests_on_a_saturation_that_ran_out_is_not_taken_for_an_improvement()
    {
        var course = new Course().Temperature(50, 38.6m).Systolic(50, 118).Pressors(50, "none").Device(50, "room_air").Reviewed(50).Number(50, "spo2", 86).Device(58, "room_air").Systolic(58, 118).Pressors(58, "none").Temperature(58, 38.2m);

        Assert.Equal(1, course.At(62).Result.Low);
        Assert.Equal("", Hours(course));
        Assert.Equal("62", Hours(course, Checks("60-62.1", isDaily: true)));
    }

    [Fact]
    public void While_a_check_is_overdue_the_gradings_tell_the_whole_course() => CrsLawsTests.RandomCourse.Sample(course =>
    {
        var graded = Graded(course, Always);
        foreach (var moment in Grid.Where(moment => moment >= graded[0]))
        {
            Assert.Equal(Says(course, graded.Last(one => one <= moment)), Says(course, moment));
        }
    }, iter: Law.Of(20));

    [Fact]
    public void Without_an_overdue_check_time_never_hides_a_higher_grade() => CrsLawsTests.RandomCourse.Sample(course =>
    {
        var graded = Graded(course);
        foreach (var moment in Grid.Where(moment => moment >= graded[0]))
        {
            var (standing, now) = (CrsCourse.At(course.Facts, graded.Last(one => one <= moment)), CrsCourse.At(course.Facts, moment));
            Assert.True(!(now.Result.Low > standing.Result.Low), $"{moment:u}: {standing.Result.Low}-{standing.Result.High} stands, {now.Result.Low}-{now.Result.High} is true");
        }
    }, iter: Law.Of(20));

    [Fact]
    public void Looking_on_from_any_moment_gives_the_rest_of_the_same_answer() => CrsLawsTests.RandomCourse.Sample(course =>
    {
        OverdueCheck[] overdue = [new(Course.Hour(30), Course.Hour(40), true), new(Course.Hour(90), Course.Hour(91), true), new(Course.Hour(150), Course.Hour(180), false)];
        var entries = course.Facts.Facts.Select(fact => fact.ObservedAt).ToHashSet();
        var all = CrsByTime.Moments(course.Facts, entries, overdue, DateTime.MinValue).ToList();
        foreach (var from in Grid.Where((_, index) => index % 9 == 4))
        {
            var before = entries.Concat(all).Where(moment => moment < from).ToList();
            var graded = entries.Where(moment => moment >= from).Concat(before.Count > 0 ? [before.Max()] : []).ToHashSet();
            Assert.Equal(all.Where(moment => moment >= from), CrsByTime.Moments(course.Facts, graded, overdue, from));
        }
    }, iter: Law.Of(10));

    static readonly DateTime[] Grid = [.. Enumerable.Range(0, 240).Select(hour => Course.Hour(hour + 0.25))];

    static List<DateTime> Graded(Course course, params OverdueCheck[] overdue)
    {
        var entries = course.Facts.Facts.Select(fact => fact.ObservedAt).ToHashSet();
        return [.. entries.Concat(CrsByTime.Moments(course.Facts, entries, overdue, DateTime.MinValue)).Order()];
    }

    static string Says(Course course, DateTime moment)
    {
        var one = CrsCourse.At(course.Facts, moment);
        return $"{one.Result.Low}-{one.Result.High} {one.Result.State} {one.Episode} {one.OnsetAt:u} {one.Danger}";
    }

    static string Hours(Course course, params OverdueCheck[] overdue) => string.Join(' ', CrsByTime
        .Moments(course.Facts, course.Facts.Facts.Select(fact => fact.ObservedAt).ToHashSet(), overdue, DateTime.MinValue)
        .Select(moment => Math.Round((moment - Course.Infusion).TotalHours, 3)));

    static OverdueCheck[] Checks(string spans, bool isDaily) =>
    [
        .. from span in spans.Split(',', StringSplitOptions.RemoveEmptyEntries)
           let ends = span.Split('-')
           select new OverdueCheck(Course.Hour(Number(ends[0])), Course.Hour(Number(ends[1])), isDaily),
    ];

    static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
