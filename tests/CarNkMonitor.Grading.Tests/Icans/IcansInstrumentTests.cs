using System.Globalization;
using CarNkMonitor.Grading.Icans;
using Xunit;
using static CarNkMonitor.Grading.Tests.Icans.SomeIcans;

namespace CarNkMonitor.Grading.Tests.Icans;

public sealed class IcansInstrumentTests
{
    [Theory, Rule("ICANS-2.1a", "crs-icans-mas 2.1; Lee 2019")]
    [InlineData("0", false, Instrument.Capd)]
    [InlineData("11.999", false, Instrument.Capd)]
    [InlineData("12", false, Instrument.Ice)]
    [InlineData("12.001", false, Instrument.Ice)]
    [InlineData("21", false, Instrument.Ice)]
    [InlineData("11.999", true, Instrument.Capd)]
    [InlineData("12", true, Instrument.Capd)]
    [InlineData("20.999", true, Instrument.Capd)]
    [InlineData("21", true, Instrument.Capd)]
    [InlineData("21.001", true, Instrument.Ice)]
    [InlineData("61", true, Instrument.Ice)]
    public void Age_and_development_decide(string years, bool delay, Instrument instrument) =>
        Assert.Equal(instrument, IcansInstrument.For(decimal.Parse(years, CultureInfo.InvariantCulture), delay));

    [Fact]
    public void Without_an_age_no_instrument_is_decided() => Assert.Null(IcansInstrument.For(null, hasDevelopmentalDelay: true));

    [Fact, Rule("ICANS-2.1b", "crs-icans-mas 2.1: data in the wrong instrument are not graded")]
    public void A_form_of_the_other_instrument_is_not_graded()
    {
        Assert.Equal("WrongInstrument", Grade(Child with { Used = Instrument.Ice }));
        Assert.Equal("WrongInstrument", Grade(Adult with { Used = Instrument.Capd }));
        Assert.Equal("0", Grade(Child with { Used = Instrument.Capd }));
        Assert.Equal("0", Grade(Adult with { Used = Instrument.Ice }));
    }

    [Fact, Rule("ICANS-2.1b", "crs-icans-mas 2.1: data in the wrong instrument are not graded")]
    public void Where_no_form_is_named_scores_of_the_other_instrument_alone_are_not_graded()
    {
        Assert.Equal("WrongInstrument", Grade(Adult with { AgeYears = 6 }));
        Assert.Equal("WrongInstrument", Grade(Child with { AgeYears = 61 }));
        Assert.Equal("0-3", Grade(Adult with { Ice = default }));
        Assert.Equal("0", Grade(Adult with { Capd = CapdScoreTests.Same(4) }));
    }

    [Fact, Rule("ICANS-2.1c", "crs-icans-mas 2.1, 0.3: an unknown age leaves both instruments possible")]
    public void Without_an_age_scores_of_one_instrument_say_nothing_by_the_other()
    {
        Assert.Equal("0-3", Grade(Adult with { AgeYears = null }));
        Assert.Equal("0-3", Grade(Child with { AgeYears = null }));
        Assert.Equal("0", Grade(Adult with { AgeYears = null, Capd = CapdScoreTests.Same(0) }));
        Assert.Equal("0-3", Grade(Adult with { AgeYears = null, Ice = default }));
        Assert.Equal("1-3", Grade((Adult with { AgeYears = null }).WithIce(8).WithCapd(9)));
    }

    [Fact, Rule("ICANS-2.8a", "crs-icans-mas 2.8, 1.7: death overrides everything")]
    public void A_death_by_ICANS_needs_no_instrument()
    {
        Assert.Equal("5", Grade(Child with { Used = Instrument.Ice, Death = IcansDeathCause.Icans }));
        Assert.Equal("WrongInstrument", Grade(Child with { Used = Instrument.Ice, Death = IcansDeathCause.Unknown }));
    }
}
