using CarNkMonitor.Grading.Cytopenia;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cytopenia;

public sealed class GcsfSupportTests
{
    const string Source = "gvhd-cytopenia-observations 2.3 G-CSF";
    const string RecoversOnDay10 = "0:2000 4:400 5:300 6:400 10:1500 11:1800 12:2000";

    [Theory, Rule("ICAHT-2.3-gcsf", Source)]
    [InlineData(GcsfAgent.Filgrastim, 6, false)]
    [InlineData(GcsfAgent.Filgrastim, 7, true)]
    [InlineData(GcsfAgent.Filgrastim, 10, true)]
    [InlineData(GcsfAgent.Filgrastim, 11, false)]
    [InlineData(GcsfAgent.Lenograstim, 6, false)]
    [InlineData(GcsfAgent.Lenograstim, 7, true)]
    [InlineData(GcsfAgent.Pegfilgrastim, -5, false)]
    [InlineData(GcsfAgent.Pegfilgrastim, -4, true)]
    [InlineData(GcsfAgent.Pegfilgrastim, 10, true)]
    [InlineData(GcsfAgent.Pegfilgrastim, 11, false)]
    [InlineData(GcsfAgent.Other, -5, false)]
    [InlineData(GcsfAgent.Other, -4, true)]
    public void A_measured_rise_within_the_days_of_the_agent_is_supported(GcsfAgent agent, int doseDay, bool supported) =>
        Assert.Equal(supported, Has(Course.Neutrophils(RecoversOnDay10, 12), agent, doseDay));

    [Fact, Rule("ICAHT-2.3-gcsf", Source)]
    public void A_run_that_goes_on_has_no_end_to_support() => Assert.False(Has(Course.Neutrophils("0:2000 4:400 5:300", 6), GcsfAgent.Filgrastim, 5));

    [Fact, Rule("ICAHT-2.3-gcsf", Source)]
    public void A_rise_of_two_days_inside_a_run_does_not_end_it() =>
        Assert.False(Has(Course.Neutrophils("0:2000 4:400 5:900 6:900 7:300 8:300 9:300 10:300 11:300", 11), GcsfAgent.Filgrastim, 4));

    [Fact, Rule("ICAHT-2.3-gcsf", Source)]
    public void A_run_that_ends_in_a_gap_was_not_ended_by_a_count_at_or_below_500()
    {
        Assert.False(Has(Course.Neutrophils("3:400 4:400 13:500 14:400", 14), GcsfAgent.Filgrastim, 12));
        Assert.True(Has(Course.Neutrophils("3:400 4:400 13:501 14:900", 14), GcsfAgent.Filgrastim, 12));
    }

    [Fact, Rule("ICAHT-2.3-gcsf", Source)]
    public void A_second_run_counts_as_well() =>
        Assert.True(Has(Course.Neutrophils(RecoversOnDay10 + " 15:400 16:2000 17:2000 18:2000", 18), GcsfAgent.Filgrastim, 15));

    [Fact, Rule("ICAHT-2.3-gcsf", Source)]
    public void Counts_after_the_end_of_the_course_are_not_read() => Assert.False(Has(Course.Neutrophils(RecoversOnDay10, 9), GcsfAgent.Filgrastim, 9));

    [Fact, Rule("ICAHT-2.3-gcsf", Source)]
    public void Of_two_counts_on_the_day_the_lower_one_must_be_above_500() =>
        Assert.False(Has(Course.Neutrophils("3:400 4:400 13:400 13:900 14:400", 14), GcsfAgent.Filgrastim, 12));

    [Fact]
    public void Without_doses_there_is_no_flag() => Assert.Empty(IcahtGrader.Early(Course.Neutrophils(RecoversOnDay10, 30, closed: true)).Flags.Except(["GAP_NOT_FILLED"]));

    [Fact, Rule("ICAHT-2.3-gcsf", Source)]
    public void One_dose_near_enough_is_enough_beside_others() => Assert.True(Has(Course.Neutrophils(RecoversOnDay10, 12), GcsfAgent.Filgrastim, 1, 8, 12));

    static bool Has(IcahtInputs inputs, GcsfAgent agent, params int[] days)
    {
        var without = IcahtGrader.Early(inputs);
        var with = IcahtGrader.Early(inputs with { GcsfDoses = [.. days.Select(day => new GcsfDose(day, agent))] });
        Assert.Equal((without.Low, without.High), (with.Low, with.High));
        return with.Flags.Contains(CytopeniaFlag.GcsfSupported);
    }
}
