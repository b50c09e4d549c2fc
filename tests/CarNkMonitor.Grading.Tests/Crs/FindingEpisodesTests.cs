using CarNkMonitor.Grading.Facts;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Crs;

/// <summary>Where an explained finding begins and ends, so that a statement of another cause hides it and nothing else.</summary>
public sealed class FindingEpisodesTests
{
    const double Minute = 1.0 / 60;

    /// <summary>Fever at hour 50, normal at 54: it has ended at hour 74, and a statement made meanwhile says nothing of a fever after that.</summary>
    [Theory]
    [InlineData(52, 60, "0")]
    [InlineData(60, 74 - Minute, "0")]
    [InlineData(60, 74, "0")]
    [InlineData(60, 76, "1")]
    [InlineData(76, 82, "0")]
    [Rule("CRS-5d", "crs-icans-mas 5; our own proposal: an explained fever ends 24 h after its last reading")]
    public void A_statement_holds_for_the_fever_it_was_made_in(double statement, double fever, string grade) => Assert.Equal(
        grade, new Course().Check(50, 38.6m).Check(54).Check(58).Word(statement, "fever_attribution", "infection").Check(fever - 1.5).Check(fever, 38.6m).Grade(fever));

    [Fact]
    [Rule("CRS-5d", "crs-icans-mas 5; our own proposal")]
    public void A_fever_without_a_normal_reading_has_not_ended()
    {
        Assert.Equal("0", new Course().Check(50, 38.6m).Word(60, "fever_attribution", "infection").Check(76, 38.6m).Grade(76));
        Assert.Equal("1", new Course().Check(50, 38.6m).Word(60, "fever_attribution", "infection").Check(80).Check(83, 38.6m).Grade(83));
    }

    [Fact]
    [Rule("CRS-5d", "crs-icans-mas 5; our own proposal")]
    public void After_the_last_fever_has_ended_a_reading_that_may_be_a_fever_is_open_again()
    {
        var course = new Course().Check(50, 38.6m).Check(54).Word(60, "fever_attribution", "infection").Check(70).Number(76, "temperature", 38.5m, Comparator.Below)
            .Systolic(76, 118).Pressors(76, "none").Device(76, "room_air").Number(76, "spo2", 97).Reviewed(76);
        Assert.Equal("0-1", course.Grade(76));
    }

    [Fact]
    [Rule("CRS-5d", "crs-icans-mas 5; our own proposal")]
    public void A_statement_explains_every_fever_back_to_the_last_normal_reading()
    {
        var course = new Course().Check(50, 39m).Check(52, 38.8m).Word(53, "fever_attribution", "infection");
        Assert.Equal(("0", null), (course.Grade(53), course.At(53).OnsetAt));
        Assert.Equal(Course.Hour(50), new Course().Check(50, 39m).Check(51).Check(52, 38.8m).Word(53, "fever_attribution", "infection").At(53).OnsetAt);
    }

    [Theory]
    [InlineData("attributable")]
    [InlineData("unattributed")]
    [InlineData("crs")]
    [InlineData("iechs_or_mas")]
    [Rule("CRS-5a", "crs-icans-mas 5; our own proposal")]
    public void Only_another_cause_takes_a_fever_from_CRS(string word) => Assert.Equal("1", new Course().Check(50, 38.6m).Word(50, "fever_attribution", word).Grade(51));

    public static TheoryData<string, string, string> Findings => new()
    {
        { "sbp", "hypotension_attribution", "2" }, { "tick", "hypotension_attribution", "2" }, { "bolus", "hypotension_attribution", "2" },
        { "agent", "hypotension_attribution", "3" }, { "spo2", "hypoxia_attribution", "2" }, { "device", "hypoxia_attribution", "2" },
    };

    static Course Add(Course course, double hour, string finding) => finding switch
    {
        "sbp" => course.Systolic(hour, 80),
        "tick" => course.Yes(hour, "hypotension_clinician"),
        "bolus" => course.Yes(hour, "fluid_bolus_for_hypotension"),
        "agent" => course.Pressors(hour, "norepinephrine"),
        "spo2" => course.Device(hour, "room_air").Number(hour, "spo2", 86),
        _ => course.Device(hour, "nasal_cannula", 2),
    };

    [Theory, MemberData(nameof(Findings))]
    [Rule("CRS-5a", "crs-icans-mas 5; our own proposal")]
    public void Each_finding_begins_an_episode_of_its_own_that_a_later_statement_speaks_of(string finding, string statement, string grade)
    {
        var course = Add(new Course().Temperature(46, 38.6m), 47, finding).Check(48, 38.6m).Yes(48, "hypotension_clinician", false).Word(48.5, statement, "other_cause");
        Assert.Equal(grade, course.Grade(48.4));
        Assert.Equal("1", course.Grade(48.5));
        Assert.Equal(grade, Add(course, 49, finding).Grade(49));
    }

    [Theory, MemberData(nameof(Findings))]
    [Rule("CRS-5a", "crs-icans-mas 5; our own proposal")]
    public void An_earlier_episode_stays_counted_and_the_explained_one_is_left_out_after_its_end(string finding, string statement, string grade)
    {
        var course = Add(Add(new Course().Check(45, 38.6m).Yes(45, "hypotension_clinician", false), 45.5, finding).Check(46, 38.6m).Yes(46, "hypotension_clinician", false), 48, finding)
            .Word(48, statement, "other_cause").Check(49, 38.6m).Yes(49, "hypotension_clinician", false);
        Assert.Equal(grade, course.Grade(48));
        Assert.Equal(grade, course.Grade(49));
        Assert.Equal("1", course.Grade(50.5));
        Assert.Equal("", course.Flags(50.5));
    }

    [Fact]
    [Rule("CRS-5a", "crs-icans-mas 5; our own proposal")]
    public void A_finding_without_other_readings_ends_with_what_says_that_it_is_gone()
    {
        Course Seen() => new Course().Temperature(47, 38.6m).Device(47, "room_air").Number(47, "spo2", 97).Pressors(47, "none").Reviewed(47)
            .Yes(48, "hypotension_clinician").Word(48.5, "hypotension_attribution", "other_cause").Yes(51, "hypotension_clinician", false);
        Assert.Equal("1", Seen().Grade(50));
        Assert.Equal("2", Seen().Yes(52, "hypotension_clinician").Grade(52));
        Assert.Equal("4", new Course().Check(50, 39m).Device(51, "bipap").Word(51, "hypoxia_attribution", "other_cause").Device(53, "room_air").Device(58, "bipap").Grade(58));
    }

    [Fact]
    [Rule("CRS-5a", "crs-icans-mas 5; our own proposal")]
    public void An_explained_agent_that_has_ended_stands_for_none_until_a_new_one_runs()
    {
        Course Ended() => new Course().Temperature(47, 38.6m).Systolic(47, 118).Device(47, "room_air").Number(47, "spo2", 97).Reviewed(47)
            .Word(48, "vasopressor_agent", "norepinephrine", endsAt: 49).Word(49, "vasopressor_agent", "epinephrine", endsAt: 51).Word(48, "hypotension_attribution", "other_cause")
            .Systolic(51, 118);
        Assert.Equal("1", Ended().Grade(51));
        Assert.Equal("2", Ended().Systolic(52, 84).Grade(52));
        Assert.Equal("3", Ended().Pressors(52, "norepinephrine").Grade(52));
    }
}
