using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.IecHs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.IecHs;

/// <summary>What the sentences say where nothing is missing and the answer is open all the same, and what of a death is open.</summary>
public sealed class IecHsPatternSentenceTests
{
    static string Pattern(IecHsInputs inputs) => IecHsPatternGrader.Grade(inputs).Sentence.English;

    static IecHsInputs One => SomeIecHs.Common[0](SomeIecHs.Clear);

    [Fact, Rule("IECHS-3.3", "crs-icans-mas 3.3; 0.3: a bound is never the number")]
    public void A_bound_is_called_a_bound() => Assert.Contains(
        "a value is only known as a limit", Pattern(One with { Fibrinogen = new Measured(2.8m, Comparator.Below) }), StringComparison.Ordinal);

    [Fact, Rule("IECHS-3.3", "crs-icans-mas 3.3: fasting")]
    public void A_bound_is_called_so_although_the_sample_was_not_taken_fasting() => Assert.Contains(
        "a value is only known as a limit",
        Pattern(One with { Fibrinogen = new Measured(2.8m, Comparator.Below), Triglycerides = Triglycerides.InMmolPerL(1m), TriglyceridesFasting = false }), StringComparison.Ordinal);

    [Fact, Rule("IECHS-3.3", "crs-icans-mas 3.3: fasting")]
    public void Raised_triglycerides_that_were_not_taken_fasting_are_named()
    {
        var open = from common in Enumerable.Range(0, 3)
                   from other in Enumerable.Range(0, SomeIecHs.Other.Length - 1)
                   let inputs = SomeIecHs.Common[..common].Concat(SomeIecHs.Other[..other]).Aggregate(SomeIecHs.Clear, (all, add) => add(all)) with
                   {
                       Triglycerides = Triglycerides.InMmolPerL(5m), TriglyceridesFasting = false,
                   }
                   where IecHsPatternGrader.Grade(inputs) is var result && result.Low != result.High
                   select Pattern(inputs);
        Assert.NotEmpty(open);
        Assert.All(open, sentence => Assert.Contains("the raised triglycerides were not taken fasting", sentence, StringComparison.Ordinal));
    }

    [Fact, Rule("IECHS-3.4", "crs-icans-mas 3.4: death")]
    public void A_death_of_unknown_cause_is_open_and_a_grade_that_does_not_apply_names_nothing()
    {
        var open = IecHsGrader.Grade(SomeIecHs.Met with { Death = IecHsDeath.Unknown });
        Assert.Equal((1, 5), (open.Low, open.High));
        Assert.Contains("cannot exclude 5", open.Sentence.English, StringComparison.Ordinal);
        Assert.Empty(IecHsGrader.Grade(SomeIecHs.Clear with { AlternativeSoleCause = true, Death = IecHsDeath.Other }).Drivers);
    }
}
