using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;

namespace CarNkMonitor.Grading.Mas;

/// <summary>Which missing inputs the level hangs on. Cells follow the limits in force.</summary>
static class MasSignalMissing
{
    /// <summary>A limit, or an earlier value, above every value, <see cref="HighValue"/> as well.</summary>
    const decimal HighLimit = 1_000_000_000_000m;

    /// <summary>A value above every multiple of every limit that can be recorded.</summary>
    const decimal HighValue = 1_000_000_000m;

    /// <summary>As good as the limit itself, on the other side of it.</summary>
    const decimal Hair = 0.000001m;

    static readonly Func<MasSignalInputs, object?> Fever = inputs => MasSignalFindings.Fever(inputs);
    static readonly Func<MasSignalInputs, object?> Ferritin = inputs => MasSignalFindings.Ferritin(inputs);
    static readonly Func<MasSignalInputs, object?> Cytopenia = inputs => MasSignalFindings.LowCounts(inputs);
    static readonly Func<MasSignalInputs, object?> Organ = inputs => MasSignalFindings.Organ(inputs);

    static readonly Gap<MasSignalInputs>[] Gaps =
    [
        new(HlhCodes.Ferritin, Ferritin, inputs => inputs.Ferritin is null,
            inputs => inputs with { Ferritin = 0 },
            // Only the rate can raise it here, and nothing higher is so.
            inputs => inputs with { Ferritin = HighestNotModerate(inputs) },
            // Moderate by its level, and of all such values the least likely to be rapid.
            inputs => inputs with { Ferritin = inputs.Thresholds.FerritinModerateFrom },
            // If this is neither moderate nor rapid, no lower value is.
            inputs => inputs with { Ferritin = inputs.Thresholds.FerritinStrongFrom - Hair },
            inputs => inputs with { Ferritin = inputs.Thresholds.FerritinStrongFrom }),
        new(MasCodes.FerritinBaseline, Ferritin, inputs => inputs.FerritinBaseline is null,
            inputs => inputs with { FerritinBaseline = HighLimit }, inputs => inputs with { FerritinBaseline = 0 }),
        // Value and interval are one sample. The shortest interval is the fastest rise.
        new(MasCodes.FerritinPrevious, Ferritin, inputs => inputs.FerritinPrevious is null || inputs.FerritinIntervalHours is null,
            inputs => inputs with
            {
                FerritinPrevious = inputs.FerritinPrevious ?? HighLimit,
                FerritinIntervalHours = inputs.FerritinIntervalHours ?? inputs.Thresholds.RapidIntervalUpToHours + 1,
            },
            inputs => inputs with
            {
                FerritinPrevious = inputs.FerritinPrevious ?? 0,
                FerritinIntervalHours = inputs.FerritinIntervalHours ?? inputs.Thresholds.RapidIntervalFromHours,
            }),
        new(HlhCodes.Temperature, Fever, inputs => inputs.FeverWindows is null || inputs.FeverIsRecrudescent is null,
            inputs => inputs with
            {
                FeverWindows = inputs.FeverWindows ?? 0, FeverIsRecrudescent = inputs.FeverIsRecrudescent ?? false,
            },
            inputs => inputs with
            {
                FeverWindows = inputs.FeverWindows ?? inputs.Thresholds.FeverWindowsFrom, FeverIsRecrudescent = inputs.FeverIsRecrudescent ?? true,
            }),
        new(MasCodes.MaskingReviewed, Fever, inputs => inputs.FeverMayBeMasked is null,
            inputs => inputs with { FeverMayBeMasked = false }, inputs => inputs with { FeverMayBeMasked = true }),
        new(HlhCodes.Neutrophils, Cytopenia, inputs => inputs.Neutrophils is null,
            inputs => inputs with { Neutrophils = inputs.Thresholds.NeutrophilsBelow }, inputs => inputs with { Neutrophils = 0 }),
        new(HlhCodes.Platelets, Cytopenia, inputs => inputs.Platelets is null,
            inputs => inputs with { Platelets = inputs.Thresholds.PlateletsBelow }, inputs => inputs with { Platelets = 0 }),
        new(HlhCodes.Hemoglobin, Cytopenia, inputs => inputs.Hemoglobin is null,
            inputs => inputs with { Hemoglobin = inputs.Thresholds.HemoglobinBelow }, inputs => inputs with { Hemoglobin = 0 }),
        new(MasCodes.Infusion, Cytopenia, inputs => inputs.RecoveryDay is null,
            inputs => inputs with { RecoveryDay = inputs.Thresholds.BeyondConditioningFromDay - 1 },
            inputs => inputs with { RecoveryDay = inputs.Thresholds.BeyondConditioningFromDay }),
        new(MasCodes.SecondFall, Cytopenia, inputs => inputs.SecondFall is null,
            inputs => inputs with { SecondFall = false }, inputs => inputs with { SecondFall = true }),
        new(HlhCodes.Fibrinogen, Organ, inputs => inputs.Fibrinogen is null,
            inputs => inputs with { Fibrinogen = inputs.Thresholds.FibrinogenBelow }, inputs => inputs with { Fibrinogen = 0 }),
        new(HlhCodes.Ast, Organ, inputs => inputs.Ast is null, inputs => inputs with { Ast = 0 }, inputs => inputs with { Ast = HighValue }),
        new(MasCodes.AstUln, Organ, inputs => inputs.AstUln is null, inputs => inputs with { AstUln = HighLimit }, inputs => inputs with { AstUln = 0 }),
        new(HlhCodes.Alt, Organ, inputs => inputs.Alt is null, inputs => inputs with { Alt = 0 }, inputs => inputs with { Alt = HighValue }),
        new(MasCodes.AltUln, Organ, inputs => inputs.AltUln is null, inputs => inputs with { AltUln = HighLimit }, inputs => inputs with { AltUln = 0 }),
        new(HlhCodes.Triglycerides, Organ, inputs => inputs.Triglycerides is null,
            inputs => inputs with { Triglycerides = Triglycerides.InMmolPerL(0) },
            inputs => inputs with { Triglycerides = Triglycerides.InMmolPerL(inputs.Thresholds.TriglyceridesFromMmolPerL) }),
        new(HlhCodes.Fasting, Organ, inputs => inputs.TriglyceridesFasting is null,
            inputs => inputs with { TriglyceridesFasting = false }, inputs => inputs with { TriglyceridesFasting = true }),
    ];

    public static IReadOnlyList<MissingInput> Of(MasSignalInputs inputs) => MissingSearch.Of(inputs, Gaps, MasSignalGrader.RangeOf);

    static decimal HighestNotModerate(MasSignalInputs inputs)
    {
        var (limits, byLevel) = (inputs.Thresholds, inputs.Thresholds.FerritinModerateFrom - Hair);
        return inputs.FerritinBaseline is { Comparator: not Comparator.Below } baseline
            ? Math.Max(byLevel, Math.Min(limits.FerritinAboveBaseline * baseline.Value, limits.FerritinStrongFrom - Hair))
            : byLevel;
    }
}
