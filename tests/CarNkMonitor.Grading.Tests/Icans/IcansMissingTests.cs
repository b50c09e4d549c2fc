using CarNkMonitor.Grading.Icans;
using CarNkMonitor.Grading.Tests.Crs;
using Xunit;
using static CarNkMonitor.Grading.Tests.Icans.SomeIcans;

namespace CarNkMonitor.Grading.Tests.Icans;

/// <summary>Which inputs are named as missing, and the days on which the instrument changes.</summary>
public sealed class IcansMissingTests
{
    static string[] Missing(IcansInputs inputs) => [.. IcansGrader.Grade(inputs).Missing.Select(input => input.Code)];

    [Theory]
    [InlineData(Instrument.Ice, "ice_")]
    [InlineData(Instrument.Capd, "capd_")]
    public void Without_an_age_the_items_of_the_instrument_in_use_are_missing(Instrument used, string prefix)
    {
        var codes = Missing(Adult with { AgeYears = null, Ice = default, Used = used });
        Assert.All(codes.Where(code => code is not "birth_date"), code => Assert.StartsWith(prefix, code, StringComparison.Ordinal));
        Assert.Contains(codes, code => code.StartsWith(prefix, StringComparison.Ordinal));
    }

    [Fact, Rule("ICANS-2.1", "crs-icans-mas 2.1: CAPD up to 21 years with a developmental delay")]
    public void An_age_is_missing_also_beside_a_developmental_delay() =>
        Assert.Contains("birth_date", Missing((Adult with { AgeYears = null, HasDevelopmentalDelay = true }).WithIce(2) with { Capd = CapdScoreTests.Same(0) }));

    [Fact]
    public void What_a_child_is_too_ill_to_show_is_not_missing() => Assert.Empty(Missing(
        Child with { Capd = default, CapdNotDone = NotDoneReason.Unarousable, Consciousness = Consciousness.VigorousOrUnarousable, Death = null }));

    [Fact, Rule("ICANS-2.7", "crs-icans-mas 2.7: CAPD of 9 or more")]
    public void An_open_item_reaches_the_highest_sum_it_allows()
    {
        var five = new CapdScore { EyeContact = 4, Purposeful = 1, Aware = 0, Communicates = 0, Restless = 0, Inconsolable = 0, Underactive = 0 };
        Assert.Equal("1-3", Grade(Child with { Capd = five }));
        Assert.Equal("1", Grade(Child with { Capd = five with { EyeContact = 3 } }));
    }

    [Fact, Rule("ICANS-2.1", "crs-icans-mas 2.1: days of 365.25")]
    public void The_instrument_changes_on_the_first_day_of_12_years_and_the_first_after_21()
    {
        var subject = new Course { AgeInDays = 4000 }.Facts;
        DateTime[] dates = [.. InstrumentDates.Of(subject)];
        Assert.Equal([new DateTime(2027, 3, 20, 0, 0, 0, DateTimeKind.Utc), new DateTime(2036, 3, 20, 0, 0, 0, DateTimeKind.Utc)], dates);
    }

    [Fact]
    public void Each_sign_is_named_with_its_own_entry()
    {
        var course = new Course().Neuro(50).Word(50, "icp_sign", "cn6_palsy").Word(50, "icp_sign", "cushing_triad");
        var drivers = course.IcansAt(51).Result.Drivers.Where(driver => driver.Code == "icp_sign").ToArray();
        Assert.Equal(2, drivers.Length);
        Assert.All(drivers, driver => Assert.Equal(driver.Value, course.Facts.Facts.Single(fact => fact.Id == driver.FactId).Coded));
    }
}
