using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.IecHs;

namespace CarNkMonitor.Grading.Tests.IecHs;

/// <summary>Records for the tests of IEC-HS.</summary>
static class SomeIecHs
{
    const decimal Far = 1_000_000_000m;

    /// <summary>Everything known: ferritin and timing present, no further item.</summary>
    public static readonly IecHsInputs Clear = new()
    {
        Ferritin = 12_000m, FerritinUln = 300m, FerritinBaseline = 900m, FerritinRapidRise = false, Timing = IecHsTiming.ResolvingOrResolvedCrs,
        Ast = 45m, AstUln = 40m, AstBaseline = 30m, Alt = 40m, AltUln = 45m, AltBaseline = 30m, Fibrinogen = 2.8m, FibrinogenLln = 1.8m, Hemophagocytosis = false,
        Neutrophils = 1.6m, Platelets = 90m, CytopeniaCourse = IecHsCytopeniaCourse.ExpectedStable, LdhAboveUln = false, PtOrApttProlonged = false,
        DirectHyperbilirubinemia = false, NewSplenomegaly = false, NewOrPersistentFever = false, Neurotoxicity = false, PulmonaryManifestation = false,
        NewRenalInsufficiency = false, Triglycerides = Triglycerides.InMmolPerL(1.6m), TriglyceridesFasting = true, AlternativeSoleCause = false,
    };

    /// <summary>Common criteria 2 to 5.</summary>
    public static readonly Func<IecHsInputs, IecHsInputs>[] Common =
    [
        inputs => inputs with { Ast = 240m },
        inputs => inputs with { Fibrinogen = 1.2m },
        inputs => inputs with { Hemophagocytosis = true },
        inputs => inputs with { Neutrophils = 0.3m, CytopeniaCourse = IecHsCytopeniaCourse.Worsening },
    ];

    /// <summary>Other manifestations, in the printed order.</summary>
    public static readonly Func<IecHsInputs, IecHsInputs>[] Other =
    [
        inputs => inputs with { LdhAboveUln = true },
        inputs => inputs with { PtOrApttProlonged = true },
        inputs => inputs with { DirectHyperbilirubinemia = true },
        inputs => inputs with { NewSplenomegaly = true },
        inputs => inputs with { NewOrPersistentFever = true },
        inputs => inputs with { Neurotoxicity = true },
        inputs => inputs with { PulmonaryManifestation = true },
        inputs => inputs with { NewRenalInsufficiency = true },
        inputs => inputs with { Triglycerides = Triglycerides.InMmolPerL(3.4m) },
    ];

    /// <summary>The pattern, with two common criteria.</summary>
    public static readonly IecHsInputs Met = Common[1](Common[0](Clear));

    static Field<IecHsInputs> Flag(string code, Func<IecHsInputs, bool?> value, Func<IecHsInputs, bool?, IecHsInputs> with, bool worse = true) =>
        new(code, one => value(one) is null, one => with(one, null), [one => with(one, !worse), one => with(one, worse)]);

    static readonly Field<IecHsInputs>[] Fields =
    [
        new("ferritin", one => one.Ferritin is null, one => one with { Ferritin = null },
            [one => one with { Ferritin = 0m }, one => one with { Ferritin = 600m }, one => one with { Ferritin = 601m }, one => one with { Ferritin = 1801m }, one => one with { Ferritin = 90_000m }],
            one => one with { Ferritin = new(700m, Comparator.Above) }, one => one with { Ferritin = new(700m, Comparator.Below) })
        { Extremes = [one => one with { Ferritin = Far }] },
        new("ferritin_uln", one => one.FerritinUln is null, one => one with { FerritinUln = null },
            [one => one with { FerritinUln = 500m }, one => one with { FerritinUln = 300m }, one => one with { FerritinUln = 0m }])
        { Extremes = [one => one with { FerritinUln = Far * 1000 }] },
        Flag("ferritin_rapid_rise_clinical", one => one.FerritinRapidRise, (one, value) => one with { FerritinRapidRise = value }),
        new("iechs_timing", one => one.Timing is null, one => one with { Timing = null },
            [.. Enum.GetValues<IecHsTiming>().Select(value => (Func<IecHsInputs, IecHsInputs>)(one => one with { Timing = value }))]),
        new("ast", one => one.Ast is null, one => one with { Ast = null },
            [one => one with { Ast = 0m }, one => one with { Ast = 200m }, one => one with { Ast = 201m }, one => one with { Ast = 900m }], one => one with { Ast = new(300m, Comparator.Below) })
        { Extremes = [one => one with { Ast = Far }] },
        new("ast_uln", one => one.AstUln is null, one => one with { AstUln = null },
            [one => one with { AstUln = 300m }, one => one with { AstUln = 40m }, one => one with { AstUln = 0m }])
        { Extremes = [one => one with { AstUln = Far * 1000 }] },
        new("alt", one => one.Alt is null, one => one with { Alt = null },
            [one => one with { Alt = 0m }, one => one with { Alt = 201m }, one => one with { Alt = 900m }], one => one with { Alt = new(100m, Comparator.Above) })
        { Extremes = [one => one with { Alt = Far }] },
        new("alt_uln", one => one.AltUln is null, one => one with { AltUln = null },
            [one => one with { AltUln = 300m }, one => one with { AltUln = 40m }, one => one with { AltUln = 0m }])
        { Extremes = [one => one with { AltUln = Far * 1000 }] },
        new("fibrinogen", one => one.Fibrinogen is null, one => one with { Fibrinogen = null },
            [one => one with { Fibrinogen = 5m }, one => one with { Fibrinogen = 1.79m }, one => one with { Fibrinogen = 1.49m }], one => one with { Fibrinogen = new(2m, Comparator.Below) })
        { Extremes = [one => one with { Fibrinogen = 1000m }] },
        new("fibrinogen_lln", one => one.FibrinogenLln is null, one => one with { FibrinogenLln = null },
            [one => one with { FibrinogenLln = 0m }, one => one with { FibrinogenLln = 1.8m }, one => one with { FibrinogenLln = 20m }])
        { Extremes = [one => one with { FibrinogenLln = Far }] },
        Flag("hemophagocytosis", one => one.Hemophagocytosis, (one, value) => one with { Hemophagocytosis = value }),
        new("anc", one => one.Neutrophils is null, one => one with { Neutrophils = null },
            [one => one with { Neutrophils = 0.5m }, one => one with { Neutrophils = 0.49m }], one => one with { Neutrophils = new(0.1m, Comparator.Below) }),
        new("platelets", one => one.Platelets is null, one => one with { Platelets = null },
            [one => one with { Platelets = 25m }, one => one with { Platelets = 24m }], one => one with { Platelets = new(30m, Comparator.Below) }),
        new("cytopenia_course", one => one.CytopeniaCourse is null, one => one with { CytopeniaCourse = null },
            [.. Enum.GetValues<IecHsCytopeniaCourse>().Select(value => (Func<IecHsInputs, IecHsInputs>)(one => one with { CytopeniaCourse = value }))]),
        Flag("ldh", one => one.LdhAboveUln, (one, value) => one with { LdhAboveUln = value }),
        Flag("pt_or_aptt_prolonged", one => one.PtOrApttProlonged, (one, value) => one with { PtOrApttProlonged = value }),
        Flag("bilirubin_direct", one => one.DirectHyperbilirubinemia, (one, value) => one with { DirectHyperbilirubinemia = value }),
        Flag("splenomegaly", one => one.NewSplenomegaly, (one, value) => one with { NewSplenomegaly = value }),
        Flag("temperature", one => one.NewOrPersistentFever, (one, value) => one with { NewOrPersistentFever = value }),
        Flag("neurotoxicity", one => one.Neurotoxicity, (one, value) => one with { Neurotoxicity = value }),
        Flag("pulmonary_manifestation", one => one.PulmonaryManifestation, (one, value) => one with { PulmonaryManifestation = value }),
        Flag("renal_insufficiency_new", one => one.NewRenalInsufficiency, (one, value) => one with { NewRenalInsufficiency = value }),
        new("triglycerides", one => one.Triglycerides is null, one => one with { Triglycerides = null },
            [one => one with { Triglycerides = Triglycerides.InMmolPerL(2.99m) }, one => one with { Triglycerides = Triglycerides.InMgPerDL(266m) }],
            one => one with { Triglycerides = Triglycerides.InMmolPerL(new(4m, Comparator.Below)) }),
        new("fasting_sample", one => one.TriglyceridesFasting is null, one => one with { TriglyceridesFasting = null },
            [one => one with { TriglyceridesFasting = true }, one => one with { TriglyceridesFasting = false }]),
        Flag("alternative_sole_cause", one => one.AlternativeSoleCause, (one, value) => one with { AlternativeSoleCause = value }, worse: false),
    ];

    /// <summary>A baseline that is missing is not unknown: the upper limit of normal stands in for it (specification 3.2).</summary>
    static readonly Func<IecHsInputs, IecHsInputs>[] Baselines =
    [
        one => one, one => one with { FerritinBaseline = 200m, AstBaseline = 30m, AltBaseline = 30m }, one => one with { FerritinBaseline = 900m, AstBaseline = 100m },
        one => one with { FerritinBaseline = new(350m, Comparator.Below), AltBaseline = new(60m, Comparator.Above) },
    ];

    /// <param name="codes">Fields that are left out.</param>
    public static TableLaws<IecHsInputs> LawsBut(params string[] codes) =>
        new(new IecHsInputs(), [.. Fields.Where(field => !codes.Contains(field.Code))], [Baselines], IecHsPatternGrader.Grade);

    /// <summary>A baseline that is only a limit lets a value fall where neither side is certain: not a cell of the table, so left out of the search for missing inputs.</summary>
    public static readonly TableLaws<IecHsInputs> LawsOfExactBaselines = new(new IecHsInputs(), Fields, [Baselines[..3]], IecHsPatternGrader.Grade);
}
