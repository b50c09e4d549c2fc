using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;

namespace CarNkMonitor.Grading.Tests.Hlh;

/// <summary>Records for the tests of CARTOX HLH/MAS.</summary>
static class SomeCartoxHlh
{
    /// <summary>Everything known; ferritin above the limit, no item.</summary>
    public static readonly CartoxHlhInputs Clear = new()
    {
        FerritinPeak = 15_000m, Bilirubin = new Multiple(1m), Ast = new Multiple(1m), Alt = new Multiple(1m), OliguriaGrade = 0, Creatinine = new Multiple(1m),
        PulmonaryEdemaGrade = 0, Hemophagocytosis = false,
    };

    /// <summary>Liver, kidney, lung, histology.</summary>
    public static readonly Func<CartoxHlhInputs, CartoxHlhInputs>[] Items =
    [
        inputs => inputs with { Ast = new Multiple(6m) },
        inputs => inputs with { OliguriaGrade = 3 },
        inputs => inputs with { PulmonaryEdemaGrade = 3 },
        inputs => inputs with { Hemophagocytosis = true },
    ];

    static readonly Field<CartoxHlhInputs>[] Fields =
    [
        new("ferritin", one => one.FerritinPeak is null, one => one with { FerritinPeak = null },
            [one => one with { FerritinPeak = 10_000m }, one => one with { FerritinPeak = 10_001m }],
            one => one with { FerritinPeak = new(10_000m, Comparator.Above) }, one => one with { FerritinPeak = new(9000m, Comparator.Above) }),
        new("bilirubin_total", one => one.Bilirubin is null, one => one with { Bilirubin = null },
            [one => one with { Bilirubin = new Multiple(3m) }, one => one with { Bilirubin = new Multiple(3.61m, 1.2m) }],
            one => one with { Bilirubin = new Multiple(new(4m, Comparator.Below)) }),
        new("ast", one => one.Ast is null, one => one with { Ast = null },
            [one => one with { Ast = new Multiple(200m, 40m) }, one => one with { Ast = new Multiple(5.01m) }]),
        new("alt", one => one.Alt is null, one => one with { Alt = null },
            [one => one with { Alt = new Multiple(5m) }, one => one with { Alt = new Multiple(201m, 40m) }]),
        new("oliguria_ctcae_grade", one => one.OliguriaGrade is null, one => one with { OliguriaGrade = null },
            [one => one with { OliguriaGrade = 0 }, one => one with { OliguriaGrade = 2 }, one => one with { OliguriaGrade = 3 }, one => one with { OliguriaGrade = 5 }]),
        new("creatinine", one => one.Creatinine is null, one => one with { Creatinine = null },
            [one => one with { Creatinine = new Multiple(3m) }, one => one with { Creatinine = new Multiple(2.71m, 0.9m) }]),
        new("pulmonary_edema_ctcae_grade", one => one.PulmonaryEdemaGrade is null, one => one with { PulmonaryEdemaGrade = null },
            [one => one with { PulmonaryEdemaGrade = 2 }, one => one with { PulmonaryEdemaGrade = 3 }]),
        new("hemophagocytosis", one => one.Hemophagocytosis is null, one => one with { Hemophagocytosis = null },
            [one => one with { Hemophagocytosis = false }, one => one with { Hemophagocytosis = true }]),
    ];

    public static readonly TableLaws<CartoxHlhInputs> Call = new(new CartoxHlhInputs(), Fields, [], CartoxHlhGrader.Call);

    public static readonly TableLaws<CartoxHlhInputs> Count = new(new CartoxHlhInputs(), [.. Fields.Skip(1)], [[one => one, one => one with { FerritinPeak = 1m }]], CartoxHlhGrader.Grade);
}
