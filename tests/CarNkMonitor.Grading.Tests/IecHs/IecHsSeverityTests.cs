using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.IecHs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.IecHs;

/// <summary>The table of grades, and when anything is graded at all.</summary>
public sealed class IecHsSeverityTests
{
    const string Source = "crs-icans-mas 3.4; Hines 2023";

    [Theory, Rule("IECHS-3.4", Source)]
    [InlineData(IecHsEvents.None, 1)]
    [InlineData(IecHsEvents.DirectedTherapy, 2)]
    [InlineData(IecHsEvents.TransfusionForAsymptomaticHypofibrinogenemia, 2)]
    [InlineData(IecHsEvents.BleedingRequiringTransfusion, 3)]
    [InlineData(IecHsEvents.Hospitalized, 3)]
    [InlineData(IecHsEvents.LifeThreateningBleedingOrHypotension, 4)]
    [InlineData(IecHsEvents.Intubated, 4)]
    [InlineData(IecHsEvents.Dialysis, 4)]
    public void Every_cell_of_the_printed_table(IecHsEvents events, int grade) => Assert.Equal(grade, (int)IecHsSeverity.Grade(events));

    [Fact, Rule("IECHS-3.4H", Source)]
    public void The_highest_event_makes_the_grade_and_one_more_never_lowers_it()
    {
        for (var events = 0; events < 128; events++)
        {
            var single = Enumerable.Range(0, 7).Where(at => (events & (1 << at)) != 0).Select(at => (int)IecHsSeverity.Grade((IecHsEvents)(1 << at)));
            Assert.Equal(single.DefaultIfEmpty(1).Max(), (int)IecHsSeverity.Grade((IecHsEvents)events));
        }
    }

    [Theory, Rule("IECHS-3.4D", Source)]
    [InlineData(null, "3-3 Determined")]
    [InlineData(IecHsDeath.IecHs, "5-5 Determined")]
    [InlineData(IecHsDeath.Other, "3-3 Determined")]
    [InlineData(IecHsDeath.Unknown, "3-5 CannotExclude")]
    public void Grade_5_is_death_with_IEC_HS_as_its_principal_cause(IecHsDeath? cause, string grade) =>
        Assert.Equal(grade, Grade(SomeIecHs.Met with { Events = IecHsEvents.Hospitalized, Death = cause }));

    [Fact, Rule("IECHS-3.4G", Source)]
    public void Only_a_pattern_that_is_met_for_sure_or_a_confirmed_diagnosis_is_graded()
    {
        Assert.Equal("1-1 Determined", Grade(SomeIecHs.Met));
        Assert.Equal("- NotApplicable", Grade(SomeIecHs.Clear with { Events = IecHsEvents.Dialysis }));
        Assert.Equal("- NotApplicable", Grade(SomeIecHs.Met with { Fibrinogen = null }));
        Assert.Equal("- NotApplicable", Grade(SomeIecHs.Clear with { Death = IecHsDeath.IecHs }));
        Assert.Equal("4-4 Determined", Grade(SomeIecHs.Clear with { Events = IecHsEvents.Dialysis, IsConfirmed = true }));
    }

    [Theory]
    [InlineData("true", "iechs", "5")]
    [InlineData("true", "other", "2")]
    [InlineData("true", "", "2")]
    [InlineData("false", "iechs", "2")]
    [InlineData("", "", "2")]
    public void The_sheet_shows_the_grade_for_sure(string died, string cause, string grade)
    {
        var met = Tests.Cases.WorkedCases.Row("iec_hs", "IEC-O02").Cells;
        Assert.Equal(grade, new IecHsCaseTable().Grade(new Dictionary<string, string>(met) { ["died"] = died, ["death_principal_cause"] = cause }).Answers[2]);
    }

    [Theory]
    [InlineData("iechs_directed_therapy", "2")]
    [InlineData("transfusion_for_asymptomatic_hypofibrinogenemia", "2")]
    [InlineData("bleeding_requiring_transfusion", "3")]
    [InlineData("hospitalized_for_aki_hypotension_or_respiratory_distress", "3")]
    [InlineData("life_threatening_bleeding_or_hypotension", "4")]
    [InlineData("intubated_for_respiratory_distress", "4")]
    [InlineData("dialysis_for_aki", "4")]
    public void Every_event_column_reaches_its_grade(string column, string grade)
    {
        var met = Tests.Cases.WorkedCases.Row("iec_hs", "IEC-O01").Cells;
        Assert.Equal(grade, new IecHsCaseTable().Grade(new Dictionary<string, string>(met) { [column] = "true" }).Answers[2]);
    }

    static string Grade(IecHsInputs inputs) => IecHsGrader.Grade(inputs) is var grade ? $"{grade.Low}-{grade.High} {grade.State}" : "";
}
