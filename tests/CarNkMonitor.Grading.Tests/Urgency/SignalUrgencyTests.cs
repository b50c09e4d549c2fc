using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Mas;
using CarNkMonitor.Grading.Urgency;
using CsCheck;
using Xunit;
using static CarNkMonitor.Grading.Urgency.ClinicalUrgency;

namespace CarNkMonitor.Grading.Tests.Urgency;

public sealed class SignalUrgencyTests
{
    const string Source = "gvhd-cytopenia-observations 2.8; our own proposal";

    [Theory, Rule("URG-2.8a", Source)]
    [InlineData(0, true, Routine)]
    [InlineData(1, true, Routine)]
    [InlineData(2, true, SameDay)]
    [InlineData(3, true, SameDay)]
    [InlineData(4, true, Urgent1H)]
    [InlineData(1, false, Routine)]
    [InlineData(2, false, Routine)]
    [InlineData(3, false, Routine)]
    [InlineData(4, false, Routine)]
    public void Every_cell_of_the_gvhd_row(int signal, bool isNewOrWorse, ClinicalUrgency expected) =>
        Assert.Equal(expected, SignalUrgency.Of(new SignalFindings { GvhdSignal = signal, GvhdIsNewOrWorse = isNewOrWorse }));

    [Theory, Rule("URG-2.8b", Source)]
    [InlineData(false, Routine)]
    [InlineData(true, SameDay)]
    public void An_unexpected_cytopenia_asks_for_a_review_today(bool isUnexpected, ClinicalUrgency expected) =>
        Assert.Equal(expected, SignalUrgency.Of(new SignalFindings { CytopeniaIsUnexpected = isUnexpected }));

    [Theory, Rule("URG-2.8c", Source)]
    [InlineData("9", Comparator.Equal, SameDay)]
    [InlineData("9.999", Comparator.Equal, SameDay)]
    [InlineData("10", Comparator.Equal, Routine)]
    [InlineData("10", Comparator.Below, SameDay)]
    [InlineData("20", Comparator.Below, SameDay)]
    [InlineData("10", Comparator.Above, Routine)]
    [InlineData("5", Comparator.Above, SameDay)]
    public void Platelets_below_10_ask_for_a_review_today_and_so_does_a_bound_that_leaves_it_open(string value, Comparator comparator, ClinicalUrgency expected) =>
        Assert.Equal(expected, SignalUrgency.Of(new SignalFindings { Platelets = Number(value, comparator) }));

    [Theory, Rule("URG-2.8d", Source)]
    [InlineData("69.9", SameDay)]
    [InlineData("70", Routine)]
    [InlineData("70.1", Routine)]
    public void Haemoglobin_below_70_asks_for_a_review_today(string value, ClinicalUrgency expected) =>
        Assert.Equal(expected, SignalUrgency.Of(new SignalFindings { Hemoglobin = Number(value, Comparator.Equal) }));

    [Theory, Rule("URG-2.8e", Source)]
    [InlineData(FebrileNeutropenia.No, true, Routine)]
    [InlineData(FebrileNeutropenia.Indeterminate, false, Routine)]
    [InlineData(FebrileNeutropenia.Indeterminate, true, Urgent1H)]
    [InlineData(FebrileNeutropenia.Yes, false, Urgent1H)]
    [InlineData(FebrileNeutropenia.Yes, true, Urgent1H)]
    public void Every_cell_of_the_febrile_neutropenia_row(FebrileNeutropenia answer, bool isInNadir, ClinicalUrgency expected) =>
        Assert.Equal(expected, SignalUrgency.Of(new SignalFindings { FebrileNeutropenia = answer, IsInConditioningNadir = isInNadir }));

    [Theory, Rule("URG-2.8f", Source)]
    [InlineData(null, false, Routine)]
    [InlineData(4, false, Routine)]
    [InlineData(3, true, Urgent1H)]
    [InlineData(null, true, Urgent1H)]
    [InlineData(5, false, Urgent1H)]
    [InlineData(6, true, Urgent1H)]
    [InlineData(7, false, EmergencyNow)]
    [InlineData(20, true, EmergencyNow)]
    public void Every_cell_of_the_news2_rows(int? total, bool anyThree, ClinicalUrgency expected) =>
        Assert.Equal(expected, SignalUrgency.Of(new SignalFindings { News2 = total, AnyNews2ParameterIsThree = anyThree }));

    [Fact, Rule("URG-2.8g", Source)]
    public void A_positive_blood_culture_wants_a_physician_within_an_hour() =>
        Assert.Equal(Urgent1H, SignalUrgency.Of(new SignalFindings { BloodCultureIsPositive = true }));

    [Fact]
    public void Nothing_found_asks_for_nobody() => Assert.Equal(Routine, SignalUrgency.Of(SignalFindings.None));

    [Fact, Rule("URG-2.8h", Source)]
    public void The_urgency_of_the_whole_is_the_higher_of_both_tables() => Gen.Select(Gen.Int[0, 5], Signals).Sample((crs, signals) =>
    {
        var graded = new UrgencyFindings { Crs = GradeRange.Of((ToxicityGrade)crs) };
        var expected = (ClinicalUrgency)Math.Max((int)CnkUrgency.Of(graded), (int)SignalUrgency.Of(signals));
        Assert.Equal(expected, CnkUrgency.Of(graded with { Signals = signals }));
    }, iter: Law.Tries);

    [Fact]
    public void The_deciding_rows_are_named_and_no_others()
    {
        var result = UrgencyGrader.Grade(new UrgencyFindings
        {
            Crs = new GradeRange(ToxicityGrade.Grade1, ToxicityGrade.Grade4),
            MasLow = MasLevel.Amber, MasHigh = MasLevel.Amber,
            Signals = new SignalFindings { News2 = 6, Platelets = 8 },
        });

        Assert.Equal(["crs_max=4", "news2=6"], result.Drivers.Select(driver => $"{driver.Code}={driver.Value}"));
        Assert.Equal("Physician at the bedside within 1 h; decided by: CRS grade that cannot be excluded, NEWS2 score.", result.Sentence.English);
    }

    [Fact]
    public void Every_deciding_row_has_a_name_in_both_languages() => Gen.Select(Gen.Int[0, 5], Signals).Sample((crs, signals) =>
    {
        var result = UrgencyGrader.Grade(new UrgencyFindings { Crs = GradeRange.Of((ToxicityGrade)crs), CrsIsNewOrWorse = true, Signals = signals });
        Assert.Equal(result.Low > 0, result.Drivers.Count > 0);
        Assert.NotEqual(result.Sentence.English, result.Sentence.In(Explanations.Sentence.Chinese));
    }, iter: Law.OneOf(10));

    [Theory]
    [InlineData(FebrileNeutropenia.Yes, "yes")]
    [InlineData(FebrileNeutropenia.Indeterminate, "indeterminate")]
    public void The_deciding_row_shows_its_value(FebrileNeutropenia answer, string word)
    {
        static string[] Drivers(SignalFindings signals) => [.. UrgencyGrader.Grade(new UrgencyFindings { Signals = signals }).Drivers.Select(driver => $"{driver.Code} {driver.Value}")];
        Assert.Equal([$"febrile_neutropenia {word}"], Drivers(new SignalFindings { FebrileNeutropenia = answer, IsInConditioningNadir = true }));
        Assert.Equal(["platelets 9", "hgb 69"], Drivers(new SignalFindings { Platelets = 9, Hemoglobin = 69 }));
    }

    static readonly Gen<SignalFindings> Signals =
        from gvhd in Gen.Int[0, 4]
        from platelets in Gen.Int[0, 30]
        from hemoglobin in Gen.Int[50, 120]
        from fever in Gen.Int[0, 2]
        from news2 in Gen.Int[0, 20]
        from flags in Gen.Int[0, 31]
        select new SignalFindings
        {
            GvhdSignal = gvhd, GvhdIsNewOrWorse = (flags & 1) != 0, CytopeniaIsUnexpected = (flags & 2) != 0, Platelets = platelets, Hemoglobin = hemoglobin,
            FebrileNeutropenia = (FebrileNeutropenia)fever, IsInConditioningNadir = (flags & 4) != 0, News2 = news2,
            AnyNews2ParameterIsThree = (flags & 8) != 0, BloodCultureIsPositive = (flags & 16) != 0,
        };

    static Measured Number(string value, Comparator comparator) =>
        new(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), comparator);
}
