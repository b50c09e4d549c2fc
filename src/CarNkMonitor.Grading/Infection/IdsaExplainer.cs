using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Infection;

/// <summary>What a result of the alarm definition says of itself.</summary>
sealed class IdsaExplainer() : Explainer<FebrileNeutropeniaInputs>(IdsaFebrileNeutropenia.Criteria, IdsaFebrileNeutropenia.Scale)
{
    public static readonly IdsaExplainer One = new();

    protected override Sentence NotAssessedSentence => FebrileNeutropeniaSentence.IdsaNotAssessed;

    protected override Sentence Sentence(FebrileNeutropeniaInputs inputs, GradeResult result) => FebrileNeutropeniaSentence.Idsa(result);

    protected override IEnumerable<Driver> Drivers(FebrileNeutropeniaInputs inputs, GradeResult result) =>
        FebrileNeutropeniaFacts.Drivers(inputs, readsExpectation: true, readsThreat: false);

    protected override IReadOnlyList<MissingInput> Missing(FebrileNeutropeniaInputs inputs, GradeResult result) =>
        FebrileNeutropeniaFacts.Missing(inputs, IdsaFebrileNeutropenia.LevelsOf);

    protected override IEnumerable<string> Flags(FebrileNeutropeniaInputs inputs, GradeResult result)
    {
        if (Neutropenia.IsProfound(inputs))
        {
            yield return FebrileNeutropeniaFlag.Profound;
        }

        if (result.Low == 1 && !Neutropenia.IsBelowIdsaLimit(inputs))
        {
            yield return FebrileNeutropeniaFlag.ExpectedToFall;
        }
    }
}
