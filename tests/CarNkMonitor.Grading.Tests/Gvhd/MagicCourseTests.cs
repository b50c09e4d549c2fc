using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Gvhd;
using CarNkMonitor.Grading.Quantities;
using CarNkMonitor.Grading.Tests.Cases;
using CarNkMonitor.Grading.Tests.Courses;
using CarNkMonitor.Grading.Tests.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Gvhd;

/// <summary>MAGIC from raw timed observations: the worked cases, how long a finding stands, and the 3-day rule of stool.</summary>
public sealed class MagicCourseTests
{
    const double Minute = 1.0 / 60;

    public static IEnumerable<TheoryDataRow<string>> Cases => WorkedCases.Ids("magic");

    [Theory, MemberData(nameof(Cases)), Rule("MAGIC-1.1h", "columns.csv: magic")]
    public void Acute_GvHD_emerges_from_raw_timed_facts(string id)
    {
        var row = WorkedCases.Row("magic", id);
        var facts = MagicSteps.FactsOf(row);
        var (signal, reported) = (MagicCourse.Signal(facts, Course.Hour(MagicSteps.Now)), MagicCourse.Reported(facts, Course.Hour(MagicSteps.Now)));
        Assert.Equal(
            (row["expected_signal_min"], row["expected_signal_max"], row["expected_reported_grade"]), ($"{signal.Low}", $"{signal.High}", $"{reported.Low}"));
    }

    [Fact, Rule("MAGIC-0.3", "crs-icans-mas 0.3 item 7")]
    public void Before_the_infusion_it_does_not_apply_and_without_a_finding_it_is_not_assessed()
    {
        var course = new Course().Number(-5, "rash_bsa_pct", 60);
        string At(double hour) => ResultText.Of(MagicCourse.Signal(course.Facts, Course.Hour(hour)));
        Assert.Equal(("NotApplicable", "NotAssessed"), (At(-1), At(1)));
        course.Number(2, "rash_bsa_pct", 60);
        Assert.Equal("2-4", At(2));
    }

    [Theory, Rule("MAGIC-1.3h", "gvhd-cytopenia-observations 1.3: carry-forward")]
    [InlineData("rash_bsa_pct", 10, 36)]
    [InlineData("rash_bsa_pct", 20, 120)]
    [InlineData("bilirubin_total", 10, 72)]
    [InlineData("bilirubin_total", 20, 120)]
    public void A_finding_stands_for_its_carry_forward_time(string code, int day, int hours)
    {
        var course = new Course().Number(day * 24, code, 20);
        MagicInputs At(double hour) => MagicCourse.InputsAt(new SubjectRecord(course.Facts, countProvisional: true), Course.Hour(hour));
        Assert.NotEqual((null, null), (At((day * 24) + hours - Minute).RashPct, At((day * 24) + hours - Minute).Bilirubin));
        Assert.Equal((null, null), (At((day * 24) + hours).RashPct, At((day * 24) + hours).Bilirubin));
    }

    [Fact, Rule("MAGIC-1.3i", "docs/criteria/magic.md: over time")]
    public void A_confidence_and_a_chronic_sign_stand_until_the_next_and_what_was_said_before_the_infusion_does_not_count()
    {
        var course = new Course().Word(-5, "gvhd_confidence_skin", "negative").Word(-5, "chronic_gvhd_feature", "sclerosis").Number(1, "rash_bsa_pct", 10);
        MagicInputs At(double hour) => MagicCourse.InputsAt(new SubjectRecord(course.Facts, countProvisional: true), Course.Hour(hour));
        Assert.Equal((GvhdConfidence.Possible, false), (At(2).SkinConfidence, At(2).ChronicFeature));
        course.Word(3, "gvhd_confidence_skin", "confirmed").Word(3, "chronic_gvhd_feature", "fasciitis").Word(3, "chronic_gvhd_feature", "poikiloderma").Word(900, "chronic_gvhd_feature", "none");
        Assert.Equal((GvhdConfidence.Confirmed, true), (At(800).SkinConfidence, At(800).ChronicFeature));
        Assert.False(At(901).ChronicFeature);
        var atInfusion = new Course().Word(0, "gvhd_confidence_skin", "confirmed").Number(1, "rash_bsa_pct", 10);
        Assert.Equal(GvhdConfidence.Confirmed, MagicCourse.InputsAt(new SubjectRecord(atInfusion.Facts, countProvisional: true), Course.Hour(2)).SkinConfidence);
    }

    [Theory, Rule("MAGIC-1.1i", "gvhd-cytopenia-observations 1.1: day used")]
    [InlineData("4:700", 4, 700, "one day")]
    [InlineData("2:400 3:900 4:100", 4, 466, "day 3 made it active: the mean of 400, 900 and 100")]
    [InlineData("2:100 3:200 4:480", 4, 480, "not active: the highest")]
    [InlineData("2:600 3:900 4:300", 4, 600, "active: the mean of three days")]
    [InlineData("3:600 4:1000", 4, 800, "active: the mean of the days with data")]
    [InlineData("1:3000 3:600 4:600 5:600", 5, 600, "a day before the last three is not looked at")]
    [InlineData("2:600 3:200 4:100 5:0 6:300", 6, 300, "quiet again on day 5: the highest")]
    [InlineData("2:600 3:300 4:100", 4, 600, "the mean of day 3 is below stage 1, so that on day 4 the highest of three days counts again")]
    public void The_day_or_days_are_chosen_by_the_3_day_rule(string series, int day, int expected, string why) =>
        Assert.True(expected == (int)Stool(series, day)!.Value.Value, $"{why}: {Stool(series, day)}");

    [Fact, Rule("MAGIC-1.1i", "gvhd-cytopenia-observations 1.1: day used")]
    public void The_mean_is_not_rounded_and_pain_makes_the_organ_active_as_well()
    {
        Assert.Equal(1600m / 3, Stool("2:900 3:600 4:100", 4)!.Value.Value);
        var course = Charted("3:100 4:400").Yes((3 * 24) + 2, "severe_abdominal_pain").Yes((4 * 24) + 2, "severe_abdominal_pain", false);
        Assert.Equal(250, At(course, 4).StoolVolume!.Value.Value);
    }

    [Fact, Rule("MAGIC-1.1j", "gvhd-cytopenia-observations 1.1: volume against episodes")]
    public void Volume_and_unmeasured_stools_are_of_the_same_day()
    {
        var course = Charted("3:300 4:100").Number((4 * 24) + 1, "stool_unquantified_episodes", 2);
        Assert.Equal((100m, 2m), (At(course, 4).StoolVolume!.Value.Value, At(course, 4).UnmeasuredStools!.Value.Value));
    }

    [Fact, Rule("MAGIC-1.1k", "docs/criteria/magic.md: over time")]
    public void Of_two_entries_of_one_day_the_higher_counts_and_days_are_those_of_the_site()
    {
        Assert.Equal(700, At(Charted("4:700").Number((4 * 24) + 5, "stool_volume", 300), 4).StoolVolume!.Value.Value);
        // The evening of day 3 and the night to day 4 in UTC; one and the same day 4 in Shanghai.
        var course = new Course().Number(80, "stool_volume", 600).Number(90, "stool_volume", 1000);
        Assert.Equal(800, At(course, 4).StoolVolume!.Value.Value);
        course.Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        Assert.Equal(1000, At(course, 4).StoolVolume!.Value.Value);
    }

    [Fact, Rule("MAGIC-1.1l", "docs/criteria/magic.md: bounds")]
    public void A_bound_of_another_day_that_may_be_higher_leaves_the_total_open()
    {
        var course = Charted("3:300").Number((4 * 24) + 1, "stool_volume", 1200, Comparator.Below);
        Assert.Equal("≥300 <1200", At(course, 4).StoolVolume!.Value.Text);
        Assert.Equal("300", At(Charted("3:300").Number((4 * 24) + 1, "stool_volume", 300, Comparator.Below), 4).StoolVolume!.Value.Text);
        var active = Charted("2:600 3:600").Number((4 * 24) + 1, "stool_volume", 300, Comparator.Below);
        Assert.Equal("≥400 <500", At(active, 4).StoolVolume!.Value.Text);
    }

    [Fact, Rule("MAGIC-1.1m", "specification 1.2, independence")]
    public void What_is_observed_later_changes_nothing_before_it()
    {
        var before = Stool("2:600 3:900 4:300", 4);
        Assert.Equal(before, Stool("2:600 3:900 4:300 5:9000", 4));
    }

    static Measured? Stool(string series, int day) => At(Charted(series), day).StoolVolume;

    static MagicInputs At(Course course, int day) => MagicCourse.InputsAt(new SubjectRecord(course.Facts, countProvisional: true), Course.Hour((day * 24) + 10));

    static Course Charted(string series) => series.Split(' ').Select(one => one.Split(':')).Aggregate(new Course(), (all, one) =>
        all.Number((int.Parse(one[0], Inv) * 24) + 1, "stool_volume", decimal.Parse(one[1], Inv)));

    static readonly IFormatProvider Inv = System.Globalization.CultureInfo.InvariantCulture;

    /// <summary>From 50 kg on the adult's column holds: 600 ml for 3 stools are stage 1 there, and 9 ml/kg are stage 0 in a child's.</summary>
    [Theory, Rule("MAGIC-1.1w", "crs-icans-mas 0.3: a bound is never the number")]
    [InlineData("60", 3, 0, "1")]
    [InlineData(">60", 3, 0, "1")]
    [InlineData("49", 3, 0, "0")]
    [InlineData("<50", 3, 0, "0")]
    [InlineData("<60", 3, 0, "0-1")]
    [InlineData(">40", 3, 0, "0-1")]
    [InlineData("60", 0, 1500, "2")]
    [InlineData(">60", 0, 1500, "2")]
    [InlineData("40", 0, 1500, "3")]
    [InlineData("<50", 0, 1500, "3")]
    [InlineData(">40", 0, 1500, "2-3")]
    public void A_weight_that_is_a_bound_chooses_the_column_as_far_as_it_is_certain(string weight, int stools, int volume, string stage)
    {
        var course = new Course { AgeInDays = 10 * 365 }.Number(1, "weight", weight).Number(2, "stool_unquantified_episodes", stools).Number(2, "stool_volume", volume);
        var found = LowerGiFinding.Of(MagicCourse.InputsAt(new SubjectRecord(course.Facts, countProvisional: true), Course.Hour(3)));
        Assert.Equal(stage, found.Lowest == found.Highest ? $"{(int)found.Lowest}" : $"{(int)found.Lowest}-{(int)found.Highest}");
    }
}
