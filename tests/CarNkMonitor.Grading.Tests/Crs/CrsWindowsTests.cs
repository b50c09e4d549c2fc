using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Crs;

/// <summary>Which of several readings a window takes, seen in what the result names as its reason.</summary>
public sealed class CrsWindowsTests
{
    const double Minute = 1.0 / 60;

    static Driver Driver(Course course, double hour, string code) => Assert.Single(course.At(hour).Result.Drivers, driver => driver.Code == code);

    [Theory]
    [InlineData(38.6, 39.2, 38.4, "39.2", 51)]
    [InlineData(38.6, 38.4, 38.2, "38.6", 50)]
    [InlineData(38.6, 38.6, 38.6, "38.6", 50)]
    [InlineData(37.2, 37.9, 37.4, "37.9", 51)]
    [Rule("CRS-1.2", "crs-icans-mas 1.2: highest reading in 24 h")]
    public void The_highest_temperature_counts_and_of_equal_ones_the_first(double first, double second, double third, string highest, double hour)
    {
        var driver = Driver(new Course().Temperature(50, (decimal)first).Temperature(51, (decimal)second).Temperature(52, (decimal)third), 53, "temperature");
        Assert.Equal((highest, Course.Hour(hour)), (driver.Value, driver.ObservedAt!.Value));
    }

    [Theory]
    [InlineData(84, 80, 86, "80", 51)]
    [InlineData(80, 84, 86, "80", 50)]
    [InlineData(84, 84, 84, "84", 50)]
    [InlineData(120, 110, 115, "110", 51)]
    [Rule("CRS-1.2", "crs-icans-mas 1.2: lowest reading in 4 h")]
    public void The_lowest_pressure_counts_and_of_equal_ones_the_first(int first, int second, int third, string lowest, double hour)
    {
        var driver = Driver(new Course().Systolic(50, first).Systolic(51, second).Systolic(52, third), 53, "sbp");
        Assert.Equal((lowest, Course.Hour(hour)), (driver.Value, driver.ObservedAt!.Value));
    }

    [Theory]
    [InlineData(true, false, "2")]
    [InlineData(false, true, "2")]
    [InlineData(true, true, "2")]
    [InlineData(false, false, "1")]
    [Rule("CRS-1.2", "crs-icans-mas 1.2: hypotension_clinician, true winning over false")]
    public void A_ticked_hypotension_wins_over_none_in_the_window(bool first, bool second, string grade)
    {
        var course = new Course().Check(50, 38.6m).Yes(51, "hypotension_clinician", first).Yes(52, "hypotension_clinician", second);
        Assert.Equal(grade, course.Grade(53));
        Assert.Equal(first || second ? [Course.Hour(first ? 51 : 52)] : [],
            course.At(53).Result.Drivers.Where(driver => driver.Code == "hypotension_clinician").Select(driver => driver.ObservedAt!.Value));
    }

    [Fact]
    [Rule("CRS-1.2", "crs-icans-mas 1.2: a fluid bolus counts in 4 h")]
    public void The_last_bolus_is_named() =>
        Assert.Equal(Course.Hour(52), Driver(new Course().Check(50).Yes(51, "fluid_bolus_for_hypotension").Yes(52, "fluid_bolus_for_hypotension"), 53, "fluid_bolus_for_hypotension").ObservedAt);

    [Fact]
    public void Each_agent_is_named_with_its_own_entry_of_the_last_set_that_runs()
    {
        var course = new Course().Check(50, 38.6m).Pressors(51, "norepinephrine", "epinephrine").Pressors(52, "norepinephrine", "epinephrine");
        var named = course.At(53).Result.Drivers.Where(driver => driver.Code == "vasopressor_agent").ToDictionary(driver => driver.Value, driver => driver.FactId!.Value);
        Assert.Equal(2, named.Count);
        Assert.All(named, driver => Assert.Equal((driver.Key, Course.Hour(52)), (Fact(course, driver.Value).Coded, Fact(course, driver.Value).ObservedAt)));
    }

    static Fact Fact(Course course, Guid id) => course.Facts.Facts.Single(fact => fact.Id == id);

    [Fact]
    [Rule("CRS-1.3b", "crs-icans-mas 1.3; Lee 2019 Table 2")]
    public void A_dose_at_the_very_onset_waives_and_a_second_dose_takes_nothing_back()
    {
        Assert.Equal("2", new Course().Check(50, 39m).Tocilizumab(50).Quiet(54, 78).Device(78, "nasal_cannula", 3).Grade(78));
        Assert.Equal("2", new Course().Check(50, 39m).Paracetamol(52).Paracetamol(58).Quiet(54, 78).Device(78, "nasal_cannula", 3).Grade(78));
        Assert.Equal("0-2", new Course().Tocilizumab(50 - Minute).Check(50, 39m).Quiet(54, 78).Device(78, "nasal_cannula", 3).Grade(78));
    }

    [Fact]
    [Rule("CRS-1.3b", "crs-icans-mas 1.3: since onset in an established episode")]
    public void In_an_episode_that_lasts_a_dose_waives_however_long_ago_it_was_given()
    {
        const int End = 50 + (16 * 24);
        var course = new Course().Check(50, 39m).Tocilizumab(51);
        for (var hour = 54; hour <= End; hour += 4)
        {
            course.Check(hour).Pressors(hour + 0.1, "norepinephrine");
        }

        Assert.Equal("3", course.Grade(End + 0.5));
    }

    [Fact]
    [Rule("CRS-0.3", "crs-icans-mas 0.3; our own proposal")]
    public void A_reading_at_the_very_instant_of_the_infusion_assesses() => Assert.Equal("0", new Course().Check(0).Grade(0));

    [Fact]
    [Rule("CRS-1.2g", "crs-icans-mas 1.2; our own proposal")]
    public void An_episode_that_closes_between_two_checks_leaves_nothing_open()
    {
        var course = new Course().Check(50, 39m).Quiet(53, 105);
        Assert.Equal("EPISODE_OPEN_AFEBRILE", course.Flags(98 - Minute));
        Assert.Equal("", course.Flags(98));
        Assert.Equal((2, null, ""), (course.At(102).Episode, course.At(102).OnsetAt, course.Flags(102)));
    }

    [Fact]
    [Rule("CRS-0.4", "crs-icans-mas 0.4; our own proposal")]
    public void Danger_is_possible_until_a_reading_excludes_it()
    {
        Assert.Equal(VitalDanger.None, new Course().Check(50).At(50).PossibleDanger);
        Assert.Equal(VitalDanger.Vasopressor | VitalDanger.LowPressure | VitalDanger.LowSaturation, new Course().Temperature(50, 37).At(50).PossibleDanger);
        Assert.Equal(VitalDanger.LowSaturation, new Course().Check(50).Number(50, "spo2", 95, Comparator.Below).At(50).PossibleDanger);
    }

    [Theory]
    [InlineData(36.8, true)]
    [InlineData(38.6, false)]
    public void Quiet_is_a_certain_grade_0(double celsius, bool isQuiet)
    {
        Assert.Equal(isQuiet, new Course().Check(50, (decimal)celsius).At(50).IsQuiet);
        Assert.False(new Course().Temperature(50, (decimal)celsius).At(50).IsQuiet);
    }

    static string Named(Course course, double hour, params string[] codes) => string.Join(' ',
        course.At(hour).Result.Drivers.Where(driver => codes.Contains(driver.Code)).Select(driver => $"{driver.Code}={driver.Value}@{(driver.ObservedAt!.Value - Course.Infusion).TotalHours}"));

    static readonly string[] Hiding = ["antipyretic_dose", "steroid_dose", "tocilizumab_dose", "anticytokine_dose", "masking_drugs_reviewed"];

    [Theory]
    [InlineData(36.8, "antipyretic_dose=paracetamol@51 tocilizumab_dose=600@50")]
    [InlineData(38.6, "")] // a fever that shows is not hidden
    [Rule("CRS-1.3", "crs-icans-mas 1.3; our own proposal")]
    public void The_latest_dose_of_each_drug_that_may_hide_a_fever_is_named(double celsius, string named) =>
        Assert.Equal(named, Named(new Course().Paracetamol(49).Tocilizumab(50).Paracetamol(51).Check(52, (decimal)celsius), 52, Hiding));

    [Fact]
    [Rule("CRS-1.3", "crs-icans-mas 1.3; our own proposal")]
    public void A_review_is_named_where_it_excludes_a_hidden_fever_and_not_beside_an_open_episode()
    {
        Assert.Equal("masking_drugs_reviewed=true@50", Named(new Course().Reviewed(48).Check(50).Temperature(51, 36.8m), 51, Hiding));
        Assert.Equal("", Named(new Course().Check(50, 38.6m).Check(75), 75, Hiding));
        Assert.Equal("steroid_dose=other@52", Named(new Course().Check(50, 38.6m).Word(52, "steroid_dose", "other").Check(75), 75, Hiding));
        Assert.Equal("steroid_dose=other@52", Named(new Course().Check(50, 38.6m).Word(52, "steroid_dose", "other").Systolic(74, 118), 75, Hiding)); // no temperature counts any more
    }

    [Fact]
    [Rule("CRS-1.3", "crs-icans-mas 1.3; our own proposal")]
    public void The_drug_is_named_beside_an_explained_fever_of_an_open_episode_only()
    {
        var explained = new Course().Check(50, 38.6m).Tocilizumab(52).Quiet(54, 78).Temperature(79, 38.6m).Word(79, "fever_attribution", "infection");
        Assert.Equal("fever_attribution=infection@79 tocilizumab_dose=600@52", Named(explained, 79, [.. Hiding, "fever_attribution"]));
        Assert.Equal("fever_attribution=infection@50", Named(new Course().Paracetamol(49).Check(50, 38.6m).Word(50, "fever_attribution", "infection"), 50, [.. Hiding, "fever_attribution"]));
    }

    [Fact]
    [Rule("CRS-5a", "crs-icans-mas 5; our own proposal")]
    public void A_statement_on_a_fever_that_is_not_there_is_not_named() =>
        Assert.Equal("", Named(new Course().Check(50).Word(50, "fever_attribution", "infection"), 50, "fever_attribution"));
}
