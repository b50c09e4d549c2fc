using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Mas;

namespace CarNkMonitor.Grading.Tests.Mas;

/// <summary>Records for the tests of the EULAR/ACR/PRINTO criteria.</summary>
static class SomeEularMas
{
    /// <summary>A febrile patient with sJIA and ferritin above the limit, no item.</summary>
    public static readonly EularMasInputs Clear = new()
    {
        KnownOrSuspectedSjia = true, IsFebrile = true, Ferritin = 2000m, Platelets = 250m, Ast = 30m, Triglycerides = Triglycerides.InMgPerDL(100m), Fibrinogen = 4.5m,
    };

    /// <summary>Platelets, AST, triglycerides, fibrinogen.</summary>
    public static readonly Func<EularMasInputs, EularMasInputs>[] Items =
    [
        inputs => inputs with { Platelets = 100m },
        inputs => inputs with { Ast = 90m },
        inputs => inputs with { Triglycerides = Triglycerides.InMgPerDL(200m) },
        inputs => inputs with { Fibrinogen = 2m },
    ];

    static readonly Field<EularMasInputs>[] Fields =
    [
        new("temperature", one => one.IsFebrile is null, one => one with { IsFebrile = null },
            [one => one with { IsFebrile = false }, one => one with { IsFebrile = true }]),
        new("ferritin", one => one.Ferritin is null, one => one with { Ferritin = null },
            [one => one with { Ferritin = 684m }, one => one with { Ferritin = 684.1m }], one => one with { Ferritin = new(600m, Comparator.Above) }),
        new("platelets", one => one.Platelets is null, one => one with { Platelets = null },
            [one => one with { Platelets = 182m }, one => one with { Platelets = 181m }], one => one with { Platelets = new(200m, Comparator.Below) }),
        new("ast", one => one.Ast is null, one => one with { Ast = null },
            [one => one with { Ast = 48m }, one => one with { Ast = 49m }], one => one with { Ast = new(50m, Comparator.Below) }),
        new("triglycerides", one => one.Triglycerides is null, one => one with { Triglycerides = null },
            [one => one with { Triglycerides = Triglycerides.InMgPerDL(156m) }, one => one with { Triglycerides = Triglycerides.InMmolPerL(1.77m) }, one => one with { Triglycerides = Triglycerides.InMgPerDL(157m) }],
            one => one with { Triglycerides = Triglycerides.InMgPerDL(new(200m, Comparator.Below)) }),
        new("fibrinogen", one => one.Fibrinogen is null, one => one with { Fibrinogen = null },
            [one => one with { Fibrinogen = 3.61m }, one => one with { Fibrinogen = 3.6m }], one => one with { Fibrinogen = new(4m, Comparator.Below) }),
    ];

    static readonly EularMasInputs Child = new() { KnownOrSuspectedSjia = true };

    public static readonly TableLaws<EularMasInputs> Call = new(Child, Fields, [], EularMasGrader.Call);

    public static readonly TableLaws<EularMasInputs> Count = new(
        Child, [.. Fields.Skip(2)], [[one => one, one => one with { IsFebrile = true }, one => one with { Ferritin = 1m }]], EularMasGrader.Grade);
}
