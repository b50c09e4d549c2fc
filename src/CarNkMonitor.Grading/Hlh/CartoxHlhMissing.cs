using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;
using static CarNkMonitor.Grading.Hlh.CartoxHlh;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>Which missing inputs the count, or the call, hangs on.</summary>
static class CartoxHlhMissing
{
    static readonly Func<CartoxHlhInputs, object?> Ferritin = inputs => CartoxHlhFindings.Ferritin(inputs);
    static readonly Func<CartoxHlhInputs, object?> Liver = inputs => CartoxHlhFindings.Liver(inputs);
    static readonly Func<CartoxHlhInputs, object?> Kidney = inputs => CartoxHlhFindings.Kidney(inputs);
    static readonly Func<CartoxHlhInputs, object?> Lung = inputs => CartoxHlhFindings.Lung(inputs);
    static readonly Func<CartoxHlhInputs, object?> Histology = inputs => inputs.Hemophagocytosis;

    static readonly Gap<CartoxHlhInputs>[] Gaps =
    [
        new(HlhCodes.Ferritin, Ferritin, inputs => inputs.FerritinPeak is null,
            inputs => inputs with { FerritinPeak = FerritinAbove }, inputs => inputs with { FerritinPeak = FerritinAbove + 1 }),
        new(HlhCodes.Bilirubin, Liver, inputs => inputs.Bilirubin is null,
            inputs => inputs with { Bilirubin = new Multiple(BilirubinAbove) }, inputs => inputs with { Bilirubin = new Multiple(BilirubinAbove + 1) }),
        new(HlhCodes.Ast, Liver, inputs => inputs.Ast is null,
            inputs => inputs with { Ast = new Multiple(TransaminaseAbove) }, inputs => inputs with { Ast = new Multiple(TransaminaseAbove + 1) }),
        new(HlhCodes.Alt, Liver, inputs => inputs.Alt is null,
            inputs => inputs with { Alt = new Multiple(TransaminaseAbove) }, inputs => inputs with { Alt = new Multiple(TransaminaseAbove + 1) }),
        new(HlhCodes.Oliguria, Kidney, inputs => inputs.OliguriaGrade is null,
            inputs => inputs with { OliguriaGrade = 0 }, inputs => inputs with { OliguriaGrade = OrganGradeFrom }),
        new(HlhCodes.Creatinine, Kidney, inputs => inputs.Creatinine is null,
            inputs => inputs with { Creatinine = new Multiple(CreatinineAbove) }, inputs => inputs with { Creatinine = new Multiple(CreatinineAbove + 1) }),
        new(HlhCodes.PulmonaryEdema, Lung, inputs => inputs.PulmonaryEdemaGrade is null,
            inputs => inputs with { PulmonaryEdemaGrade = 0 }, inputs => inputs with { PulmonaryEdemaGrade = OrganGradeFrom }),
        new(HlhCodes.Hemophagocytosis, Histology, inputs => inputs.Hemophagocytosis is null,
            inputs => inputs with { Hemophagocytosis = false }, inputs => inputs with { Hemophagocytosis = true }),
    ];

    public static IReadOnlyList<MissingInput> OfCount(CartoxHlhInputs inputs) =>
        MissingSearch.Of(inputs, Gaps, completed => CartoxHlhFindings.Count(completed).Bounds);

    public static IReadOnlyList<MissingInput> OfCall(CartoxHlhInputs inputs) =>
        MissingSearch.Of(inputs, Gaps, completed => Tally.Of(CartoxHlhFindings.IsMet(completed)).Bounds);
}
