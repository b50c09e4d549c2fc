using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Mas;

/// <summary>What a MAS signal says of itself.</summary>
sealed class MasSignalExplainer() : Explainer<MasSignalInputs>(MasSignal.Criteria, Scale.Words([.. MasWord.All.Select(one => one.Word)]))
{
    public static readonly MasSignalExplainer One = new();

    protected override Sentence NotAssessedSentence => MasSignalSentence.NotAssessed;

    protected override Sentence Sentence(MasSignalInputs inputs, GradeResult result) => MasSignalSentence.Of(inputs, result);

    protected override IReadOnlyList<MissingInput> Missing(MasSignalInputs inputs, GradeResult result) => MasSignalMissing.Of(inputs);

    protected override IEnumerable<string> Flags(MasSignalInputs inputs, GradeResult result) => [];

    protected override IEnumerable<Driver> Drivers(MasSignalInputs inputs, GradeResult result) => MasSignalDrivers.Of(inputs);
}
