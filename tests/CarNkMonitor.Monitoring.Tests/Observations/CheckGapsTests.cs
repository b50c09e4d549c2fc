using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Monitoring.Tests.Observations;

public class CheckGapsTests
{
    static readonly DateTime Now = new(2026, 5, 24, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("temperature sbp oxygen_device=room_air vasopressor_agent=none", "")]
    [InlineData("temperature sbp", "oxygen_device vasopressor_agent")]
    [InlineData("temperature oxygen_device=room_air vasopressor_agent=none", "sbp")]
    [InlineData("temperature sbp oxygen_device=nasal_cannula vasopressor_agent=none", "oxygen_flow")]
    [InlineData("temperature sbp oxygen_device=hfnc oxygen_flow vasopressor_agent=none", "")]
    [InlineData("temperature sbp oxygen_device=cpap vasopressor_agent=none", "")]
    public void What_the_grade_hangs_on_and_is_blank(string filled, string open) =>
        Assert.Equal(open, string.Join(' ', CheckGaps.Of(Entry(filled), Last([]), Now)));

    [Theory]
    [InlineData("ice_orientation ice_naming ice_commands", "ice_writing ice_attention")]
    [InlineData("ice_orientation ice_naming ice_commands ice_not_done_reason=sedated", "")]
    [InlineData("ice_orientation ice_naming ice_commands ice_writing ice_attention", "")]
    [InlineData("capd_1 capd_2 capd_3 capd_4 capd_5 capd_6 capd_7", "capd_8")]
    [InlineData("consciousness=alert", "")]
    [InlineData("erythroderma=true", "rash_bsa_pct stool_volume")]
    [InlineData("rash_bsa_pct stool_episodes", "")]
    [InlineData("ferritin platelets", "")]
    [InlineData("antipyretic_dose=paracetamol", "")]
    [InlineData("pregnancy=false", "")]
    public void Only_a_panel_that_was_begun_is_asked_about(string filled, string open) =>
        Assert.Equal(open, string.Join(' ', CheckGaps.Of(Entry(filled), Last([]), Now)));

    [Fact]
    public void What_was_not_done_is_no_gap() =>
        Assert.Empty(CheckGaps.Of(Entry("temperature oxygen_device=room_air vasopressor_agent=none", "sbp"), Last([]), Now));

    [Theory]
    [InlineData(11.9, "")]
    [InlineData(12.0, "oxygen_device vasopressor_agent")]
    public void Support_stands_from_an_earlier_check_for_less_than_twelve_hours(double hoursAgo, string open)
    {
        var last = Last([Standing("oxygen_device", hoursAgo), Standing("vasopressor_agent", hoursAgo)]);

        Assert.Equal(open, string.Join(' ', CheckGaps.Of(Entry("temperature sbp"), last, Now)));
    }

    static CheckEntry Entry(string filled, params string[] notDone) => new(
        Guid.NewGuid(), Guid.NewGuid(), ObservedTime.At(Now),
        [.. filled.Split(' ').Select(item => item.Split('=')).Select(item => new CheckItem(item[0], item.Length > 1 ? item[1] : "1"))],
        [.. notDone.Select(code => new ItemNotDone(code, "Declined"))]);

    static ILookup<string, Observation> Last(Observation[] values) => values.ToLookup(value => value.Code);

    static Observation Standing(string code, double hoursAgo) => new()
    {
        SubjectId = Guid.NewGuid(), CheckId = Guid.NewGuid(), Code = code, Coded = "room_air", ObservedAt = Now.AddHours(-hoursAgo), RecordedAt = Now,
        RecordedById = Guid.NewGuid(), Source = ObservationSource.Typed,
    };
}
