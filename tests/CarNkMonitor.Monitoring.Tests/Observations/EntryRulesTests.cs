using System.Globalization;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Monitoring.Tests.Observations;

public class EntryRulesTests
{
    [Theory]
    [InlineData("temperature", "38.2", "Cel", Comparator.Equal, "38.2")]
    [InlineData("temperature", " 38,2 ", "Cel", Comparator.Equal, "38.2")]
    [InlineData("temperature", "37.900001525878906", "Cel", Comparator.Equal, "37.900001525878906")]
    [InlineData("oxygen_flow", ".5", "L/min", Comparator.Equal, "0.5")]
    [InlineData("temperature", "100.4", "[degF]", Comparator.Equal, "38.0")]
    [InlineData("temperature", "30", "Cel", Comparator.Equal, "30", true)]
    [InlineData("temperature", "45", "Cel", Comparator.Equal, "45", true)]
    [InlineData("temperature", "34.0", "Cel", Comparator.Equal, "34.0")]
    [InlineData("temperature", "41.0", "Cel", Comparator.Equal, "41.0")]
    [InlineData("heart_rate", "98.0", "/min", Comparator.Equal, "98")]
    [InlineData("sbp", "12.5", "kPa", Comparator.Equal, "93.7577103375")]
    [InlineData("spo2", "0.94", "{fraction}", Comparator.Equal, "94")]
    [InlineData("platelets", "<5", "10*9/L", Comparator.Below, "5", true)]
    [InlineData("platelets", "< 20", "10*9/L", Comparator.Below, "20")]
    [InlineData("ferritin", ">2000", "ug/L", Comparator.Above, "2000")]
    [InlineData("rass", "-5", "{score}", Comparator.Equal, "-5")]
    [InlineData("spo2", "<85", "%", Comparator.Below, "85")]
    [InlineData("stool_episodes", ">10", "{#}/d", Comparator.Above, "10")]
    public void A_possible_number_is_read_in_its_canonical_unit(
        string code, string value, string unit, Comparator comparator, string canonical, bool confirmed = false)
    {
        var reading = Assert.IsType<Readable>(Read(code, value, unit, confirmed));

        Assert.Equal((comparator, decimal.Parse(canonical, CultureInfo.InvariantCulture)), (reading.Comparator, reading.Value));
    }

    [Theory]
    [InlineData("temperature", "29.99", "Cel", "between 30.0 and 45.0 Cel")]
    [InlineData("temperature", "45.01", "Cel", "between 30.0 and 45.0 Cel")]
    [InlineData("temperature", "<30", "Cel", "between")]
    [InlineData("temperature", ">45", "Cel", "between")]
    [InlineData("temperature", "368", "Cel", "between")]
    [InlineData("sbp", "11647", "mm[Hg]", "between 30 and 300 mm[Hg]")]
    [InlineData("spo2", "0", "%", "between")]
    [InlineData("spo2", "101", "%", "between")]
    [InlineData("ferritin", "GREATER THAN 2000", "ug/L", "not a number")]
    [InlineData("ferritin", "2,000.5", "ug/L", "not a number")]
    [InlineData("ferritin", "2e3", "ug/L", "not a number")]
    [InlineData("ferritin", ">=2000", "ug/L", "not a number")]
    [InlineData("ferritin", "123456789012345678901", "ug/L", "20 digits")]
    [InlineData("heart_rate", "98.5", "/min", "whole number")]
    [InlineData("ice_total", "<3", "{score}", "ICE total is counted or chosen: write the number itself, or leave it out where it is not known; got '<3'.")]
    [InlineData("ice_naming", ">1", "{score}", "write the number itself")]
    [InlineData("capd_8", "<2", "{score}", "write the number itself")]
    [InlineData("gcs_total", "<9", "{score}", "write the number itself")]
    [InlineData("bleeding", ">0", "{score}", "write the number itself")]
    [InlineData("news2_spo2_scale", "<2", "1", "write the number itself")]
    [InlineData("sil2r_mass", "900", "U/mL", "accepted in pg/mL, ng/L, ng/mL")]
    [InlineData("temperature", "38", null, "got no unit")]
    [InlineData("temperature", "38", "cel", "got 'cel'")]
    [InlineData("temperature", "", "Cel", "blank")]
    [InlineData("mood", "good", null, "not in the observation catalogue")]
    [InlineData("oxygen_device", "snorkel", null, "not one of: room_air")]
    [InlineData("vasopressor_agent", "midodrine", null, "not one of")]
    [InlineData("seizure", "true", null, "not one of")]
    [InlineData("tremor", "maybe", null, "true or false")]
    public void What_cannot_be_true_is_refused_with_the_reason(string code, string value, string? unit, string why) =>
        Assert.Contains(why, Assert.IsType<Unreadable>(Read(code, value, unit)).Reason);

    [Theory]
    [InlineData("temperature", "41.01", "Cel")]
    [InlineData("temperature", "33.9", "Cel")]
    [InlineData("sbp", "69", "mm[Hg]")]
    [InlineData("spo2", "79", "%")]
    [InlineData("platelets", "<5", "10*9/L")]
    [InlineData("crp", ">500", "mg/L")]
    public void An_alarming_value_is_asked_about_once(string code, string value, string unit)
    {
        Assert.IsType<Questionable>(Read(code, value, unit));
        Assert.IsType<Readable>(Read(code, value, unit, confirmed: true));
    }

    [Theory]
    [InlineData("ferritin", "1,500", "ug/L", "1,500 is read as 1.5 ug/L, because a comma is a decimal sign. If the comma separates thousands, write 1500.", "1.5")]
    [InlineData("ferritin", " 123,000 ", "ug/L", "123,000 is read as 123 ug/L, because a comma is a decimal sign. If the comma separates thousands, write 123000.", "123")]
    [InlineData("platelets", "<20,500", "10*9/L", "<20,500 is read as <20.5 10*9/L, because a comma is a decimal sign. If the comma separates thousands, write <20500.", "20.5")]
    [InlineData("temperature", "41,500", "Cel", "write 41500. Body temperature 41,500 Cel is unusual. Is it right?", "41.5")]
    public void A_comma_before_three_digits_is_asked_about_once_with_both_readings(string code, string value, string unit, string question, string stored)
    {
        Assert.Contains(question, Assert.IsType<Questionable>(Read(code, value, unit)).Reason, StringComparison.Ordinal);
        Assert.Equal(decimal.Parse(stored, CultureInfo.InvariantCulture), Assert.IsType<Readable>(Read(code, value, unit, confirmed: true)).Value);
    }

    [Theory]
    [InlineData("ferritin", "0,500", "ug/L")]
    [InlineData("ferritin", "1,5", "ug/L")]
    [InlineData("ferritin", "1,5000", "ug/L")]
    [InlineData("ferritin", "1500,125", "ug/L")]
    [InlineData("ferritin", "1.500", "ug/L")]
    [InlineData("temperature", "36,90", "Cel")]
    public void A_number_with_one_reading_is_not_asked_about(string code, string value, string unit) => Assert.IsType<Readable>(Read(code, value, unit));

    [Theory]
    [InlineData("sbp", "1,200", "mm[Hg]", "must lie between 30 and 300 mm[Hg]")]
    [InlineData("heart_rate", "98,500", "/min", "is a whole number")]
    public void What_cannot_be_stored_with_a_decimal_comma_is_refused_and_not_asked_about(string code, string value, string unit, string why) =>
        Assert.Contains(why, Assert.IsType<Unreadable>(Read(code, value, unit)).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_confirmation_does_not_make_the_impossible_possible() =>
        Assert.IsType<Unreadable>(Read("temperature", "46", "Cel", confirmed: true));

    [Theory]
    [InlineData("temperature", "98.6", "Cel", "[degF]", "37.0", "Cel")]
    [InlineData("fio2", "0.4", "%", "{fraction}", "40", "%")]
    [InlineData("spo2", "0.94", "%", "{fraction}", "94", "%")]
    [InlineData("temperature", "37.0", "[degF]", "Cel", "37.0", "Cel")]
    public void A_number_that_fits_another_unit_is_offered_in_it_and_not_stored(
        string code, string value, string unit, string offered, string display, string displayUnit) =>
        Assert.Equal(new UnitOffer(offered, display, displayUnit), Assert.IsType<Unreadable>(Read(code, value, unit)).Offer);

    [Theory]
    [InlineData("platelets", "50000", "10*9/L", "10*6/L", "50")]
    [InlineData("wbc", "4500", "10*9/L", "10*6/L", "4.5")]
    [InlineData("creatinine", "88,4", "mg/dL", "umol/L", "1.00")]
    [InlineData("creatinine", "1.1", "umol/L", "mg/dL", "1.1")]
    [InlineData("bilirubin_total", "171", "mg/dL", "umol/L", "10.00")]
    [InlineData("fibrinogen", "250", "g/L", "mg/dL", "2.50")]
    [InlineData("crp", "1200", "mg/L", null, null)]
    [InlineData("hgb", "140", "g/dL", "g/L", "140")]
    [InlineData("hgb", "8.4", "g/L", null, null)]
    [InlineData("triglycerides", "265", "mmol/L", "mg/dL", "2.99")]
    public void A_slip_of_unit_is_offered_where_one_unit_alone_can_be_meant(string code, string value, string unit, string? offered, string? display)
    {
        var offer = Assert.IsType<Unreadable>(Read(code, value, unit)).Offer;

        Assert.Equal((offered, display), (offer?.Unit, offer?.Display));
    }

    [Fact]
    public void Where_two_units_could_be_meant_the_person_is_told_both()
    {
        var reason = Assert.IsType<Unreadable>(Read("hgb", "8.4", "g/L")).Reason;

        Assert.Contains("Choose the unit: in g/dL it would be 84 g/L, in mmol/L it would be 135 g/L.", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alarming_number_that_would_be_unremarkable_in_one_other_unit_is_offered_in_it_as_well() =>
        Assert.Equal(new UnitOffer("g/dL", "140", "g/L"), Assert.IsType<Questionable>(Read("hgb", "14", "g/L")).Offer);

    [Fact]
    public void Nothing_is_offered_where_no_unit_fits() => Assert.Null(Assert.IsType<Unreadable>(Read("sbp", "11647", "mm[Hg]")).Offer);

    [Theory]
    [InlineData("97.5", "98")]
    [InlineData("97.49", "97")]
    public void A_device_may_send_fractions_of_whole_numbers(string sent, string stored)
    {
        var reading = EntryRules.Read(new CheckItem("spo2", sent, "%"), ObservationSource.Device, ObservationCatalog.Default);

        Assert.Equal(decimal.Parse(stored, CultureInfo.InvariantCulture), Assert.IsType<Readable>(reading).Value);
    }

    [Fact]
    public void Limits_are_compared_before_a_device_value_is_rounded() =>
        Assert.IsType<Unreadable>(EntryRules.Read(new CheckItem("spo2", "100.4", "%"), ObservationSource.Device, ObservationCatalog.Default));

    [Theory]
    [InlineData("0,20", "1.2", "0.20", "1.2")]
    [InlineData("", " 1.2 ", null, "1.2")]
    [InlineData("0.2", null, "0.2", null)]
    [InlineData("1.2", "1.2", "1.2", "1.2")]
    [InlineData(null, "", null, null)]
    public void Limits_of_normal_are_read_in_the_unit_of_the_value(string? low, string? high, string? lower, string? upper) =>
        Assert.Equal(new ReferenceRange(Decimal(lower), Decimal(upper)), Assert.IsType<Readable>(ReadBilirubin(low, high)).Limits);

    [Theory]
    [InlineData("1.3", "1.2", "lies above")]
    [InlineData(null, "<1.2", "plain number")]
    [InlineData("0.2-1.2", null, "not a number")]
    [InlineData(null, "1,200", "may be 1.2 or 1200. Write it without the comma.")]
    [InlineData(null, "205", "must lie between 0.00 and 80.00 mg/dL")]
    public void Limits_of_normal_that_cannot_be_are_refused(string? low, string? high, string why) =>
        Assert.Contains(why, Assert.IsType<Unreadable>(ReadBilirubin(low, high)).Reason);

    [Fact]
    public void What_is_no_number_has_no_limits_of_normal() => Assert.Contains("no number", Assert.IsType<Unreadable>(
        EntryRules.Read(new CheckItem("tremor", "true", ReferenceHigh: "1"), ObservationSource.Typed, ObservationCatalog.Default)).Reason);

    static EntryReading ReadBilirubin(string? low, string? high) => EntryRules.Read(
        new CheckItem("bilirubin_total", "2.4", "mg/dL", ReferenceLow: low, ReferenceHigh: high), ObservationSource.Typed, ObservationCatalog.Default);

    static decimal? Decimal(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    static EntryReading Read(string code, string value, string? unit, bool confirmed = false) =>
        EntryRules.Read(new CheckItem(code, value, unit, confirmed), ObservationSource.Typed, ObservationCatalog.Default);
}
