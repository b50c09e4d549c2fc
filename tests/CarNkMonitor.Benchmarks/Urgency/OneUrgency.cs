using BenchmarkDotNet.Attributes;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Mas;
using CarNkMonitor.Grading.Urgency;

namespace CarNkMonitor.Benchmarks.Urgency;

/// <summary>The urgency of one patient beside a straight if-chain over the same findings.</summary>
[MemoryDiagnoser]
public class OneUrgency
{
    readonly UrgencyFindings _findings = new()
    {
        Crs = new GradeRange(ToxicityGrade.Grade1, ToxicityGrade.Grade2), Icans = GradeRange.Of(ToxicityGrade.None), MasLow = MasLevel.Watch, MasHigh = MasLevel.Watch,
        Signals = new SignalFindings { Platelets = 30, Hemoglobin = 85, News2 = 3 },
    };

    [Benchmark(Baseline = true)]
    public Plain IfChain()
    {
        var (level, crs, icans) = (0, _findings.Crs, _findings.Icans);
        if (crs.Low >= ToxicityGrade.Grade3) level = 3;
        else if (crs.Low == ToxicityGrade.Grade2 || (crs.Low == ToxicityGrade.Grade1 && _findings.CrsIsNewOrWorse)) level = 2;
        else if (crs.Low == ToxicityGrade.Grade1) level = 1;
        if (icans.Low >= ToxicityGrade.Grade3) level = 3;
        else if (icans.Low >= ToxicityGrade.Grade1 && level < 2) level = 2;
        if (_findings.IecHs >= ToxicityGrade.Grade3) level = 3;
        else if (_findings.IecHs == ToxicityGrade.Grade2 && level < 2) level = 2;
        else if (_findings.IecHs == ToxicityGrade.Grade1 && level < 1) level = 1;
        if (_findings.MasLow == MasLevel.Red && level < 2) level = 2;
        else if (_findings.MasHigh >= MasLevel.Amber && level < 1) level = 1;
        if (crs.High > crs.Low) level = Math.Max(level, crs.High >= ToxicityGrade.Grade3 ? 2 : 1);
        if (icans.High > icans.Low) level = Math.Max(level, icans.High >= ToxicityGrade.Grade3 ? 2 : 1);
        if (_findings.RoseByTwoGradesIn24H) level = 3;
        var signals = _findings.Signals;
        if (signals.GvhdIsNewOrWorse && signals.GvhdSignal >= 2) level = Math.Max(level, signals.GvhdSignal >= 4 ? 2 : 1);
        if (signals.CytopeniaIsUnexpected && level < 1) level = 1;
        if (signals.Platelets is { } platelets && platelets.Value < 10 && level < 1) level = 1;
        if (signals.Hemoglobin is { } hemoglobin && hemoglobin.Value < 70 && level < 1) level = 1;
        if (signals.FebrileNeutropenia == FebrileNeutropenia.Yes && level < 2) level = 2;
        if (signals.FebrileNeutropenia == FebrileNeutropenia.Indeterminate && signals.IsInConditioningNadir && level < 2) level = 2;
        if (signals.News2 >= 7) level = 3;
        else if ((signals.News2 >= 5 || signals.AnyNews2ParameterIsThree) && level < 2) level = 2;
        if (signals.BloodCultureIsPositive && level < 2) level = 2;
        return new Plain(level, level);
    }

    [Benchmark]
    public GradeResult Graded() => UrgencyGrader.Grade(_findings);

    public sealed record Plain(int Low, int High);
}
