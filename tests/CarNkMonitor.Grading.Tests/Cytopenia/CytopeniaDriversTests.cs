using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Facts;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cytopenia;

/// <summary>Only counts of the days that a table reads are named as its reason.</summary>
public sealed class CytopeniaDriversTests
{
    static string[] Values(GradeResult result) => [.. result.Drivers.Select(driver => driver.Value)];

    [Fact, Rule("TICAHT-2.3", "gvhd-cytopenia-observations 2.3")]
    public void T_ICAHT_names_counts_from_day_0_to_the_end_of_its_window()
    {
        Assert.Equal(["60"], Values(TicahtGrader.Early(Course.Platelets("-1:55 0:60 5:70", endDay: 10))));
        Assert.Equal(["60"], Values(TicahtGrader.Early(Course.Platelets("0:70 10:60 11:55", endDay: 10))));
        Assert.Equal(["60"], Values(TicahtGrader.Early(Course.Platelets("0:70 30:60 31:55", endDay: 40))));
    }

    [Fact, Rule("ICAHT-2.2", "gvhd-cytopenia-observations 2.2; Rejeski 2023")]
    public void Late_ICAHT_names_counts_from_day_31_on() => Assert.Equal(["0.4", "0.45"], Values(IcahtGrader.Late(Course.Neutrophils("30:100 31:400 45:450", endDay: 60))));

    /// <summary>Of rows that give the same grade the days below 500 are shown, which hold the others; a worse row of days at or below 100 is shown by itself.</summary>
    [Theory, Rule("ICAHT-2.3", "gvhd-cytopenia-observations 2.3; Rejeski 2023")]
    [InlineData(14, 7, 14)]
    [InlineData(13, 7, 7)]
    public void Early_ICAHT_names_the_counts_of_the_run_that_decides(int severe, int profound, int named)
    {
        var series = $"4:2000 {Course.Days(5, 4 + profound, 50)} {Course.Days(5 + profound, 4 + severe, 400)} {Course.Days(5 + severe, 30, 2000)}";
        Assert.Equal(named, IcahtGrader.Early(Course.Neutrophils(series)).Drivers.Count);
    }

    [Theory, Rule("PHE-2.4", "gvhd-cytopenia-observations 2.4")]
    [InlineData(27, "classified yet")]
    [InlineData(28, "none")]
    public void A_course_without_a_phenotype_is_too_early_only_until_the_day_that_quick_needs(int endDay, string says)
    {
        var sentence = PhenotypeGrader.Grade(new PhenotypeInputs { Counts = DaySeries.Read("3:400 10:1000 21:1000", 200_000), EndDay = endDay }).Sentence.English;
        Assert.Contains(says, sentence, StringComparison.Ordinal);
    }

    [Fact, Rule("PHE-2.4", "gvhd-cytopenia-observations 2.4")]
    public void A_count_of_1000_is_not_low_in_the_sentence_either()
    {
        static string Quick(int count) => PhenotypeGrader.Grade(new PhenotypeInputs { Counts = DaySeries.Read($"0:2000 14:{count} 28:2000", 200_000), EndDay = 28 }).Sentence.English;
        Assert.Equal(Quick(2000), Quick(1000));
        Assert.NotEqual(Quick(999), Quick(1000));
    }

    [Fact, Rule("WINDOW-2.7", "gvhd-cytopenia-observations 2.7")]
    public void A_second_dip_is_confirmed_only_where_every_reading_of_the_bounds_confirms_it()
    {
        static IReadOnlyCollection<string> Flags(Measured last) => CytopeniaGrader.Grade(new CytopeniaInputs
        {
            Lineage = BloodLineage.Neutrophils, ConditioningDay = -5, EvaluationDay = 46, Counts = [.. DaySeries.Read("7:0.3 20:1.2 22:1.2 45:0.9", 200), new(46, last)],
        }).Flags;
        Assert.Contains(CytopeniaFlag.Confirmed, Flags(new Measured(0.8m)));
        Assert.DoesNotContain(CytopeniaFlag.Confirmed, Flags(new Measured(1.1m, Comparator.Below)));
    }

    [Fact, Rule("PHE-2.4", "gvhd-cytopenia-observations 2.4")]
    public void A_low_count_before_day_0_or_after_the_window_is_not_the_low_of_the_phenotype()
    {
        static string Sentence(string series, int endDay) => PhenotypeGrader.Grade(new PhenotypeInputs { Counts = DaySeries.Read(series, 200_000), EndDay = endDay }).Sentence.English;
        Assert.Equal(Sentence("0:2000 5:2000 20:2000 30:2000", 30), Sentence("-1:100 0:2000 5:2000 20:2000 30:2000", 30));
        Assert.Equal(Sentence("0:2000 5:2000 20:2000 30:2000", 30), Sentence("0:2000 5:2000 20:2000 30:2000 31:100", 30));
    }

    [Fact, Rule("ICAHT-2.2", "gvhd-cytopenia-observations 2.2; Rejeski 2023")]
    public void A_late_count_of_1500_is_a_transient_fall_and_one_above_is_none()
    {
        static string Late(int count) => IcahtGrader.Late(Course.Neutrophils($"35:2000 40:{count} 45:2000", endDay: 60)).Sentence.English;
        Assert.NotEqual(Late(1500), Late(1501));
        Assert.Equal(Late(1400).Replace("1400", "1500", StringComparison.Ordinal), Late(1500));
    }

    [Fact]
    public void What_could_still_come_reaches_as_far_as_the_window_and_no_further()
    {
        static string Reach(GradeResult result) => string.Join(' ', result.Missing.Select(input => $"{input.Code} {string.Join(',', input.CouldReach)}"));
        Assert.Equal("anc 0,1,2,3", Reach(IcahtGrader.Early(new IcahtInputs { EndDay = 8 })));
        Assert.Equal("anc 0,1,2,3,4", Reach(IcahtGrader.Early(new IcahtInputs { EndDay = 30 })));
        Assert.Equal("platelets 0,1,2,3,4", Reach(TicahtGrader.Early(new TicahtInputs { EndDay = 60 })));
    }
}
