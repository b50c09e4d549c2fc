using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Infection;

/// <summary>What a result of the graded definition says of itself.</summary>
sealed class CtcaeFebrileNeutropeniaExplainer() : Explainer<FebrileNeutropeniaInputs>(CtcaeFebrileNeutropenia.Criteria, Scale.Grades)
{
    public static readonly CtcaeFebrileNeutropeniaExplainer One = new();

    protected override Sentence NotAssessedSentence => FebrileNeutropeniaSentence.CtcaeNotAssessed;

    protected override Sentence Sentence(FebrileNeutropeniaInputs inputs, GradeResult result) => FebrileNeutropeniaSentence.Ctcae(inputs, result);

    protected override IEnumerable<Driver> Drivers(FebrileNeutropeniaInputs inputs, GradeResult result) =>
        FebrileNeutropeniaFacts.Drivers(inputs, readsExpectation: false, readsThreat: true);

    protected override IReadOnlyList<MissingInput> Missing(FebrileNeutropeniaInputs inputs, GradeResult result) =>
        FebrileNeutropeniaFacts.Missing(inputs, CtcaeFebrileNeutropenia.LevelsOf);

    protected override IEnumerable<string> Flags(FebrileNeutropeniaInputs inputs, GradeResult result) =>
        Neutropenia.IsProfound(inputs) ? [FebrileNeutropeniaFlag.Profound] : [];
}
