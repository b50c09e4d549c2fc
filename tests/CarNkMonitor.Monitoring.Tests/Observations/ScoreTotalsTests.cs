using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Monitoring.Tests.Observations;

public class ScoreTotalsTests
{
    [Theory]
    [InlineData("4 3 1 1 1", "10")]
    [InlineData("0 0 0 0 0", "0")]
    [InlineData("4 3 1 1", null)]
    [InlineData("4 3 1 1 2", null)]
    public void A_complete_score_of_possible_items_gets_its_total(string items, string? total) =>
        Assert.Equal(total, ScoreTotals.Added(Ice(items)).SingleOrDefault(item => item.Code == "ice_total")?.Value);

    [Fact]
    public void Eight_items_of_CAPD_add_up() => Assert.Equal(("capd_total", "16", "{score}"),
        ScoreTotals.Added([.. Enumerable.Range(1, 8).Select(item => new CheckItem($"capd_{item}", "2", "{score}"))]) is [.., var last] ? (last.Code, last.Value, last.Unit) : default);

    [Fact]
    public void A_total_that_was_told_stays_as_it_is() =>
        Assert.Equal(["9"], ScoreTotals.Added([.. Ice("4 3 1 1 1"), new CheckItem("ice_total", "9", "{score}")]).Where(item => item.Code == "ice_total").Select(item => item.Value));

    static CheckItem[] Ice(string items) => [.. items.Split(' ').Select((value, index) => new CheckItem(BedsideScore.Ice.Items[index], value, "{score}"))];
}
