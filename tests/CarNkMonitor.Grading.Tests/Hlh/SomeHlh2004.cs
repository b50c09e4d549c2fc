using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;

namespace CarNkMonitor.Grading.Tests.Hlh;

/// <summary>Records for the tests of HLH-2004.</summary>
static class SomeHlh2004
{
    /// <summary>Everything known, nothing abnormal.</summary>
    public static readonly Hlh2004Inputs Clear = new()
    {
        AgeWeeks = 2800, TemperatureMax = 37m, Splenomegaly = false, Hemoglobin = 110m, Platelets = 160m, Neutrophils = 2.5m,
        Triglycerides = Triglycerides.InMmolPerL(1.5m), TriglyceridesFasting = true, Fibrinogen = 3m, Hemophagocytosis = false, NkActivity = NkActivity.Normal,
        Ferritin = 250m, SolubleCd25 = 900m,
    };

    /// <summary>Each of the eight criteria, in the printed order.</summary>
    public static readonly Func<Hlh2004Inputs, Hlh2004Inputs>[] Criteria =
    [
        inputs => inputs with { TemperatureMax = 39m },
        inputs => inputs with { Splenomegaly = true },
        inputs => inputs with { Hemoglobin = 70m, Platelets = 20m },
        inputs => inputs with { Fibrinogen = 1m },
        inputs => inputs with { Hemophagocytosis = true },
        inputs => inputs with { NkActivity = NkActivity.LowOrAbsent },
        inputs => inputs with { Ferritin = 20_000m },
        inputs => inputs with { SolubleCd25 = 9000m },
    ];

    static readonly Field<Hlh2004Inputs>[] Fields =
    [
        new("temperature", one => one.TemperatureMax is null, one => one with { TemperatureMax = null },
            [one => one with { TemperatureMax = 38.4m }, one => one with { TemperatureMax = 38.5m }, one => one with { TemperatureMax = 41m }],
            one => one with { TemperatureMax = new(39m, Comparator.Below) }, one => one with { TemperatureMax = new(38.5m, Comparator.Above) }),
        new("splenomegaly", one => one.Splenomegaly is null, one => one with { Splenomegaly = null },
            [one => one with { Splenomegaly = false }, one => one with { Splenomegaly = true }]),
        new("hgb", one => one.Hemoglobin is null, one => one with { Hemoglobin = null },
            [one => one with { Hemoglobin = 130m }, one => one with { Hemoglobin = 100m }, one => one with { Hemoglobin = 95m }, one => one with { Hemoglobin = 90m }, one => one with { Hemoglobin = 89m }],
            one => one with { Hemoglobin = new(95m, Comparator.Below) }),
        new("birth_date", one => one.AgeWeeks is null, one => one with { AgeWeeks = null },
            [one => one with { AgeWeeks = 900m }, one => one with { AgeWeeks = 4m }, one => one with { AgeWeeks = 3.9m }, one => one with { AgeWeeks = 0.1m }]),
        new("platelets", one => one.Platelets is null, one => one with { Platelets = null },
            [one => one with { Platelets = 100m }, one => one with { Platelets = 99m }], one => one with { Platelets = new(120m, Comparator.Below) }),
        new("anc", one => one.Neutrophils is null, one => one with { Neutrophils = null },
            [one => one with { Neutrophils = 1m }, one => one with { Neutrophils = 0.99m }], one => one with { Neutrophils = new(0.1m, Comparator.Below) }),
        new("triglycerides", one => one.Triglycerides is null, one => one with { Triglycerides = null },
            [one => one with { Triglycerides = Triglycerides.InMmolPerL(2.99m) }, one => one with { Triglycerides = Triglycerides.InMmolPerL(3m) }, one => one with { Triglycerides = Triglycerides.InMgPerDL(300m) }],
            one => one with { Triglycerides = Triglycerides.InMmolPerL(new(2m, Comparator.Above)) }),
        new("fasting_sample", one => one.TriglyceridesFasting is null, one => one with { TriglyceridesFasting = null },
            [one => one with { TriglyceridesFasting = true }, one => one with { TriglyceridesFasting = false }]),
        new("fibrinogen", one => one.Fibrinogen is null, one => one with { Fibrinogen = null },
            [one => one with { Fibrinogen = 1.51m }, one => one with { Fibrinogen = 1.5m }], one => one with { Fibrinogen = new(2m, Comparator.Below) }),
        new("hemophagocytosis", one => one.Hemophagocytosis is null, one => one with { Hemophagocytosis = null },
            [one => one with { Hemophagocytosis = false }, one => one with { Hemophagocytosis = true }]),
        new("nk_activity", one => one.NkActivity is null, one => one with { NkActivity = null },
            [one => one with { NkActivity = NkActivity.UninterpretablePostNk }, one => one with { NkActivity = NkActivity.Normal }, one => one with { NkActivity = NkActivity.LowOrAbsent }]),
        new("ferritin", one => one.Ferritin is null, one => one with { Ferritin = null },
            [one => one with { Ferritin = 499m }, one => one with { Ferritin = 500m }], one => one with { Ferritin = new(400m, Comparator.Above) }),
        new("sil2r_units", one => one.SolubleCd25 is null, one => one with { SolubleCd25 = null },
            [one => one with { SolubleCd25 = 2399m }, one => one with { SolubleCd25 = 2400m }], one => one with { SolubleCd25 = new(5000m, Comparator.Below) }),
    ];

    public static readonly TableLaws<Hlh2004Inputs> Laws = LawsBut();

    public static TableLaws<Hlh2004Inputs> LawsBut(params string[] codes) => new(
        new Hlh2004Inputs(), [.. Fields.Where(field => !codes.Contains(field.Code))], [[one => one, one => one, one => one with { MolecularDiagnosis = true }]],
        Hlh2004Grader.Grade, Hlh2004Grader.Call);
}
