using BenchmarkDotNet.Attributes;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Ctcae;

namespace CarNkMonitor.Benchmarks.Ctcae;

/// <summary>One laboratory row with all limits known, beside a straight line of comparisons with one result object on the same inputs.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class CtcaeRow
{
    readonly LabInputs _neutrophils = new() { Value = 0.62m, Unit = "10*9/L", Lln = 1.8m };
    readonly LabInputs _perMicroliter = new() { Value = 1620m, Unit = "/uL", Lln = 1800m };
    readonly LabInputs _aminotransferase = new() { Value = 95m, Unit = "U/L", Uln = 40m, Baseline = 31m, BaselineIsHigh = false };
    readonly LabInputs _creatinine = new() { Value = 1.2m, Unit = "mg/dL", Uln = 1.3m, Baseline = 0.9m, BaselineIsHigh = false };
    readonly LabInputs _fibrinogen = new() { Value = 1.6m, Unit = "g/L", Lln = 2.0m, Baseline = 2.9m };
    readonly LabInputs _withoutLimit = new() { Value = 1.9m, Unit = "10*9/L" };
    readonly LabInputs _boundWithoutLimit = new() { Value = new(0.8m, Grading.Facts.Comparator.Below), Unit = "10*9/L" };

    [Benchmark(Baseline = true), BenchmarkCategory("neutrophils")]
    public Plain NeutrophilsPlain() => Plain.Neutrophils(_neutrophils);

    [Benchmark, BenchmarkCategory("neutrophils")]
    public GradeResult NeutrophilsGraded() => Ctcae5.NeutrophilCountDecreased.Grade(_neutrophils);

    [Benchmark(Baseline = true), BenchmarkCategory("neutrophils per microliter")]
    public Plain PerMicroliterPlain() => Plain.Neutrophils(_perMicroliter);

    [Benchmark, BenchmarkCategory("neutrophils per microliter")]
    public GradeResult PerMicroliterGraded() => Ctcae5.NeutrophilCountDecreased.Grade(_perMicroliter);

    [Benchmark(Baseline = true), BenchmarkCategory("alanine aminotransferase")]
    public Plain AminotransferasePlain() => Plain.Aminotransferase(_aminotransferase);

    [Benchmark, BenchmarkCategory("alanine aminotransferase")]
    public GradeResult AminotransferaseGraded() => Ctcae5.AlanineAminotransferaseIncreased.Grade(_aminotransferase);

    [Benchmark(Baseline = true), BenchmarkCategory("creatinine")]
    public Plain CreatininePlain() => Plain.Creatinine(_creatinine);

    [Benchmark, BenchmarkCategory("creatinine")]
    public GradeResult CreatinineGraded() => Ctcae5.CreatinineIncreased.Grade(_creatinine);

    [Benchmark(Baseline = true), BenchmarkCategory("fibrinogen")]
    public Plain FibrinogenPlain() => Plain.Fibrinogen(_fibrinogen);

    [Benchmark, BenchmarkCategory("fibrinogen")]
    public GradeResult FibrinogenGraded() => Ctcae5.FibrinogenDecreased.Grade(_fibrinogen);

    [Benchmark, BenchmarkCategory("unknown")]
    public GradeResult WithoutLln() => Ctcae5.NeutrophilCountDecreased.Grade(_withoutLimit);

    [Benchmark, BenchmarkCategory("unknown")]
    public GradeResult BoundWithoutLln() => Ctcae5.NeutrophilCountDecreased.Grade(_boundWithoutLimit);

    [Benchmark, BenchmarkCategory("explained")]
    public string SentenceWithoutLln() => Ctcae5.NeutrophilCountDecreased.Grade(_withoutLimit).Sentence.English;
}
