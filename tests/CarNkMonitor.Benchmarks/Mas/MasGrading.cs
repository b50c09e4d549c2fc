using BenchmarkDotNet.Attributes;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Mas;

namespace CarNkMonitor.Benchmarks.Mas;

/// <summary>One MAS signal, fully known, next to the limit of the doubling time, and without ferritin, beside the same rules as one chain of ifs.</summary>
[MemoryDiagnoser]
public class MasSignalGrading
{
    static readonly MasSignalInputs Known = new()
    {
        RecoveryDay = 20, FeverWindows = 3, FeverIsRecrudescent = false, FeverMayBeMasked = false, Ferritin = 4000m, FerritinPrevious = 3100m, FerritinIntervalHours = 24m,
        FerritinBaseline = 600m, Neutrophils = 0.4m, Platelets = 40m, Hemoglobin = 100m, SecondFall = false, Fibrinogen = 3.5m, Ast = 120m, AstUln = 40m, Alt = 90m, AltUln = 45m,
        Triglycerides = Triglycerides.InMmolPerL(1.5m), TriglyceridesFasting = true,
    };

    readonly MasSignalInputs _known = Known;
    readonly MasSignalInputs _atTheLimit = Known with { Ferritin = 2000m, FerritinPrevious = 1000m, FerritinIntervalHours = 48m };
    readonly MasSignalInputs _unknown = Known with { Ferritin = null, FerritinPrevious = null, FerritinIntervalHours = null };

    [Benchmark(Baseline = true)]
    public Plain IfChain() => Chain(_known);

    [Benchmark]
    public GradeResult AllKnown() => MasSignalGrader.Grade(_known);

    [Benchmark]
    public GradeResult AtTheLimitOfTheDoublingTime() => MasSignalGrader.Grade(_atTheLimit);

    [Benchmark]
    public GradeResult FerritinMissing() => MasSignalGrader.Grade(_unknown);

    static Plain Chain(MasSignalInputs one)
    {
        var (now, previous, hours) = (one.Ferritin!.Value.Value, one.FerritinPrevious!.Value.Value, one.FerritinIntervalHours!.Value);
        var strong = now >= 10_000m;
        var moderate = now >= 3000m && now > 2m * one.FerritinBaseline!.Value.Value;
        var rapid = now >= 1000m && hours >= 6m && hours <= 72m && now > previous && (double)hours * Math.Log(2) / Math.Log((double)now / (double)previous) <= 48;
        var fever = one.FeverWindows >= 3 || one.FeverIsRecrudescent == true;
        var lineages = (one.Neutrophils!.Value.Value < 1m ? 1 : 0) + (one.Platelets!.Value.Value < 100m ? 1 : 0) + (one.Hemoglobin!.Value.Value < 90m ? 1 : 0);
        var cytopenia = lineages >= 2 && (one.RecoveryDay >= 15 || one.SecondFall == true);
        var organ = one.Fibrinogen!.Value.Value < 1.5m || one.Ast!.Value.Value > 5m * one.AstUln || one.Alt!.Value.Value > 5m * one.AltUln
            || (one.TriglyceridesFasting == true && one.Triglycerides!.Value.Value.Value >= 3m);
        var others = (fever ? 1 : 0) + (cytopenia ? 1 : 0) + (organ ? 1 : 0);
        var level = strong ? (others >= 1 ? 3 : 2) : moderate || rapid ? Math.Min(3, others + 1) : fever && (cytopenia || organ) ? 1 : 0;
        return new Plain(one, level, level);
    }

    public sealed record Plain(MasSignalInputs Inputs, int Low, int High);
}

/// <summary>One EULAR/ACR/PRINTO call, fully known and with one value missing, beside the same rule as one chain of ifs.</summary>
[MemoryDiagnoser]
public class EularMasCalling
{
    static readonly EularMasInputs Known = new()
    {
        KnownOrSuspectedSjia = true, IsFebrile = true, Ferritin = 2000m, Platelets = 181m, Ast = 30m, Triglycerides = Triglycerides.InMgPerDL(100m), Fibrinogen = 3.6m,
    };

    readonly EularMasInputs _known = Known;
    readonly EularMasInputs _unknown = Known with { Fibrinogen = null };

    [Benchmark(Baseline = true)]
    public Plain IfChain() => Chain(_known);

    [Benchmark]
    public GradeResult AllKnown() => EularMasGrader.Call(_known);

    [Benchmark]
    public GradeResult FibrinogenMissing() => EularMasGrader.Call(_unknown);

    static Plain Chain(EularMasInputs one)
    {
        var count = (one.Platelets!.Value.Value <= 181m ? 1 : 0) + (one.Ast!.Value.Value > 48m ? 1 : 0) + (one.Triglycerides!.Value.Value.Value > 156m ? 1 : 0)
            + (one.Fibrinogen!.Value.Value <= 3.6m ? 1 : 0);
        var call = one.KnownOrSuspectedSjia && one.IsFebrile == true && one.Ferritin!.Value.Value > 684m && count >= 2 ? 1 : 0;
        return new Plain(one, call, call);
    }

    public sealed record Plain(EularMasInputs Inputs, int Low, int High);
}
