using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Web.Pages.Observations;

namespace CarNkMonitor.Web.Tests.Observations;

public class CheckLayoutTests
{
    public static TheoryData<string> Scores => [.. BedsideScore.All.Select(score => score.Name)];

    [Theory, MemberData(nameof(Scores))]
    public void Every_code_of_the_catalogue_has_exactly_one_place(string name)
    {
        var score = BedsideScore.All.Single(one => one.Name == name);
        var otherScore = BedsideScore.All.Where(one => one != score).SelectMany(one => one.Items.Append(one.NotDone));
        var places = CheckLayout.For(score).SelectMany(panel => panel.Sections).SelectMany(section => section.Fields.Concat(section.More)).ToList();

        Assert.Empty(places.GroupBy(code => code).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.Equal(
            ObservationCatalog.Default.All.Select(type => type.Code).Except(CheckLayout.NotOnForm).Except(otherScore).Order(StringComparer.Ordinal),
            places.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_a_table_reads_is_not_folded_away_in_the_laboratory() => Assert.DoesNotContain(
        CheckLayout.For(BedsideScore.Ice).Single(panel => panel.Key == "laboratory").Sections.SelectMany(section => section.More), GradedInputs.Contains);
}
