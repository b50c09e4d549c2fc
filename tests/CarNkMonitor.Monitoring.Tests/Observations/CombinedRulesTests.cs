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
