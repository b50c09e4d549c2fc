using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Monitoring.Tests.Observations;

public class CheckGapsTests
{
    static readonly DateTime Now = new(2026, 5, 24, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>One full set of vital signs.</summary>
    const string Set = "temperature sbp heart_rate resp_rate spo2";

    [Theory]
    [InlineData(Set + " oxygen_device=room_air vasopressor_agent=none", "")]
    [InlineData(Set, "oxygen_device vasopressor_agent")]
    [InlineData("temperature sbp oxygen_device=room_air vasopressor_agent=none", "heart_rate resp_rate spo2")]
    [InlineData("temperature heart_rate resp_rate spo2 oxygen_device=room_air vasopressor_agent=none", "sbp")]
    [InlineData(Set + " oxygen_device=nasal_cannula vasopressor_agent=none", "oxygen_flow")]
    [InlineData(Set + " oxygen_device=hfnc oxygen_flow vasopressor_agent=none", "")]
    [InlineData(Set + " oxygen_device=cpap vasopressor_agent=none", "")]
    [InlineData("spo2 oxygen_device=room_air vasopressor_agent=none", "temperature sbp heart_rate resp_rate")]
    public void What_the_grade_hangs_on_and_is_blank(string filled, string open) => Assert.Equal(open, Open(filled));

    [Theory]
    [InlineData("ice_orientation ice_naming ice_commands consciousness=alert", "ice_writing ice_attention")]
    [InlineData("ice_orientation ice_naming ice_commands", "ice_writing ice_attention consciousness")]
    [InlineData("ice_orientation ice_naming ice_commands ice_writing ice_attention", "consciousness")]
    [InlineData("ice_orientation ice_naming ice_commands ice_writing ice_attention consciousness=alert", "")]
    [InlineData("ice_orientation ice_not_done_reason=sedated", "consciousness")]
    [InlineData("ice_not_done_reason=refused consciousness=voice", "")]
    [InlineData("ice_not_done_reason=unarousable", "")]
    [InlineData("capd_1 capd_2 capd_3 capd_4 capd_5 capd_6 capd_7", "capd_8 consciousness")]
    [InlineData("capd_not_done_reason=unarousable", "")]
    [InlineData("consciousness=alert", "")]
    [InlineData("seizure=none motor_weakness=none", "")]
    public void A_score_that_was_begun_needs_its_items_and_the_level_of_consciousness(string filled, string open) => Assert.Equal(open, Open(filled));

    [Theory]
    [InlineData("erythroderma=true", "rash_bsa_pct nausea_days vomiting_episodes anorexia_with_weight_loss stool_volume")]
    [InlineData("rash_bsa_pct stool_episodes", "nausea_days vomiting_episodes anorexia_with_weight_loss")]
    [InlineData("rash_bsa_pct stool_episodes nausea_days=2", "vomiting_episodes anorexia_with_weight_loss")]
    [InlineData("rash_bsa_pct stool_episodes nausea_days=3", "")]
    [InlineData("rash_bsa_pct stool_episodes anorexia_with_weight_loss=true", "")]
    [InlineData("rash_bsa_pct stool_episodes nausea_days=0 vomiting_episodes=0 anorexia_with_weight_loss=false", "")]
    [InlineData("rash_bsa_pct stool_episodes nausea_days=0 vomiting_episodes=2 anorexia_with_weight_loss=false", "vomiting_days")]
    [InlineData("rash_bsa_pct nausea_days=3", "stool_volume")]
    [InlineData("rash_bsa_pct nausea_days=3 gross_blood_stool=true", "")]
    [InlineData("rash_bsa_pct nausea_days=3 severe_abdominal_pain=false", "stool_volume")]
    public void Skin_and_both_ends_of_the_gut_are_asked_for_until_their_stage_is_decided(string filled, string open) => Assert.Equal(open, Open(filled));

    [Theory]
    [InlineData("ferritin platelets")]
    [InlineData("antipyretic_dose=paracetamol")]
    [InlineData("pregnancy=false")]
    [InlineData("weight=70")]
    public void Only_a_panel_that_was_begun_is_asked_about_and_no_laboratory_value(string filled) => Assert.Equal("", Open(filled));

    [Fact]
    public void What_was_not_done_is_no_gap()
    {
        Assert.Empty(CheckGaps.Of(Entry("temperature oxygen_device=room_air vasopressor_agent=none", "sbp", "heart_rate", "resp_rate", "spo2"), [], Now));
        Assert.Empty(CheckGaps.Of(Entry("ice_not_done_reason=sedated", "consciousness"), [], Now));
        Assert.Empty(CheckGaps.Of(Entry("rash_bsa_pct stool_episodes vomiting_episodes=2 anorexia_with_weight_loss=false", "nausea_days"), [], Now));
    }

    [Theory]
    [InlineData("oxygen_device vasopressor_agent", 11.9, "")]
    [InlineData("oxygen_device vasopressor_agent", 12.0, "oxygen_device vasopressor_agent")]
    [InlineData("temperature heart_rate", 0.5, "oxygen_device vasopressor_agent")]
    [InlineData("temperature heart_rate", 0.51, "temperature heart_rate oxygen_device vasopressor_agent")]
    public void A_value_of_an_earlier_check_stands_as_long_as_the_tables_read_it(string earlier, double hoursAgo, string open)
    {
        var values = earlier.Split(' ').Select(code => Standing(code, hoursAgo)).ToList();
        var filled = string.Join(' ', Set.Split(' ').Except(earlier.Split(' ')));

        Assert.Equal(open, string.Join(' ', CheckGaps.Of(Entry(filled), values, Now)));
    }

    [Theory]
    [InlineData(17.9, "")]
    [InlineData(18.0, "consciousness")]
    public void The_level_of_consciousness_stands_beside_a_score_for_less_than_eighteen_hours(double hoursAgo, string open) =>
        Assert.Equal(open, string.Join(' ', CheckGaps.Of(Entry("ice_not_done_reason=refused"), [Standing("consciousness", hoursAgo)], Now)));

    [Fact]
    public void A_late_check_is_judged_by_its_own_time_and_nothing_recorded_after_it_stands()
    {
        var support = Entry(Set + " vasopressor_agent=none");

        Assert.Equal(["oxygen_device"], CheckGaps.Of(support, [Standing("oxygen_device", hoursAgo: 2)], Now.AddHours(-3)));
        Assert.Empty(CheckGaps.Of(support, [Standing("oxygen_device", hoursAgo: 2), Standing("oxygen_device", hoursAgo: 14)], Now.AddHours(-3)));
        Assert.Equal(["oxygen_device"], CheckGaps.Of(support, [Standing("oxygen_device", hoursAgo: 16)], Now.AddHours(-3)));
    }

    [Fact]
    public void Support_that_has_ended_stands_no_longer()
    {
        var ended = Standing("vasopressor_agent", hoursAgo: 3, ended: Now);

        Assert.Equal(["vasopressor_agent"], CheckGaps.Of(Entry(Set + " oxygen_device=room_air"), [ended], Now));
        Assert.Empty(CheckGaps.Of(Entry(Set + " oxygen_device=room_air"), [ended], Now.AddMinutes(-1)));
    }

    static string Open(string filled) => string.Join(' ', CheckGaps.Of(Entry(filled), [], Now));

    static CheckEntry Entry(string filled, params string[] notDone) => new(
        Guid.NewGuid(), Guid.NewGuid(), ObservedTime.At(Now),
        [.. filled.Split(' ').Select(item => item.Split('=')).Select(item => new CheckItem(item[0], item.Length > 1 ? item[1] : "1", ObservationCatalog.Default[item[0]].Quantity?.Unit))],
        [.. notDone.Select(code => new ItemNotDone(code, "Declined"))]);

    static Observation Standing(string code, double hoursAgo, DateTime? ended = null) => new()
    {
        SubjectId = Guid.NewGuid(), CheckId = Guid.NewGuid(), Code = code, Coded = "room_air", ObservedAt = Now.AddHours(-hoursAgo), EndedAt = ended, RecordedAt = Now,
        RecordedById = Guid.NewGuid(), Source = ObservationSource.Typed,
    };
}
