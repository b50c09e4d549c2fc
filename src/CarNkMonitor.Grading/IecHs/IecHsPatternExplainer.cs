using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Hlh;
using static CarNkMonitor.Grading.IecHs.IecHsFindings;

namespace CarNkMonitor.Grading.IecHs;

/// <summary>What an IEC-HS pattern says of itself.</summary>
sealed class IecHsPatternExplainer() : Explainer<IecHsInputs>(IecHsPattern.Criteria, Scale.Words("NOT_MET", "POSSIBLE", "MET"))
{
    const string AboveLimit = "above_uln";

    public static readonly IecHsPatternExplainer One = new();

    protected override Sentence NotAssessedSentence => IecHsPatternSentence.NotAssessed;

    protected override Sentence Sentence(IecHsInputs inputs, GradeResult result) => IecHsPatternSentence.Of(inputs, result);

    protected override IReadOnlyList<MissingInput> Missing(IecHsInputs inputs, GradeResult result) => IecHsMissing.Of(inputs);

    protected override IEnumerable<string> Flags(IecHsInputs inputs, GradeResult result) => [];

    /// <summary>Ferritin always, because nothing is met without it; of the rest what is present.</summary>
    protected override IEnumerable<Driver> Drivers(IecHsInputs inputs, GradeResult result)
    {
        var cytopenia = LowCounts(inputs);
        return new DriverList()
            .Add(inputs.AlternativeSoleCause, IecHsCodes.AlternativeSoleCause)
            .Add(true, HlhCodes.Ferritin, inputs.Ferritin, HlhCodes.MicrogramsPerLitre)
            .Add(inputs.FerritinRapidRise, IecHsCodes.RapidRise)
            .Add(IsTimely(inputs), IecHsCodes.Timing, inputs.Timing is { } timing ? IecHsCodes.WordOf(timing) : "")
            .Add(HighAst(inputs), HlhCodes.Ast, inputs.Ast, HlhCodes.EnzymeUnits)
            .Add(HighAlt(inputs), HlhCodes.Alt, inputs.Alt, HlhCodes.EnzymeUnits)
            .Add(LowFibrinogen(inputs), HlhCodes.Fibrinogen, inputs.Fibrinogen, HlhCodes.GramsPerLitre)
            .Add(inputs.Hemophagocytosis, HlhCodes.Hemophagocytosis, HlhCodes.Present)
            .Add(cytopenia & LowNeutrophils(inputs), HlhCodes.Neutrophils, inputs.Neutrophils, HlhCodes.Cells)
            .Add(cytopenia & LowPlatelets(inputs), HlhCodes.Platelets, inputs.Platelets, HlhCodes.Cells)
            .Add(cytopenia, IecHsCodes.CytopeniaCourse, inputs.CytopeniaCourse is { } course ? IecHsCodes.WordOf(course) : "")
            .Add(inputs.LdhAboveUln, IecHsCodes.Ldh, AboveLimit)
            .Add(inputs.PtOrApttProlonged, IecHsCodes.Coagulation)
            .Add(inputs.DirectHyperbilirubinemia, IecHsCodes.DirectBilirubin, AboveLimit)
            .Add(inputs.NewSplenomegaly, HlhCodes.Splenomegaly, "new")
            .Add(inputs.NewOrPersistentFever, HlhCodes.Temperature, "new_or_persistent_fever")
            .Add(inputs.Neurotoxicity, IecHsCodes.Neurotoxicity)
            .Add(inputs.PulmonaryManifestation, IecHsCodes.PulmonaryManifestation)
            .Add(inputs.NewRenalInsufficiency, IecHsCodes.RenalInsufficiency)
            .Add(RaisedTriglycerides(inputs), HlhCodes.Triglycerides, inputs.Triglycerides);
    }
}
