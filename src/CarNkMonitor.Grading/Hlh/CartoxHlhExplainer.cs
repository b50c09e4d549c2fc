using CarNkMonitor.Grading.Explanations;
using static CarNkMonitor.Grading.Hlh.CartoxHlhFindings;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>What CARTOX HLH/MAS results, the count and the call, say of themselves.</summary>
sealed class CartoxHlhExplainer(Scale scale, Func<CartoxHlhInputs, IReadOnlyList<MissingInput>> missing)
    : Explainer<CartoxHlhInputs>(CartoxHlh.Criteria, scale)
{
    public static readonly CartoxHlhExplainer Count = new(Scale.Numbers(0, CartoxHlh.Items), CartoxHlhMissing.OfCount);
    public static readonly CartoxHlhExplainer Call = new(Scale.Call, CartoxHlhMissing.OfCall);

    protected override Sentence NotAssessedSentence => CartoxHlhSentence.NotAssessed;

    protected override Sentence Sentence(CartoxHlhInputs inputs, GradeResult result) => CartoxHlhSentence.Of(inputs);

    protected override IReadOnlyList<MissingInput> Missing(CartoxHlhInputs inputs, GradeResult result) => missing(inputs);

    protected override IEnumerable<string> Flags(CartoxHlhInputs inputs, GradeResult result) => [];

    /// <summary>Ferritin always, because nothing is met without it; of the items those that are present.</summary>
    protected override IEnumerable<Driver> Drivers(CartoxHlhInputs inputs, GradeResult result) => new DriverList()
        .Add(true, HlhCodes.Ferritin, inputs.FerritinPeak, HlhCodes.MicrogramsPerLitre)
        .Add(HighBilirubin(inputs), HlhCodes.Bilirubin, inputs.Bilirubin, "mg/dL")
        .Add(HighAst(inputs), HlhCodes.Ast, inputs.Ast, HlhCodes.EnzymeUnits)
        .Add(HighAlt(inputs), HlhCodes.Alt, inputs.Alt, HlhCodes.EnzymeUnits)
        .Add(Oliguria(inputs), HlhCodes.Oliguria, inputs.OliguriaGrade, HlhCodes.Points)
        .Add(HighCreatinine(inputs), HlhCodes.Creatinine, inputs.Creatinine, "mg/dL")
        .Add(Lung(inputs), HlhCodes.PulmonaryEdema, inputs.PulmonaryEdemaGrade, HlhCodes.Points)
        .Add(inputs.Hemophagocytosis, HlhCodes.Hemophagocytosis, HlhCodes.Present);
}
