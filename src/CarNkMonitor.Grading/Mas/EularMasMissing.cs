using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;
using static CarNkMonitor.Grading.Mas.EularMas;

namespace CarNkMonitor.Grading.Mas;

/// <summary>Which missing inputs the count, or the call, hangs on.</summary>
static class EularMasMissing
{
    static readonly Func<EularMasInputs, object?> Fever = inputs => inputs.IsFebrile;
    static readonly Func<EularMasInputs, object?> Ferritin = inputs => EularMasFindings.Ferritin(inputs);
    static readonly Func<EularMasInputs, object?> Platelets = inputs => EularMasFindings.LowPlatelets(inputs);
    static readonly Func<EularMasInputs, object?> Ast = inputs => EularMasFindings.HighAst(inputs);
    static readonly Func<EularMasInputs, object?> Lipids = inputs => EularMasFindings.RaisedTriglycerides(inputs);
    static readonly Func<EularMasInputs, object?> Fibrinogen = inputs => EularMasFindings.LowFibrinogen(inputs);

    static readonly Gap<EularMasInputs>[] Gaps =
    [
        new(HlhCodes.Temperature, Fever, inputs => inputs.IsFebrile is null,
            inputs => inputs with { IsFebrile = false }, inputs => inputs with { IsFebrile = true }),
        new(HlhCodes.Ferritin, Ferritin, inputs => inputs.Ferritin is null,
            inputs => inputs with { Ferritin = FerritinAbove }, inputs => inputs with { Ferritin = FerritinAbove + 1 }),
        new(HlhCodes.Platelets, Platelets, inputs => inputs.Platelets is null,
            inputs => inputs with { Platelets = PlateletsUpTo + 1 }, inputs => inputs with { Platelets = PlateletsUpTo }),
        new(HlhCodes.Ast, Ast, inputs => inputs.Ast is null,
            inputs => inputs with { Ast = AstAbove }, inputs => inputs with { Ast = AstAbove + 1 }),
        new(HlhCodes.Triglycerides, Lipids, inputs => inputs.Triglycerides is null,
            inputs => inputs with { Triglycerides = Triglycerides.InMgPerDL(TriglyceridesAboveMgPerDL) },
            inputs => inputs with { Triglycerides = Triglycerides.InMgPerDL(TriglyceridesAboveMgPerDL + 1) }),
        new(HlhCodes.Fibrinogen, Fibrinogen, inputs => inputs.Fibrinogen is null,
            inputs => inputs with { Fibrinogen = FibrinogenUpTo + 1 }, inputs => inputs with { Fibrinogen = FibrinogenUpTo }),
    ];

    public static IReadOnlyList<MissingInput> OfCount(EularMasInputs inputs) =>
        MissingSearch.Of(inputs, Gaps, completed => EularMasFindings.Count(completed).Bounds);

    public static IReadOnlyList<MissingInput> OfCall(EularMasInputs inputs) =>
        MissingSearch.Of(inputs, Gaps, completed => Tally.Of(EularMasFindings.IsMet(completed)).Bounds);
}
