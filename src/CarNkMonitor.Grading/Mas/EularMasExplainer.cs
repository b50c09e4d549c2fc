using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Hlh;
using static CarNkMonitor.Grading.Mas.EularMasFindings;

namespace CarNkMonitor.Grading.Mas;

/// <summary>What EULAR/ACR/PRINTO results, the count and the call, say of themselves.</summary>
sealed class EularMasExplainer(Scale scale, Func<EularMasInputs, IReadOnlyList<MissingInput>> missing) : Explainer<EularMasInputs>(EularMas.Criteria, scale)
{
    public static readonly EularMasExplainer Count = new(Scale.Numbers(0, EularMas.Items), EularMasMissing.OfCount);
    public static readonly EularMasExplainer Call = new(Scale.Call, EularMasMissing.OfCall);

    protected override Sentence NotAssessedSentence => EularMasSentence.NotAssessed;

    protected override Sentence Sentence(EularMasInputs inputs, GradeResult result) => EularMasSentence.Of(inputs);

    protected override IReadOnlyList<MissingInput> Missing(EularMasInputs inputs, GradeResult result) => missing(inputs);

    protected override IEnumerable<string> Flags(EularMasInputs inputs, GradeResult result) => [];

    /// <summary>Ferritin always, because nothing is met without it; of the items those that are present.</summary>
    protected override IEnumerable<Driver> Drivers(EularMasInputs inputs, GradeResult result) => result.State == GradeState.NotApplicable ? [] : new DriverList()
        .Add(true, HlhCodes.Ferritin, inputs.Ferritin, HlhCodes.MicrogramsPerLitre)
        .Add(LowPlatelets(inputs), HlhCodes.Platelets, inputs.Platelets, HlhCodes.Cells)
        .Add(HighAst(inputs), HlhCodes.Ast, inputs.Ast, HlhCodes.EnzymeUnits)
        .Add(RaisedTriglycerides(inputs), HlhCodes.Triglycerides, inputs.Triglycerides)
        .Add(LowFibrinogen(inputs), HlhCodes.Fibrinogen, inputs.Fibrinogen, HlhCodes.GramsPerLitre);
}
