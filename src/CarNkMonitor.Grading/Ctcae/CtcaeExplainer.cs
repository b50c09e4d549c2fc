using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Ctcae;

/// <summary>What the result of one laboratory term says of itself.</summary>
sealed class CtcaeExplainer(string criteria, LabCriterion row) : Explainer<LabInputs>(criteria, Scale.Grades)
{
    protected override Sentence NotAssessedSentence => CtcaeSentence.NotAssessed(row);

    protected override Sentence Sentence(LabInputs inputs, GradeResult result) => CtcaeSentence.Of(row, inputs, result);

    protected override IEnumerable<Driver> Drivers(LabInputs inputs, GradeResult result) => CtcaeDrivers.Of(row, inputs);

    protected override IReadOnlyList<MissingInput> Missing(LabInputs inputs, GradeResult result) => CtcaeMissing.Of(row, inputs);

    protected override IEnumerable<string> Flags(LabInputs inputs, GradeResult result)
    {
        if (inputs.Value is not { } value)
        {
            yield break;
        }

        if (!row.CanRead(inputs.Unit))
        {
            yield return CtcaeFlag.UnknownUnit;
        }
        else if (row is CreatinineCriterion && result.Low > 0 && inputs.Uln is { } uln && value.IsAbove(uln) == false
            && (inputs.Lln is not { } lln || value.IsAtLeast(lln) == true))
        {
            yield return CtcaeFlag.WithinReference;
        }
    }
}
