using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Mas;

namespace CarNkMonitor.Grading.Tests.Mas;

/// <summary>Records for the tests of the MAS signal.</summary>
static class SomeMas
{
    /// <summary>Everything known, no component: day 10 of an uncomplicated course.</summary>
    public static readonly MasSignalInputs Clear = new()
    {
        RecoveryDay = 10, FeverWindows = 0, FeverIsRecrudescent = false, FeverMayBeMasked = false, Ferritin = 800m, FerritinPrevious = 780m,
        FerritinIntervalHours = 24m, FerritinBaseline = 600m, Neutrophils = 0.2m, Platelets = 60m, Hemoglobin = 85m, SecondFall = false, Fibrinogen = 3.5m,
        Ast = 30m, AstUln = 40m, Alt = 30m, AltUln = 45m, Triglycerides = Triglycerides.InMmolPerL(1.5m), TriglyceridesFasting = true,
    };

    public static MasSignalInputs Fever(MasSignalInputs inputs) => inputs with { FeverWindows = 3 };

    public static MasSignalInputs Cytopenia(MasSignalInputs inputs) => inputs with { RecoveryDay = 20 };

    public static MasSignalInputs Organ(MasSignalInputs inputs) => inputs with { Fibrinogen = 1.2m };

    public static MasSignalInputs Strong(MasSignalInputs inputs) => inputs with { Ferritin = 12_000m, FerritinPrevious = 11_900m };

    public static MasSignalInputs Moderate(MasSignalInputs inputs) => inputs with { Ferritin = 4000m, FerritinPrevious = 3900m };

    public static MasSignalInputs Rapid(MasSignalInputs inputs) => inputs with { Ferritin = 2000m, FerritinPrevious = 1000m };

    const decimal Far = 1_000_000_000m;

    static readonly Field<MasSignalInputs>[] Fields =
    [
        new("ferritin", one => one.Ferritin is null, one => one with { Ferritin = null },
            [.. new[] { 0m, 999m, 1000m, 1500m, 2999m, 3000m, 9999m, 10_000m, 90_000m }.Select(value => (Func<MasSignalInputs, MasSignalInputs>)(one => one with { Ferritin = value }))],
            one => one with { Ferritin = new(2000m, Comparator.Above) }, one => one with { Ferritin = new(3000m, Comparator.Below) }, one => one with { Ferritin = new(40_000m, Comparator.Above) }),
        new("ferritin_baseline", one => one.FerritinBaseline is null, one => one with { FerritinBaseline = null },
            [one => one with { FerritinBaseline = Far }, one => one with { FerritinBaseline = 1500m }, one => one with { FerritinBaseline = 600m }, one => one with { FerritinBaseline = 0m }],
            one => one with { FerritinBaseline = new(1499m, Comparator.Below) }, one => one with { FerritinBaseline = new(2000m, Comparator.Above) }),
        new("ferritin_previous", one => one.FerritinPrevious is null || one.FerritinIntervalHours is null, one => one with { FerritinPrevious = null, FerritinIntervalHours = null },
            [
                one => one with { FerritinPrevious = one.FerritinPrevious ?? Far, FerritinIntervalHours = one.FerritinIntervalHours ?? 100m },
                one => one with { FerritinPrevious = one.FerritinPrevious ?? 1100m, FerritinIntervalHours = one.FerritinIntervalHours ?? 24m },
                one => one with { FerritinPrevious = one.FerritinPrevious ?? 0.001m, FerritinIntervalHours = one.FerritinIntervalHours ?? 6m },
            ],
            one => one with { FerritinPrevious = new(750m, Comparator.Below), FerritinIntervalHours = 48m }, one => one with { FerritinPrevious = new(700m, Comparator.Above), FerritinIntervalHours = 48m }),
        new("temperature", one => one.FeverWindows is null || one.FeverIsRecrudescent is null, one => one with { FeverWindows = null, FeverIsRecrudescent = null },
            [
                one => one with { FeverWindows = one.FeverWindows ?? 2, FeverIsRecrudescent = one.FeverIsRecrudescent ?? false },
                one => one with { FeverWindows = one.FeverWindows ?? 3, FeverIsRecrudescent = one.FeverIsRecrudescent ?? true },
            ]),
        new("masking_drugs_reviewed", one => one.FeverMayBeMasked is null, one => one with { FeverMayBeMasked = null },
            [one => one with { FeverMayBeMasked = false }, one => one with { FeverMayBeMasked = true }]),
        new("anc", one => one.Neutrophils is null, one => one with { Neutrophils = null },
            [one => one with { Neutrophils = 1m }, one => one with { Neutrophils = 0.99m }], one => one with { Neutrophils = new(0.1m, Comparator.Below) }),
        new("platelets", one => one.Platelets is null, one => one with { Platelets = null },
            [one => one with { Platelets = 100m }, one => one with { Platelets = 99m }], one => one with { Platelets = new(120m, Comparator.Below) }),
        new("hgb", one => one.Hemoglobin is null, one => one with { Hemoglobin = null },
            [one => one with { Hemoglobin = 90m }, one => one with { Hemoglobin = 89m }]),
        new("infusion", one => one.RecoveryDay is null, one => one with { RecoveryDay = null },
            [one => one with { RecoveryDay = -3 }, one => one with { RecoveryDay = 14 }, one => one with { RecoveryDay = 15 }]),
        new("second_fall", one => one.SecondFall is null, one => one with { SecondFall = null },
            [one => one with { SecondFall = false }, one => one with { SecondFall = true }]),
        new("fibrinogen", one => one.Fibrinogen is null, one => one with { Fibrinogen = null },
            [one => one with { Fibrinogen = 1.5m }, one => one with { Fibrinogen = 1.49m }], one => one with { Fibrinogen = new(2m, Comparator.Below) }),
        new("ast", one => one.Ast is null, one => one with { Ast = null },
            [one => one with { Ast = 0m }, one => one with { Ast = 200m }, one => one with { Ast = 201m }, one => one with { Ast = 900m }])
        { Extremes = [one => one with { Ast = Far }] },
        new("ast_uln", one => one.AstUln is null, one => one with { AstUln = null },
            [one => one with { AstUln = 300m }, one => one with { AstUln = 40m }, one => one with { AstUln = 0m }])
        { Extremes = [one => one with { AstUln = Far * 1000 }] },
        new("alt", one => one.Alt is null, one => one with { Alt = null },
            [one => one with { Alt = 0m }, one => one with { Alt = 201m }, one => one with { Alt = 900m }])
        { Extremes = [one => one with { Alt = Far }] },
        new("alt_uln", one => one.AltUln is null, one => one with { AltUln = null },
            [one => one with { AltUln = 300m }, one => one with { AltUln = 40m }, one => one with { AltUln = 0m }])
        { Extremes = [one => one with { AltUln = Far * 1000 }] },
        new("triglycerides", one => one.Triglycerides is null, one => one with { Triglycerides = null },
            [one => one with { Triglycerides = Triglycerides.InMmolPerL(2.99m) }, one => one with { Triglycerides = Triglycerides.InMgPerDL(265m) }],
            one => one with { Triglycerides = Triglycerides.InMmolPerL(new(4m, Comparator.Below)) }),
        new("fasting_sample", one => one.TriglyceridesFasting is null, one => one with { TriglyceridesFasting = null },
            [one => one with { TriglyceridesFasting = true }, one => one with { TriglyceridesFasting = false }]),
    ];

    static readonly Func<MasSignalInputs, MasSignalInputs>[] Intervals =
    [
        one => one, one => one, one => one with { FerritinIntervalHours = null }, one => one with { FerritinPrevious = null }, one => one with { FerritinIntervalHours = 5.9m },
        one => one with { FerritinIntervalHours = 6m }, one => one with { FerritinIntervalHours = 72m }, one => one with { FerritinIntervalHours = 72.1m },
    ];

    static readonly Func<MasSignalInputs, MasSignalInputs>[] Fevers =
        [one => one, one => one, one => one, one => one with { FeverWindows = null }, one => one with { FeverIsRecrudescent = null }];

    /// <param name="codes">Fields that are left out, at their value in <see cref="Clear"/> or chosen at random.</param>
    public static TableLaws<MasSignalInputs> LawsBut(params string[] codes) =>
        new(new MasSignalInputs(), [.. Fields.Where(field => !codes.Contains(field.Code))], [Intervals, Fevers], MasSignalGrader.Grade);

    /// <summary>An earlier ferritin that is only a limit lets a value fall where neither side is certain: not a cell, so left out of the search for missing inputs.</summary>
    public static readonly TableLaws<MasSignalInputs> LawsOfExactValues =
        new(new MasSignalInputs(), [.. Fields.Select(field => field with { Bounds = [] })], [Intervals, Fevers], MasSignalGrader.Grade);
}
