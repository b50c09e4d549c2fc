using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Monitoring.Tests.Observations;

public class CombinedRulesTests
{
    static readonly CheckItem NoAgent = new("vasopressor_agent", "none");
    static readonly CheckItem Norepinephrine = new("vasopressor_agent", "norepinephrine");
    static readonly CheckItem RoomAir = new("oxygen_device", "room_air");
    static readonly CheckItem Cannula = new("oxygen_device", "nasal_cannula");

    [Theory]
    [InlineData("120", "80", 0)]
    [InlineData("120", "119", 0)]
    [InlineData("90", "90", 2)]
    [InlineData("90", "95", 2)]
    [InlineData("90", "<95", 0)]
    public void A_diastolic_that_is_not_below_the_systolic_refuses_the_pair(string upper, string lower, int problems) =>
        Assert.Equal(problems, Problems(new("sbp", upper, "mm[Hg]"), new("dbp", lower, "mm[Hg]")).Count);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("2", 2)]
    public void Room_air_has_no_flow(string flow, int problems)
    {
        Assert.Equal(problems, Problems(RoomAir, new("oxygen_flow", flow, "L/min")).Count);
        Assert.Empty(Problems(RoomAir));
    }

    [Fact]
    public void None_cannot_stand_beside_a_running_agent()
    {
        Assert.Equal(2, Problems(NoAgent, Norepinephrine).Count);
        Assert.Empty(Problems(NoAgent));
        Assert.Empty(Problems(Norepinephrine, new("vasopressor_agent", "vasopressin")));
    }

    [Theory]
    [InlineData("icp_sign", "posturing", 2)]
    [InlineData("chronic_gvhd_feature", "sclerosis", 2)]
    public void None_of_any_set_cannot_stand_beside_another(string code, string other, int problems) =>
        Assert.Equal(problems, Problems(new(code, "none"), new(code, other)).Count);

    [Fact]
    public void A_rate_belongs_to_an_agent_that_runs()
    {
        var rate = new CheckItem("norepinephrine_rate", "0.1", "ug/kg/min");

        Assert.Empty(Problems(Norepinephrine, rate));
        Assert.Single(Problems(NoAgent, rate));
        Assert.Single(Problems(new("vasopressor_agent", "vasopressin"), rate));
        Assert.Empty(Problems(NoAgent, rate with { Value = "0" }));
        Assert.Empty(Problems(rate));
    }

    [Theory]
    [InlineData("ice_total", 5, 0)]
    [InlineData("ice_total", 4, 1)]
    [InlineData("ice_total", 6, 1)]
    [InlineData("capd_total", 5, 1)]
    public void A_total_is_the_sum_of_its_items(string code, int total, int problems) =>
        Assert.Equal(problems, Problems([.. (code == "ice_total" ? Ice() : Capd()), Score(code, total)]).Count);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    public void A_total_beside_some_items_lies_within_what_the_others_can_add(int total, int problems) =>
        Assert.Equal(problems, Problems(Score("ice_orientation", 2), Score("ice_naming", 0), Score("ice_commands", 0), Score("ice_total", total)).Count);

    [Fact]
    public void A_score_that_is_complete_was_done()
    {
        var reason = new CheckItem("ice_not_done_reason", "sedated");

        Assert.Single(Problems([.. Ice(), reason]));
        Assert.Empty(Problems([.. Ice().Skip(1), reason]));
    }

    [Fact]
    public void A_seizure_duration_needs_a_seizure()
    {
        var duration = new CheckItem("seizure_duration", "3", "min");

        Assert.Single(Problems(duration));
        Assert.Single(Problems(duration, new("seizure", "none")));
        Assert.Empty(Problems(duration, new("seizure", "brief_resolved")));
    }

    [Fact]
    public void Who_is_alert_is_not_unarousable()
    {
        Assert.Equal(2, Problems(new("consciousness", "alert"), new("ice_not_done_reason", "unarousable")).Count);
        Assert.Empty(Problems(new("consciousness", "vigorous_or_unarousable"), new("ice_not_done_reason", "unarousable")));
        Assert.Equal(2, Problems(Score("papilloedema", 0), new("icp_sign", "papilledema")).Count);
    }

    [Theory]
    [InlineData("1.1", "1.0", 0)]
    [InlineData("1.2", "1.0", 2)]
    public void Direct_bilirubin_is_part_of_the_total(string direct, string total, int problems) =>
        Assert.Equal(problems, Problems(new("bilirubin_direct", direct, "mg/dL"), new("bilirubin_total", total, "mg/dL")).Count);

    [Fact]
    public void Items_of_different_moments_do_not_meet()
    {
        var earlier = ObservedTime.At(new DateTime(2026, 3, 5, 11, 20, 0, DateTimeKind.Utc));

        Assert.Empty(Problems(NoAgent, Norepinephrine with { ObservedAt = earlier }));
        Assert.Empty(Problems(new("antipyretic_dose", "paracetamol"), new("antipyretic_dose", "paracetamol", ObservedAt: earlier)));
        Assert.Single(Problems(new("antipyretic_dose", "nsaid", ObservedAt: earlier), new("antipyretic_dose", "nsaid", ObservedAt: earlier)));
    }

    static CheckItem[] Ice() =>
        [Score("ice_orientation", 2), Score("ice_naming", 1), Score("ice_commands", 1), Score("ice_writing", 0), Score("ice_attention", 1)];

    static CheckItem[] Capd() => [.. Enumerable.Range(1, 8).Select(item => Score($"capd_{item}", 1))];

    static CheckItem Score(string code, int value) => new(code, value.ToString(System.Globalization.CultureInfo.InvariantCulture), "{score}");

    [Fact]
    public void One_code_is_given_once_unless_the_catalogue_allows_several()
    {
        Assert.Single(Problems(new("sbp", "120", "mm[Hg]"), new("sbp", "118", "mm[Hg]")));
        Assert.Single(Problems(Norepinephrine, Norepinephrine));
    }

    [Fact]
    public void A_cannula_without_its_flow_is_only_a_reminder()
    {
        var reading = Reading(Cannula);

        Assert.Empty(reading.Problems);
        Assert.Single(CombinedRules.Reminders(reading.Items));
        Assert.Empty(CombinedRules.Reminders(Reading(Cannula, new("oxygen_flow", "2", "L/min")).Items));
    }

    [Fact]
    public void An_item_is_either_done_or_not_done_because()
    {
        Assert.Single(ProblemsOf([NoAgent], [new("vasopressor_agent", "asleep")]));
        Assert.Single(ProblemsOf([NoAgent], [new("temperature", " ")]));
        Assert.Empty(ProblemsOf([NoAgent], [new("temperature", "asleep")]));
        Assert.Single(ProblemsOf([], []));
    }

    [Fact]
    public void An_attribution_says_why_and_no_text_is_longer_than_its_column()
    {
        Assert.Single(Problems(new CheckItem("fever_attribution", "infection")));
        Assert.Empty(Problems(new CheckItem("fever_attribution", "infection", Note: "line infection")));
        Assert.Empty(Problems(NoAgent with { Note = new string('x', 2000) }));
        Assert.Single(Problems(NoAgent with { Note = new string('x', 2001) }));
        Assert.Single(Problems(NoAgent with { Note = "\0" }));
        Assert.Single(ProblemsOf([NoAgent], [new("temperature", new string('x', 501))]));
    }

    static IReadOnlyList<EntryProblem> Problems(params CheckItem[] items) => ProblemsOf(items, []);

    static IReadOnlyList<EntryProblem> ProblemsOf(CheckItem[] items, ItemNotDone[] notDone) => Reading(items, notDone).Problems;

    static CheckReading Reading(params CheckItem[] items) => Reading(items, []);

    static CheckReading Reading(CheckItem[] items, ItemNotDone[] notDone) => CheckReading.Of(
        new CheckEntry(Guid.NewGuid(), Guid.NewGuid(), ObservedTime.Text("2026-01-01 10:00"), items, notDone), ObservationCatalog.Default);
}
