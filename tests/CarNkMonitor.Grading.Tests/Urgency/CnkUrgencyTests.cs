using CarNkMonitor.Grading.Mas;
using CarNkMonitor.Grading.Tests.Cases;
using CarNkMonitor.Grading.Urgency;
using CsCheck;
using Xunit;
using static CarNkMonitor.Grading.Urgency.ClinicalUrgency;

namespace CarNkMonitor.Grading.Tests.Urgency;

public class CnkUrgencyTests
{
    const string File = "crs_icans_mas_urgency";

    public static IEnumerable<TheoryDataRow<string>> Ids => WorkedCases.Ids(File);

    [Theory, MemberData(nameof(Ids))]
    [Rule("URG-6.3", "crs-icans-mas 6.3; our own proposal")]
    public void Every_worked_case_is_as_urgent_as_written(string id)
    {
        var row = WorkedCases.Row(File, id);
        var findings = new UrgencyFindings
        {
            Crs = Range(row.Number("crs_min"), row.Number("crs_max")),
            CrsIsNewOrWorse = row.Flag("crs_new_or_worse")!.Value,
            Icans = Range(row.Number("icans_min"), row.Number("icans_max")),
            IecHs = (ToxicityGrade)(row.Number("iechs_grade") ?? 0),
            MasLow = Enum.Parse<MasLevel>(row["mas_level_min"], ignoreCase: true),
            MasHigh = Enum.Parse<MasLevel>(row["mas_level_max"], ignoreCase: true),
            RoseByTwoGradesIn24H = row.Flag("rise_ge_2_grades_24h")!.Value,
        };

        Assert.Equal(row["expected_urgency"], PrintedName(CnkUrgency.Of(findings)));
    }

    [Theory]
    [InlineData(0, false, Routine)]
    [InlineData(1, true, Urgent1H)]
    [InlineData(1, false, SameDay)]
    [InlineData(2, true, Urgent1H)]
    [InlineData(2, false, Urgent1H)]
    [InlineData(3, false, EmergencyNow)]
    [InlineData(4, false, EmergencyNow)]
    [InlineData(5, false, EmergencyNow)]
    [Rule("URG-6.3a", "crs-icans-mas 6.3; our own proposal")]
    public void Every_cell_of_the_crs_row(int grade, bool isNewOrWorse, ClinicalUrgency expected) =>
        Assert.Equal(expected, CnkUrgency.Of(new UrgencyFindings { Crs = Range(grade, grade), CrsIsNewOrWorse = isNewOrWorse }));

    [Theory]
    [InlineData(MasLevel.None, MasLevel.None, false)]
    [InlineData(MasLevel.None, MasLevel.Watch, false)]
    [InlineData(MasLevel.Watch, MasLevel.Watch, true)]
    [Rule("URG-6.3w", "crs-icans-mas 6.3: ROUTINE (order tests)")]
    public void A_certain_watch_calls_nobody_and_asks_for_tests(MasLevel low, MasLevel high, bool asks)
    {
        var result = UrgencyGrader.Grade(new UrgencyFindings { MasLow = low, MasHigh = high });
        Assert.Equal((int)Routine, result.Low);
        Assert.Equal(asks, result.Sentence.English.Contains("order ferritin", StringComparison.Ordinal));
        Assert.Equal(asks, result.Sentence.In(Explanations.Sentence.Chinese).Contains("须在 24 小时内复查铁蛋白", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, Routine)]
    [InlineData(1, Urgent1H)]
    [InlineData(2, Urgent1H)]
    [InlineData(3, EmergencyNow)]
    [InlineData(4, EmergencyNow)]
    [InlineData(5, EmergencyNow)]
    [Rule("URG-6.3b", "crs-icans-mas 6.3; our own proposal")]
    public void Every_cell_of_the_icans_row(int grade, ClinicalUrgency expected) =>
        Assert.Equal(expected, CnkUrgency.Of(new UrgencyFindings { Icans = Range(grade, grade) }));

    [Theory]
    [InlineData(0, Routine)]
    [InlineData(1, SameDay)]
    [InlineData(2, Urgent1H)]
    [InlineData(3, EmergencyNow)]
    [InlineData(4, EmergencyNow)]
    [InlineData(5, EmergencyNow)]
    [Rule("URG-6.3c", "crs-icans-mas 6.3; our own proposal")]
    public void Every_cell_of_the_iec_hs_row(int grade, ClinicalUrgency expected) =>
        Assert.Equal(expected, CnkUrgency.Of(new UrgencyFindings { IecHs = (ToxicityGrade)grade }));

    [Theory]
    [InlineData(MasLevel.None, MasLevel.None, Routine)]
    [InlineData(MasLevel.Watch, MasLevel.Watch, Routine)]
    [InlineData(MasLevel.Amber, MasLevel.Amber, SameDay)]
    [InlineData(MasLevel.Red, MasLevel.Red, Urgent1H)]
    [InlineData(MasLevel.None, MasLevel.Watch, Routine)]
    [InlineData(MasLevel.None, MasLevel.Amber, SameDay)]
    [InlineData(MasLevel.Watch, MasLevel.Red, SameDay)]
    [InlineData(MasLevel.Amber, MasLevel.Red, SameDay)]
    [Rule("URG-6.3d", "crs-icans-mas 6.3; our own proposal")]
    public void Every_mas_level_and_gap(MasLevel low, MasLevel high, ClinicalUrgency expected) =>
        Assert.Equal(expected, CnkUrgency.Of(new UrgencyFindings { MasLow = low, MasHigh = high }));

    [Theory]
    [InlineData(0, 1, SameDay)]
    [InlineData(0, 2, SameDay)]
    [InlineData(0, 3, Urgent1H)]
    [InlineData(2, 4, Urgent1H)]
    [InlineData(3, 4, EmergencyNow)]
    [Rule("URG-6.3e", "crs-icans-mas 6.3; our own proposal")]
    public void A_gap_asks_for_the_missing_value(int low, int high, ClinicalUrgency expected)
    {
        Assert.Equal(expected, CnkUrgency.Of(new UrgencyFindings { Crs = Range(low, high) }));
        Assert.Equal(low is 2 ? Urgent1H : expected, CnkUrgency.Of(new UrgencyFindings { Icans = Range(low, high) }));
    }

    [Fact]
    [Rule("URG-6.3f", "crs-icans-mas 6.3; our own proposal")]
    public void A_higher_grade_and_a_wider_gap_never_lower_the_urgency() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4], Gen.Bool, Gen.Bool).Sample((one, other, isNew, rose) =>
        {
            var (low, high) = (Math.Min(one, other), Math.Max(one, other));
            var known = new UrgencyFindings { Crs = Range(low, low), CrsIsNewOrWorse = isNew, RoseByTwoGradesIn24H = rose };
            Assert.True(CnkUrgency.Of(known with { Crs = Range(high + 1, high + 1) }) >= CnkUrgency.Of(known));
            Assert.True(CnkUrgency.Of(known with { Crs = Range(low, high) }) >= CnkUrgency.Of(known));
        }, iter: Law.Tries);

    static GradeRange Range(decimal? low, decimal? high) => new((ToxicityGrade)low!.Value, (ToxicityGrade)high!.Value);

    static string PrintedName(ClinicalUrgency urgency) => urgency switch
    {
        Routine => "ROUTINE",
        SameDay => "SAME_DAY",
        Urgent1H => "URGENT_1H",
        EmergencyNow => "EMERGENCY_NOW",
    };
}
