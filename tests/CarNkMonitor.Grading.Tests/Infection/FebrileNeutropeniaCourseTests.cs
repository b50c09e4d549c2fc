using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Infection;
using CarNkMonitor.Grading.Tests.Cases;
using CarNkMonitor.Grading.Tests.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Infection;

/// <summary>Febrile neutropenia from raw timed observations: the worked cases, and the edges of the episode and of its counts.</summary>
public sealed class FebrileNeutropeniaCourseTests
{
    const double Minute = 1.0 / 60;
    const double Fever = 200;

    public static IEnumerable<TheoryDataRow<string>> Cases => WorkedCases.Ids("febrile-neutropenia");

    [Theory, MemberData(nameof(Cases)), Rule("FN-3.1h", "columns.csv: febrile-neutropenia")]
    public void Febrile_neutropenia_emerges_from_raw_timed_facts(string id)
    {
        var row = WorkedCases.Row("febrile-neutropenia", id);
        var course = new Course();
        var last = Fever;
        foreach (var (minute, value) in Series(row["temps_min_c"]))
        {
            last = Fever + ((double)minute / 60);
            course.Temperature(last, value);
        }

        foreach (var (hour, value) in Series(row["anc_h_10e9"]))
        {
            last = Math.Max(last, Fever + (double)hour);
            course.Number(Fever + (double)hour, "anc", value);
        }

        _ = row.Flag("fall_override") == true ? course.Yes(Fever - 1, "anc_expected_to_fall") : course;
        var (alarm, grade) = (FebrileNeutropeniaCourse.Idsa(course.Facts, Course.Hour(last)), FebrileNeutropeniaCourse.Ctcae(course.Facts, Course.Hour(last)));
        Assert.Equal(
            (row["expected_idsa"], row["expected_ctcae_grade"]),
            (alarm.State == GradeState.Determined ? alarm.Scale.Word(alarm.Low!.Value) : "indeterminate", grade.State == GradeState.Determined ? $"{grade.Low}" : ""));
    }

    [Fact, Rule("FN-3.1i", "crs-icans-mas 0.3 item 7")]
    public void Nothing_is_assessed_before_a_temperature_or_a_count_and_it_does_not_wait_for_an_infusion()
    {
        var course = new Course().Temperature(-30, 39).Number(-30, "anc", 0.2m);
        Assert.Equal(("NotAssessed", "1", "NotAssessed"), (Alarm(course, -31), Alarm(course, -29), Alarm(course, 1)));
        Assert.Equal("1", Alarm(course.Temperature(1, 38.5m), 1));
    }

    [Theory, Rule("FN-3.3h", "gvhd-cytopenia-observations 3.3: the fever episode")]
    [InlineData(224 - Minute, "1", "the episode is open until 24 h have passed")]
    [InlineData(224, "0", "all readings of 24 h were below 38.0, and no new one is needed")]
    public void An_episode_ends_after_24_hours_in_which_all_readings_are_below_38(double hour, string expected, string why)
    {
        var course = new Course().Temperature(200, 38.6m).Number(199, "anc", 0.3m).Temperature(210, 37).Temperature(222, 37);
        Assert.True(expected == Alarm(course, hour), why);
    }

    [Fact, Rule("FN-3.3h", "gvhd-cytopenia-observations 3.3: the fever episode")]
    public void Without_a_reading_below_38_an_episode_never_ends_by_time_alone() =>
        Assert.Equal("1", Alarm(new Course().Temperature(200, 38.6m).Number(199, "anc", 0.3m), 260));

    [Fact, Rule("FN-3.3h", "gvhd-cytopenia-observations 3.3: the fever episode")]
    public void A_fever_after_the_end_begins_another_episode_and_one_before_it_goes_on()
    {
        DateTime Zero(double hour) => Course.Hour(hour).AddMinutes(-(double)Assert.Single(FebrileNeutropeniaCourse.PossibleAt(
            new SubjectRecord(new Course().Temperature(200, 38.6m).Temperature(210, 37).Temperature(hour, 38.1m).Facts, countProvisional: true), Course.Hour(hour))).Temperatures[^1].Minute);
        Assert.Equal((Course.Hour(200), Course.Hour(200), Course.Hour(224 + Minute)), (Zero(220), Zero(224), Zero(224 + Minute)));
    }

    [Fact, Rule("FN-3.3i", "docs/criteria/febrile-neutropenia.md: over time")]
    public void Without_an_episode_the_day_that_ends_now_decides_and_a_day_without_a_reading_leaves_it_open()
    {
        var course = new Course().Temperature(200, 37).Number(199, "anc", 0.3m);
        Assert.Equal(("0", "0-1"), (Alarm(course, 224 - Minute), Alarm(course, 224)));
    }

    [Theory, Rule("FN-3.1j", "columns.csv: anc_h_10e9")]
    [InlineData(Fever - 72, "1")]
    [InlineData(Fever - 72 - Minute, "0-1")]
    [InlineData(Fever + 24, "1")]
    [InlineData(Fever + 24 + Minute, "0-1")]
    public void The_count_lies_up_to_72_hours_before_the_fever_or_24_after_it(double hour, string expected) =>
        Assert.Equal(expected, Alarm(new Course().Temperature(Fever, 38.6m).Number(hour, "anc", 0.3m).Temperature(Fever + 30, 38.6m), Fever + 30));

    [Theory, Rule("FN-3.1k", "columns.csv: fall_override")]
    [InlineData(Fever - 48, true)]
    [InlineData(Fever - 48 - Minute, false)]
    [InlineData(Fever + 5, true)]
    [InlineData(Fever + 7, false)]
    public void The_expectation_counts_from_48_hours_before_the_fever_on(double hour, bool expected)
    {
        var course = new Course().Temperature(Fever, 38.6m).Number(Fever - 1, "anc", 0.9m).Yes(hour, "anc_expected_to_fall");
        Assert.Equal(expected ? "1" : "0", Alarm(course, Fever + 6));
    }

    [Fact, Rule("FN-3.1l", "columns.csv: life_threatening")]
    public void A_statement_makes_grade_4_for_24_hours_without_a_reading()
    {
        var course = new Course().Word(10, "life_threatening_judgement", "febrile_neutropenia");
        string Grade(double hour) => ResultText.Of(FebrileNeutropeniaCourse.Ctcae(course.Facts, Course.Hour(hour)));
        Assert.Equal(("4", "4", "NotAssessed"), (Grade(10), Grade(34 - Minute), Grade(34)));
    }

    static string Alarm(Course course, double hour) => ResultText.Of(FebrileNeutropeniaCourse.Idsa(course.Facts, Course.Hour(hour)));

    static IEnumerable<(decimal At, decimal Value)> Series(string text) => from one in text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let parts = one.Split(':')
        select (decimal.Parse(parts[0], Inv), decimal.Parse(parts[1], Inv));

    static readonly IFormatProvider Inv = System.Globalization.CultureInfo.InvariantCulture;

    /// <summary>With 0.3 at hour 199: the fever decides. With 0.3 at hour 100: a fever began then or later, and only then the count is one of it.</summary>
    [Theory, Rule("FN-3.3j", "crs-icans-mas 0.3: a bound is never the number")]
    [InlineData(199, 200, ">37.9", "0-1")]
    [InlineData(199, 200, "<38.0", "0")]
    [InlineData(199, 200, "<38.1", "0")]
    [InlineData(199, 200, ">38.3", "1")]
    [InlineData(100, 110, ">37.9", "0-1")]
    [InlineData(100, 110, "<38.0", "0-1")]
    [InlineData(100, 110, ">38.3", "1")]
    public void A_temperature_that_is_a_bound_may_have_begun_the_episode(double count, double reading, string celsius, string alarm)
    {
        var course = new Course().Number(count, "anc", 0.3m).Number(reading, "temperature", celsius);
        Assert.Equal(alarm, Alarm(course, 220));
    }

    /// <summary>No reading of the last day: only the episode that the bound may have begun long ago has no count of its own.</summary>
    [Theory, Rule("FN-3.3j", "crs-icans-mas 0.3: a bound is never the number")]
    [InlineData("37.0", "0")]
    [InlineData(">37.9", "0-1")]
    [InlineData("<38.1", "0")]
    [InlineData("<39", "0-1")]
    [InlineData("<38.0", "0")]
    [InlineData("38.5", "0-1")]
    public void An_old_bound_may_have_begun_an_episode_that_nobody_counted_in(string celsius, string alarm) =>
        Assert.Equal(alarm, Alarm(new Course().Number(430, "temperature", celsius).Number(476, "anc", 1.05m), 515));

    /// <summary>Counts of 2.0 at hour 149 and 0.3 at hour 199: which of them belongs to the fever of hour 200 hangs on the reading of hour 150.</summary>
    [Theory, Rule("FN-3.3j", "crs-icans-mas 0.3: a bound is never the number")]
    [InlineData("37.0", "1")]
    [InlineData("38.2", "0")]
    [InlineData(">37.9", "0-1")]
    public void A_bound_before_a_certain_fever_may_have_begun_its_episode(string celsius, string alarm) => Assert.Equal(alarm, Alarm(
        new Course().Number(149, "anc", 2).Number(199, "anc", 0.3m).Number(150, "temperature", celsius).Temperature(200, 38.6m), 205));

    /// <summary>Only an episode that the second reading began has the low count: one of the first has that of hour 99, and without any that of hour 229 counts.</summary>
    [Theory, Rule("FN-3.3j", "crs-icans-mas 0.3: a bound is never the number")]
    [InlineData(">37.9", ">37.9", "0-1")]
    [InlineData(">37.9", "37.0", "0")]
    [InlineData("38.5", ">37.9", "0")]
    [InlineData("37.0", ">37.9", "0-1")]
    public void Each_of_several_bounds_may_have_begun_the_episode(string first, string second, string alarm) => Assert.Equal(alarm, Alarm(
        new Course().Number(99, "anc", 2).Number(199, "anc", 0.3m).Number(229, "anc", 2).Number(100, "temperature", first).Number(200, "temperature", second), 230));
}
