using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Ctcae;
using CarNkMonitor.Monitoring.Toxicity;

namespace CarNkMonitor.Monitoring.Tests.Toxicity;

public class TableNamesTests
{
    [Fact]
    public void Every_table_that_can_be_in_force_has_a_name() =>
        Assert.All(CourseSettings.Default.Criteria.Append(Ctcae6.Criteria), id => Assert.NotEmpty(TableNames.Of(new TablePart(id, ""))));

    [Fact]
    public void A_part_stands_behind_the_name() => Assert.Equal("CTCAE platelet count decreased", TableNames.Of(new TablePart(Ctcae5.Criteria, "platelet count decreased")));
}
