using System.Globalization;
using BenchmarkDotNet.Reports;

namespace CarNkMonitor.Benchmarks;

/// <summary>
/// What was measured, one line each: name, nanoseconds, bytes, ratio to the baseline of its group. Of all iterations the fastest counts: a busy
/// machine makes code slower and never faster. The ratio is measured anew, in turns.
/// </summary>
static class Figures
{
    public static IEnumerable<string> Of(IEnumerable<Summary> summaries) =>
    [
        "name,ns,bytes,ratio",
        .. from summary in summaries
           from report in summary.Reports
           where !report.BenchmarkCase.Descriptor.Baseline && report.ResultStatistics is not null
           let baseline = summary.Reports.FirstOrDefault(other => other.BenchmarkCase.Descriptor.Baseline && Group(summary, other) == Group(summary, report))
           select string.Create(CultureInfo.InvariantCulture,
               $"{report.BenchmarkCase.Descriptor.Type.Name}.{report.BenchmarkCase.Descriptor.WorkloadMethod.Name},{Fastest(report):0.0},{report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase)},{Ratio(report, baseline):0.00}"),
    ];

    static string? Group(Summary summary, BenchmarkReport report) => summary.GetLogicalGroupKey(report.BenchmarkCase);

    static double Fastest(BenchmarkReport report) => report.ResultStatistics!.Min;

    static double? Ratio(BenchmarkReport report, BenchmarkReport? baseline) => baseline is null ? null : Alternation.Ratio(report.BenchmarkCase, baseline.BenchmarkCase);
}
