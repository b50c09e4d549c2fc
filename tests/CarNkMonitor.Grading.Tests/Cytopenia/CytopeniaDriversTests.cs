using CarNkMonitor.Grading.Cytopenia;
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

    [Fact, Rule("PHE-2.4", "gvhd-cytopenia-observations 2.4")]
    public void A_low_count_before_day_0_or_after_the_window_is_not_the_low_of_the_phenotype()
    {
        static string Sentence(string series, int endDay) => PhenotypeGrader.Grade(new PhenotypeInputs { Counts = Grading.Cytopenia.Days.DaySeries.Read(series, 200_000), EndDay = endDay }).Sentence.English;
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
