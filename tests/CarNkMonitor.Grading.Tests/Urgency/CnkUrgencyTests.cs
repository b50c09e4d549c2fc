using System.Globalization;
using CarNkMonitor.Grading.Urgency;
using CsCheck;
using CsvHelper;
using Xunit;
using static CarNkMonitor.Grading.Urgency.ClinicalUrgency;

namespace CarNkMonitor.Grading.Tests.Urgency;

public class CnkUrgencyTests
{
    public static IEnumerable<TheoryDataRow<Dictionary<string, string>>> Cases()
    {
        using var csv = new CsvReader(File.OpenText(Path.Combine(AppContext.BaseDirectory, "cases", "crs_icans_mas_urgency.csv")), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
            yield return new(csv.HeaderRecord!.ToDictionary(column => column, column => csv.GetField(column)!)) { TestDisplayName = csv.GetField("case_id") };
    }

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Worked_cases(Dictionary<string, string> row)
    {
        var findings = new UrgencyFindings
        {
            Crs = new GradeBounds(Number(row["crs_min"]), Number(row["crs_max"])),
            CrsIsNewOrWorse = bool.Parse(row["crs_new_or_worse"]),
            Icans = new GradeBounds(Number(row["icans_min"]), Number(row["icans_max"])),
            IecHs = row["iechs_grade"] is "" ? null : Number(row["iechs_grade"]),
            MasLow = Enum.Parse<MasLevel>(row["mas_level_min"], ignoreCase: true),
            MasHigh = Enum.Parse<MasLevel>(row["mas_level_max"], ignoreCase: true),
            RoseByTwoGradesIn24H = bool.Parse(row["rise_ge_2_grades_24h"]),
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
    public void Every_cell_of_the_crs_row(int grade, bool isNewOrWorse, ClinicalUrgency expected) =>
        Assert.Equal(expected, CnkUrgency.Of(new UrgencyFindings { Crs = new(grade, grade), CrsIsNewOrWorse = isNewOrWorse }));

    [Theory]
    [InlineData(0, Routine)]
    [InlineData(1, Urgent1H)]
    [InlineData(2, Urgent1H)]
    [InlineData(3, EmergencyNow)]
    [InlineData(4, EmergencyNow)]
    [InlineData(5, EmergencyNow)]
    public void Every_cell_of_the_icans_row(int grade, ClinicalUrgency expected) =>
        Assert.Equal(expected, CnkUrgency.Of(new UrgencyFindings { Icans = new(grade, grade) }));

    [Theory]
    [InlineData(null, Routine)]
    [InlineData(1, SameDay)]
    [InlineData(2, Urgent1H)]
    [InlineData(3, EmergencyNow)]
    [InlineData(4, EmergencyNow)]
    [InlineData(5, EmergencyNow)]
    public void Every_cell_of_the_iec_hs_row(int? grade, ClinicalUrgency expected) =>
        Assert.Equal(expected, CnkUrgency.Of(new UrgencyFindings { IecHs = grade }));

    [Theory]
    [InlineData(MasLevel.None, MasLevel.None, Routine)]
    [InlineData(MasLevel.Watch, MasLevel.Watch, Routine)]
    [InlineData(MasLevel.Amber, MasLevel.Amber, SameDay)]
    [InlineData(MasLevel.Red, MasLevel.Red, Urgent1H)]
    [InlineData(MasLevel.None, MasLevel.Watch, Routine)]
    [InlineData(MasLevel.None, MasLevel.Amber, SameDay)]
    [InlineData(MasLevel.Watch, MasLevel.Red, SameDay)]
    [InlineData(MasLevel.Amber, MasLevel.Red, SameDay)]
    public void Every_mas_level_and_gap(MasLevel low, MasLevel high, ClinicalUrgency expected) =>
        Assert.Equal(expected, CnkUrgency.Of(new UrgencyFindings { MasLow = low, MasHigh = high }));

    [Theory]
    [InlineData(0, 1, SameDay)]
    [InlineData(0, 2, SameDay)]
    [InlineData(0, 3, Urgent1H)]
    [InlineData(2, 4, Urgent1H)]
    [InlineData(3, 4, EmergencyNow)]
    public void A_gap_asks_for_the_missing_value(int low, int high, ClinicalUrgency expected)
    {
        Assert.Equal(expected, CnkUrgency.Of(new UrgencyFindings { Crs = new(low, high) }));
        Assert.Equal(low is 2 ? Urgent1H : expected, CnkUrgency.Of(new UrgencyFindings { Icans = new(low, high) }));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(2, 1)]
    [InlineData(0, 6)]
    public void A_range_that_cannot_be_is_refused(int low, int high) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CnkUrgency.Of(new UrgencyFindings { Crs = new(low, high) }));

    [Fact]
    public void A_higher_grade_and_a_wider_gap_never_lower_the_urgency() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4], Gen.Bool, Gen.Bool).Sample((one, other, isNew, rose) =>
        {
            var (low, high) = (Math.Min(one, other), Math.Max(one, other));
            var known = new UrgencyFindings { Crs = new(low, low), CrsIsNewOrWorse = isNew, RoseByTwoGradesIn24H = rose };
            Assert.True(CnkUrgency.Of(known with { Crs = new(high + 1, high + 1) }) >= CnkUrgency.Of(known));
            Assert.True(CnkUrgency.Of(known with { Crs = new(low, high) }) >= CnkUrgency.Of(known));
        });

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    static string PrintedName(ClinicalUrgency urgency) => urgency switch
    {
        Routine => "ROUTINE",
        SameDay => "SAME_DAY",
        Urgent1H => "URGENT_1H",
        EmergencyNow => "EMERGENCY_NOW",
    };
}
