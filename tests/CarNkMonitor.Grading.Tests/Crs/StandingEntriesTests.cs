using Xunit;

namespace CarNkMonitor.Grading.Tests.Crs;

/// <summary>How long an entered agent or device stands, and which of several.</summary>
public sealed class StandingEntriesTests
{
    const double Minute = 1.0 / 60;

    static Course Febrile => new Course().Temperature(50, 38.6m).Systolic(50, 118).Number(50, "spo2", 97).Reviewed(50);

    [Fact]
    [Rule("CRS-1.2e", "crs-icans-mas 1.2: the latest in 12 h where there is none in 4 h")]
    public void After_its_end_an_entry_is_the_latest_until_12_hours_after_it_was_entered()
    {
        var course = Febrile.Device(50, "room_air").Word(51, "vasopressor_agent", "norepinephrine", endsAt: 52).Systolic(57, 118).Device(57, "room_air");
        Assert.Equal("3", course.Grade(58));
        Assert.Equal("3", course.Grade(63 - Minute));
        Assert.Equal("1-4", course.Grade(63));
    }

    [Fact]
    [Rule("CRS-1.2e", "crs-icans-mas 1.2: the latest in 12 h")]
    public void Of_two_that_have_ended_the_later_is_the_latest()
    {
        var course = Febrile.Device(50, "room_air").Pressors(48, "none").Word(50, "vasopressor_agent", "norepinephrine", endsAt: 50.5).Word(50, "vasopressor_agent", "epinephrine", endsAt: 50.5)
            .Word(51, "vasopressor_agent", "norepinephrine", endsAt: 51.5);
        Assert.Equal("4", course.Grade(54));
        Assert.Equal("3", course.Grade(56));
    }

    [Fact]
    [Rule("CRS-1.2e", "crs-icans-mas 1.2: never used 12 h after it was observed")]
    public void What_is_left_of_a_set_is_as_old_as_the_set()
    {
        var course = Febrile.Device(50, "room_air").Word(51, "vasopressor_agent", "norepinephrine", endsAt: 70).Word(51, "vasopressor_agent", "epinephrine", endsAt: 55)
            .Device(60, "room_air").Systolic(60, 118);
        Assert.Equal("3", course.Grade(63 - Minute));
        Assert.Equal("1-4", course.Grade(63));
    }

    [Fact]
    [Rule("CRS-1.2f", "crs-icans-mas 1.2: device and flow are one set")]
    public void A_flow_charted_later_does_not_make_its_device_younger()
    {
        var course = Febrile.Pressors(50, "none").Device(51, "nasal_cannula", 2).Number(60, "oxygen_flow", 15).Systolic(60, 118).Pressors(60, "none");
        Assert.Equal("3", course.Grade(63 - Minute));
        Assert.Equal("1-4", course.Grade(63));
    }

    [Fact]
    [Rule("CRS-1.2f", "crs-icans-mas 1.2: the most intensive device of 4 h")]
    public void Oxygen_at_a_low_flow_counts_beside_later_room_air() => Assert.Equal("2", new Course().Check(50, 38.6m).Device(51, "nasal_cannula", 2).Device(52, "room_air").Grade(53));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Rule("CRS-1.2f", "crs-icans-mas 1.2: the highest level")]
    public void Of_two_flows_of_one_moment_the_higher_counts(bool isWithDevice)
    {
        var course = new Course().Check(50, 38.6m).Device(51, "nasal_cannula", 2);
        Assert.Equal("3", (isWithDevice ? course.Number(51, "oxygen_flow", 15) : course.Number(52, "oxygen_flow", 15).Number(52, "oxygen_flow", 3)).Grade(53));
    }
}
