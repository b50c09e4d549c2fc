using CarNkMonitor.Grading.Icans;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Icans;

/// <summary>The printed table of adults, row by row, each cell alone beside rows without a finding.</summary>
public sealed class AstctIcansTests
{
    static int Grade(
        Ice ice = Ice.NotReduced, Consciousness consciousness = Consciousness.Alert, Seizure seizure = Seizure.Absent,
        MotorWeakness motor = MotorWeakness.None, RaisedPressure pressure = RaisedPressure.Absent) =>
        (int)AstctIcans.Grade(ice, consciousness, seizure, motor, pressure);

    [Theory, Rule("ICANS-2.3a", "crs-icans-mas 2.3; Lee 2019 Table 5, ICE")]
    [InlineData(Ice.NotReduced, 0)]
    [InlineData(Ice.SevenToNine, 1)]
    [InlineData(Ice.ThreeToSix, 2)]
    [InlineData(Ice.ZeroToTwo, 3)]
    [InlineData(Ice.Unarousable, 4)]
    public void Row_of_ICE(Ice ice, int grade) => Assert.Equal(grade, Grade(ice: ice));

    [Theory, Rule("ICANS-2.4", "crs-icans-mas 2.4; Lee 2019 Table 5, depressed level of consciousness")]
    [InlineData(Consciousness.Alert, 0)]
    [InlineData(Consciousness.Spontaneous, 1)]
    [InlineData(Consciousness.Voice, 2)]
    [InlineData(Consciousness.Tactile, 3)]
    [InlineData(Consciousness.VigorousOrUnarousable, 4)]
    public void Row_of_consciousness(Consciousness level, int grade) => Assert.Equal(grade, Grade(consciousness: level));

    [Theory, Rule("ICANS-2.3b", "crs-icans-mas 2.3; Lee 2019 Table 5, seizure")]
    [InlineData(Seizure.Absent, 0)]
    [InlineData(Seizure.Resolved, 3)]
    [InlineData(Seizure.ProlongedOrRepetitive, 4)]
    public void Row_of_seizures(Seizure seizure, int grade) => Assert.Equal(grade, Grade(seizure: seizure));

    [Theory, Rule("ICANS-2.3c", "crs-icans-mas 2.3; Lee 2019 Table 5, motor findings")]
    [InlineData(MotorWeakness.None, 0)]
    [InlineData(MotorWeakness.MildOrGeneralized, 0)]
    [InlineData(MotorWeakness.DeepFocal, 4)]
    public void Row_of_motor_findings(MotorWeakness motor, int grade) => Assert.Equal(grade, Grade(motor: motor));

    [Theory, Rule("ICANS-2.3d", "crs-icans-mas 2.3; Lee 2019 Table 5, raised ICP / cerebral oedema")]
    [InlineData(RaisedPressure.Absent, 0)]
    [InlineData(RaisedPressure.FocalEdema, 3)]
    [InlineData(RaisedPressure.DiffuseEdemaOrSign, 4)]
    public void Row_of_raised_pressure(RaisedPressure pressure, int grade) => Assert.Equal(grade, Grade(pressure: pressure));

    [Fact, Rule("ICANS-2.3e", "crs-icans-mas 2.3: the grade is the highest row")]
    public void The_grade_is_the_highest_row()
    {
        foreach (var (ice, level, seizure, motor, pressure) in AllCells())
        {
            int[] rows = [Grade(ice: ice), Grade(consciousness: level), Grade(seizure: seizure), Grade(motor: motor), Grade(pressure: pressure)];
            Assert.Equal(rows.Max(), Grade(ice, level, seizure, motor, pressure));
        }
    }

    [Fact, Rule("ICANS-0.3a", "crs-icans-mas 0.3: bounds over every cell that is still possible")]
    public void Unknown_cells_give_the_lowest_and_the_highest_of_all_cells_they_could_be()
    {
        foreach (var ice in Subsets<Ice>())
        {
            foreach (var level in Subsets<Consciousness>())
            {
                foreach (var seizure in Subsets<Seizure>())
                {
                    var grades = (from i in ice from l in level from s in seizure select AstctIcans.Grade(i, l, s, default, default)).ToArray();
                    var range = AstctIcans.Grade(Possible.Of<Ice>(ice), Possible.Of<Consciousness>(level), Possible.Of<Seizure>(seizure), default, default);
                    Assert.Equal(new GradeRange(grades.Min(), grades.Max()), range);
                }
            }
        }
    }

    internal static IEnumerable<(Ice, Consciousness, Seizure, MotorWeakness, RaisedPressure)> AllCells() =>
        from ice in Enum.GetValues<Ice>()
        from level in Enum.GetValues<Consciousness>()
        from seizure in Enum.GetValues<Seizure>()
        from motor in Enum.GetValues<MotorWeakness>()
        from pressure in Enum.GetValues<RaisedPressure>()
        select (ice, level, seizure, motor, pressure);

    internal static IEnumerable<T[]> Subsets<T>() where T : struct, Enum
    {
        var cells = Enum.GetValues<T>();
        return Enumerable.Range(1, (1 << cells.Length) - 1).Select(bits => cells.Where((_, index) => (bits & (1 << index)) != 0).ToArray());
    }
}
