using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;
using CarNkMonitor.Grading.Mas;
using static CarNkMonitor.Grading.IecHs.IecHsPattern;

namespace CarNkMonitor.Grading.IecHs;

/// <summary>Which missing inputs the class hangs on. A missing baseline is none of them: the upper limit of normal stands in for it.</summary>
static class IecHsMissing
{
    /// <summary>A limit above every value, <see cref="HighValue"/> as well.</summary>
    const decimal HighLimit = 1_000_000_000_000m;

    /// <summary>A value above every multiple of every limit that can be recorded.</summary>
    const decimal HighValue = 1_000_000_000m;

    /// <summary>A fibrinogen above every possible limit except <see cref="HighLimit"/>.</summary>
    const decimal HighFibrinogen = 1000m;

    static readonly Func<IecHsInputs, object?> Cause = inputs => new IecHsFindings { Unexplained = Tally.Of(IecHsFindings.IsUnexplained(inputs)) };
    static readonly Func<IecHsInputs, object?> Ferritin = inputs => new IecHsFindings { Ferritin = Tally.Of(IecHsFindings.HighFerritin(inputs)) };
    static readonly Func<IecHsInputs, object?> Timing = inputs => new IecHsFindings { Timing = Tally.Of(IecHsFindings.IsTimely(inputs)) };
    static readonly Func<IecHsInputs, object?> Transaminases = inputs => Common(IecHsFindings.HighTransaminases(inputs));
    static readonly Func<IecHsInputs, object?> Fibrinogen = inputs => Common(IecHsFindings.LowFibrinogen(inputs));
    static readonly Func<IecHsInputs, object?> Histology = inputs => Common(inputs.Hemophagocytosis);
    static readonly Func<IecHsInputs, object?> Cytopenia = inputs => Common(IecHsFindings.LowCounts(inputs));
    static readonly Func<IecHsInputs, object?> Ldh = inputs => Other(inputs.LdhAboveUln);
    static readonly Func<IecHsInputs, object?> Coagulation = inputs => Other(inputs.PtOrApttProlonged);
    static readonly Func<IecHsInputs, object?> Bilirubin = inputs => Other(inputs.DirectHyperbilirubinemia);
    static readonly Func<IecHsInputs, object?> Spleen = inputs => Other(inputs.NewSplenomegaly);
    static readonly Func<IecHsInputs, object?> Fever = inputs => Other(inputs.NewOrPersistentFever);
    static readonly Func<IecHsInputs, object?> Neurotoxicity = inputs => Other(inputs.Neurotoxicity);
    static readonly Func<IecHsInputs, object?> Lung = inputs => Other(inputs.PulmonaryManifestation);
    static readonly Func<IecHsInputs, object?> Kidney = inputs => Other(inputs.NewRenalInsufficiency);
    static readonly Func<IecHsInputs, object?> Lipids = inputs => Other(IecHsFindings.RaisedTriglycerides(inputs));

    static readonly Func<IecHsInputs, object?>[] Rows =
    [
        Cause, Ferritin, Timing, Transaminases, Fibrinogen, Histology, Cytopenia, Ldh, Coagulation, Bilirubin, Spleen, Fever, Neurotoxicity, Lung, Kidney,
        Lipids,
    ];

    static readonly Gap<IecHsInputs>[] Gaps =
    [
        new(HlhCodes.Ferritin, Ferritin, inputs => inputs.Ferritin is null, inputs => inputs with { Ferritin = 0 }, inputs => inputs with { Ferritin = HighValue }),
        new(MasCodes.FerritinUln, Ferritin, inputs => inputs.FerritinUln is null,
            inputs => inputs with { FerritinUln = HighLimit }, inputs => inputs with { FerritinUln = 0 }),
        new(IecHsCodes.RapidRise, Ferritin, inputs => inputs.FerritinRapidRise is null,
            inputs => inputs with { FerritinRapidRise = false }, inputs => inputs with { FerritinRapidRise = true }),
        new(IecHsCodes.Timing, Timing, inputs => inputs.Timing is null,
            inputs => inputs with { Timing = IecHsTiming.DuringInitialCrs }, inputs => inputs with { Timing = IecHsTiming.ResolvingOrResolvedCrs }),
        new(HlhCodes.Ast, Transaminases, inputs => inputs.Ast is null, inputs => inputs with { Ast = 0 }, inputs => inputs with { Ast = HighValue }),
        new(MasCodes.AstUln, Transaminases, inputs => inputs.AstUln is null, inputs => inputs with { AstUln = HighLimit }, inputs => inputs with { AstUln = 0 }),
        new(HlhCodes.Alt, Transaminases, inputs => inputs.Alt is null, inputs => inputs with { Alt = 0 }, inputs => inputs with { Alt = HighValue }),
        new(MasCodes.AltUln, Transaminases, inputs => inputs.AltUln is null, inputs => inputs with { AltUln = HighLimit }, inputs => inputs with { AltUln = 0 }),
        new(HlhCodes.Fibrinogen, Fibrinogen, inputs => inputs.Fibrinogen is null,
            inputs => inputs with { Fibrinogen = HighFibrinogen }, inputs => inputs with { Fibrinogen = 0 }),
        new(MasCodes.FibrinogenLln, Fibrinogen, inputs => inputs.FibrinogenLln is null,
            inputs => inputs with { FibrinogenLln = 0 }, inputs => inputs with { FibrinogenLln = HighLimit }),
        new(HlhCodes.Hemophagocytosis, Histology, inputs => inputs.Hemophagocytosis is null,
            inputs => inputs with { Hemophagocytosis = false }, inputs => inputs with { Hemophagocytosis = true }),
        new(HlhCodes.Neutrophils, Cytopenia, inputs => inputs.Neutrophils is null,
            inputs => inputs with { Neutrophils = NeutrophilsBelow }, inputs => inputs with { Neutrophils = 0 }),
        new(HlhCodes.Platelets, Cytopenia, inputs => inputs.Platelets is null,
            inputs => inputs with { Platelets = PlateletsBelow }, inputs => inputs with { Platelets = 0 }),
        new(IecHsCodes.CytopeniaCourse, Cytopenia, inputs => inputs.CytopeniaCourse is null,
            inputs => inputs with { CytopeniaCourse = IecHsCytopeniaCourse.ExpectedStable },
            inputs => inputs with { CytopeniaCourse = IecHsCytopeniaCourse.New }),
        new(IecHsCodes.Ldh, Ldh, inputs => inputs.LdhAboveUln is null,
            inputs => inputs with { LdhAboveUln = false }, inputs => inputs with { LdhAboveUln = true }),
        new(IecHsCodes.Coagulation, Coagulation, inputs => inputs.PtOrApttProlonged is null,
            inputs => inputs with { PtOrApttProlonged = false }, inputs => inputs with { PtOrApttProlonged = true }),
        new(IecHsCodes.DirectBilirubin, Bilirubin, inputs => inputs.DirectHyperbilirubinemia is null,
            inputs => inputs with { DirectHyperbilirubinemia = false }, inputs => inputs with { DirectHyperbilirubinemia = true }),
        new(HlhCodes.Splenomegaly, Spleen, inputs => inputs.NewSplenomegaly is null,
            inputs => inputs with { NewSplenomegaly = false }, inputs => inputs with { NewSplenomegaly = true }),
        new(HlhCodes.Temperature, Fever, inputs => inputs.NewOrPersistentFever is null,
            inputs => inputs with { NewOrPersistentFever = false }, inputs => inputs with { NewOrPersistentFever = true }),
        new(IecHsCodes.Neurotoxicity, Neurotoxicity, inputs => inputs.Neurotoxicity is null,
            inputs => inputs with { Neurotoxicity = false }, inputs => inputs with { Neurotoxicity = true }),
        new(IecHsCodes.PulmonaryManifestation, Lung, inputs => inputs.PulmonaryManifestation is null,
            inputs => inputs with { PulmonaryManifestation = false }, inputs => inputs with { PulmonaryManifestation = true }),
        new(IecHsCodes.RenalInsufficiency, Kidney, inputs => inputs.NewRenalInsufficiency is null,
            inputs => inputs with { NewRenalInsufficiency = false }, inputs => inputs with { NewRenalInsufficiency = true }),
        new(HlhCodes.Triglycerides, Lipids, inputs => inputs.Triglycerides is null,
            inputs => inputs with { Triglycerides = Triglycerides.InMmolPerL(0) },
            inputs => inputs with { Triglycerides = Triglycerides.InMmolPerL(TriglyceridesFromMmolPerL) }),
        new(HlhCodes.Fasting, Lipids, inputs => inputs.TriglyceridesFasting is null,
            inputs => inputs with { TriglyceridesFasting = false }, inputs => inputs with { TriglyceridesFasting = true }),
        new(IecHsCodes.AlternativeSoleCause, Cause, inputs => inputs.AlternativeSoleCause is null,
            inputs => inputs with { AlternativeSoleCause = true }, inputs => inputs with { AlternativeSoleCause = false }),
    ];

    public static IReadOnlyList<MissingInput> Of(IecHsInputs inputs) =>
        MissingSums.Of<IecHsInputs, IecHsFindings>(inputs, Rows, Gaps, findings => findings.Classes);

    static IecHsFindings Common(bool? finding) => new() { Common = Tally.Of(finding) };

    static IecHsFindings Other(bool? finding) => new() { Other = Tally.Of(finding) };
}
