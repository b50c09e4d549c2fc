using CarNkMonitor.Grading.Icans;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Icans;

/// <summary>The printed table of children: the row of CAPD, and the other rows as in adults.</summary>
public sealed class AstctPediatricIcansTests
{
    [Theory, Rule("ICANS-2.7a", "crs-icans-mas 2.7; Lee 2019 Table 7, CAPD")]
    [InlineData(Capd.NotRaised, 0)]
    [InlineData(Capd.OneToEight, 1)]
    [InlineData(Capd.NineOrMore, 3)]
    [InlineData(Capd.UnableToPerform, 4)]
    public void Row_of_CAPD(Capd capd, int grade) =>
        Assert.Equal(grade, (int)AstctPediatricIcans.Grade(capd, Consciousness.Alert, Seizure.Absent, MotorWeakness.None, RaisedPressure.Absent));

    [Theory, Rule("ICANS-2.7b", "crs-icans-mas 2.7; Lee 2019 Table 7: CAPD 1-8 stands under grade 1 and 2, consciousness makes the difference")]
    [InlineData(Consciousness.Alert, 1)]
    [InlineData(Consciousness.Spontaneous, 1)]
    [InlineData(Consciousness.Voice, 2)]
    [InlineData(Consciousness.Tactile, 3)]
    [InlineData(Consciousness.VigorousOrUnarousable, 4)]
    public void CAPD_of_1_to_8_is_grade_1_or_2_by_consciousness_alone(Consciousness level, int grade) =>
        Assert.Equal(grade, (int)AstctPediatricIcans.Grade(Capd.OneToEight, level, Seizure.Absent, MotorWeakness.None, RaisedPressure.Absent));

    [Fact, Rule("ICANS-2.7c", "crs-icans-mas 2.7: seizure, motor, ICP as adults")]
    public void The_other_rows_are_those_of_adults()
    {
        foreach (var (ice, level, seizure, motor, pressure) in AstctIcansTests.AllCells().Where(cells => cells.Item1 == Ice.NotReduced))
        {
            var others = (int)AstctIcans.Grade(ice, level, seizure, motor, pressure);
            foreach (var (capd, row) in new[] { (Capd.NotRaised, 0), (Capd.OneToEight, 1), (Capd.NineOrMore, 3), (Capd.UnableToPerform, 4) })
            {
                Assert.Equal(Math.Max(row, others), (int)AstctPediatricIcans.Grade(capd, level, seizure, motor, pressure));
            }
        }
    }

    [Fact, Rule("ICANS-0.3b", "crs-icans-mas 0.3: bounds over every cell that is still possible")]
    public void Unknown_cells_give_the_lowest_and_the_highest_of_all_cells_they_could_be()
    {
        foreach (var capd in AstctIcansTests.Subsets<Capd>())
        {
            foreach (var level in AstctIcansTests.Subsets<Consciousness>())
            {
                var grades = (from c in capd from l in level select AstctPediatricIcans.Grade(c, l, default, default, default)).ToArray();
                var range = AstctPediatricIcans.Grade(Possible.Of<Capd>(capd), Possible.Of<Consciousness>(level), Seizure.Absent, default, default);
                Assert.Equal(new GradeRange(grades.Min(), grades.Max()), range);
            }
        }
    }
}
