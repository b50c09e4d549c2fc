using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;

namespace CarNkMonitor.Grading.Tests.Hlh;

/// <summary>Records for the tests of the HScore.</summary>
static class SomeHScore
{
    /// <summary>Everything known, no points.</summary>
    public static readonly HScoreInputs Clear = new()
    {
        KnownImmunosuppression = false, TemperatureMax = 37m, Hepatomegaly = false, Splenomegaly = false, Hemoglobin = 130m, Leukocytes = 7m, Platelets = 220m,
        Ferritin = 200m, Triglycerides = Triglycerides.InMmolPerL(1m), Fibrinogen = 3.5m, Ast = 20m, Hemophagocytosis = false,
    };

    /// <summary>Every cell of the printed table: item, how it is recorded, points.</summary>
    public static readonly (string Item, string Cell, Func<HScoreInputs, HScoreInputs> Record, int Points)[] Cells =
    [
        ("immunosuppression", "no", one => one with { KnownImmunosuppression = false }, 0),
        ("immunosuppression", "yes", one => one with { KnownImmunosuppression = true }, 18),
        ("temperature", "< 38.4", one => one with { TemperatureMax = 38.3m }, 0),
        ("temperature", "38.4 to 39.4", one => one with { TemperatureMax = 39m }, 33),
        ("temperature", "> 39.4", one => one with { TemperatureMax = 39.5m }, 49),
        ("organomegaly", "none", one => one with { Hepatomegaly = false, Splenomegaly = false }, 0),
        ("organomegaly", "liver or spleen", one => one with { Hepatomegaly = false, Splenomegaly = true }, 23),
        ("organomegaly", "both", one => one with { Hepatomegaly = true, Splenomegaly = true }, 38),
        ("cytopenia", "none or one lineage", one => one with { Hemoglobin = 80m, Leukocytes = 7m, Platelets = 220m }, 0),
        ("cytopenia", "two", one => one with { Hemoglobin = 80m, Leukocytes = 2m, Platelets = 220m }, 24),
        ("cytopenia", "three", one => one with { Hemoglobin = 80m, Leukocytes = 2m, Platelets = 40m }, 34),
        ("ferritin", "< 2000", one => one with { Ferritin = 1999m }, 0),
        ("ferritin", "2000 to 6000", one => one with { Ferritin = 4000m }, 35),
        ("ferritin", "> 6000", one => one with { Ferritin = 9000m }, 50),
        ("triglycerides", "< 1.5", one => one with { Triglycerides = Triglycerides.InMmolPerL(1m) }, 0),
        ("triglycerides", "1.5 to 4.0", one => one with { Triglycerides = Triglycerides.InMmolPerL(2m) }, 44),
        ("triglycerides", "> 4.0", one => one with { Triglycerides = Triglycerides.InMmolPerL(5m) }, 64),
        ("fibrinogen", "> 2.5", one => one with { Fibrinogen = 3m }, 0),
        ("fibrinogen", "<= 2.5", one => one with { Fibrinogen = 2m }, 30),
        ("AST", "< 30", one => one with { Ast = 29m }, 0),
        ("AST", ">= 30", one => one with { Ast = 90m }, 19),
        ("haemophagocytosis", "no", one => one with { Hemophagocytosis = false }, 0),
        ("haemophagocytosis", "yes", one => one with { Hemophagocytosis = true }, 35),
    ];

    static readonly Field<HScoreInputs>[] Fields =
    [
        new("immunosuppression_known", one => one.KnownImmunosuppression is null, one => one with { KnownImmunosuppression = null },
            [one => one with { KnownImmunosuppression = false }, one => one with { KnownImmunosuppression = true }]),
        new("temperature", one => one.TemperatureMax is null, one => one with { TemperatureMax = null },
            [one => one with { TemperatureMax = 38.3m }, one => one with { TemperatureMax = 38.4m }, one => one with { TemperatureMax = 39.4m }, one => one with { TemperatureMax = 39.41m }],
            one => one with { TemperatureMax = new(39m, Comparator.Below) }, one => one with { TemperatureMax = new(39m, Comparator.Above) }, one => one with { TemperatureMax = new(38m, Comparator.Above) }),
        new("hepatomegaly", one => one.Hepatomegaly is null, one => one with { Hepatomegaly = null },
            [one => one with { Hepatomegaly = false }, one => one with { Hepatomegaly = true }]),
        new("splenomegaly", one => one.Splenomegaly is null, one => one with { Splenomegaly = null },
            [one => one with { Splenomegaly = false }, one => one with { Splenomegaly = true }]),
        new("hgb", one => one.Hemoglobin is null, one => one with { Hemoglobin = null },
            [one => one with { Hemoglobin = 93m }, one => one with { Hemoglobin = 92m }], one => one with { Hemoglobin = new(100m, Comparator.Below) }),
        new("wbc", one => one.Leukocytes is null, one => one with { Leukocytes = null },
            [one => one with { Leukocytes = 5.01m }, one => one with { Leukocytes = 5m }], one => one with { Leukocytes = new(0.1m, Comparator.Below) }),
        new("platelets", one => one.Platelets is null, one => one with { Platelets = null },
            [one => one with { Platelets = 111m }, one => one with { Platelets = 110m }], one => one with { Platelets = new(150m, Comparator.Below) }),
        new("ferritin", one => one.Ferritin is null, one => one with { Ferritin = null },
            [one => one with { Ferritin = 1999m }, one => one with { Ferritin = 2000m }, one => one with { Ferritin = 6000m }, one => one with { Ferritin = 6001m }],
            one => one with { Ferritin = new(2000m, Comparator.Above) }, one => one with { Ferritin = new(6000m, Comparator.Above) }),
        new("triglycerides", one => one.Triglycerides is null, one => one with { Triglycerides = null },
            [one => one with { Triglycerides = Triglycerides.InMmolPerL(1.49m) }, one => one with { Triglycerides = Triglycerides.InMmolPerL(1.5m) }, one => one with { Triglycerides = Triglycerides.InMgPerDL(354m) }, one => one with { Triglycerides = Triglycerides.InMgPerDL(355m) }],
            one => one with { Triglycerides = Triglycerides.InMmolPerL(new(4m, Comparator.Below)) }),
        new("fibrinogen", one => one.Fibrinogen is null, one => one with { Fibrinogen = null },
            [one => one with { Fibrinogen = 2.51m }, one => one with { Fibrinogen = 2.5m }], one => one with { Fibrinogen = new(3m, Comparator.Below) }),
        new("ast", one => one.Ast is null, one => one with { Ast = null },
            [one => one with { Ast = 29m }, one => one with { Ast = 30m }], one => one with { Ast = new(40m, Comparator.Below) }),
        new("hemophagocytosis", one => one.Hemophagocytosis is null, one => one with { Hemophagocytosis = null },
            [one => one with { Hemophagocytosis = false }, one => one with { Hemophagocytosis = true }]),
    ];

    public static readonly TableLaws<HScoreInputs> Laws = new(new HScoreInputs(), Fields, [], HScoreGrader.Grade, HScoreGrader.Call);
}
