using System.Globalization;
using BenchmarkDotNet.Attributes;
using CarNkMonitor.Benchmarks.Courses;
using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Testing.RealParts;
using CarNkMonitor.Web.Courses;
using CarNkMonitor.Web.Tests.RealData;

namespace CarNkMonitor.Benchmarks.RealData;

/// <summary>
/// Every criterion of the charted ICU stay 40310 of <c>mimic3-demo</c>, which nobody here wrote: at its end, and at each of its instants (the whole course, as
/// after an amendment of its first reading), against one plain pass that only looks for fever.
/// </summary>
[MemoryDiagnoser]
public class WholeStay
{
    static readonly DateTime DayZero = new(2144, 7, 24, 0, 0, 0, DateTimeKind.Utc);

    SubjectFacts _facts = null!;
    DateTime[] _instants = [];
    DateTime[] _end = [];

    [GlobalSetup]
    public void Read()
    {
        var stay = MimicFolder.Stay(SharedData.Folder("mimic3-demo"), "40310", "186361", DayZero);
        List<Fact> facts = [.. stay.Rows.Where(row => row.Item is not null).Select(row => CourseReading.Of(RowOf(row), "UTC", []).Reading?.Fact).OfType<Fact>().OrderBy(fact => fact.ObservedAt)];
        _facts = new SubjectFacts([DayZero], TimeZoneInfo.Utc, facts) { BirthDate = stay.BirthDate };
        _instants = [.. facts.Select(fact => fact.ObservedAt).Distinct().Order()];
        _end = [_instants[^1]];
        Console.WriteLine($"// {facts.Count} observations at {_instants.Length} instants, {(_instants[^1] - _instants[0]).TotalDays:0} days");
    }

    [Benchmark(Baseline = true)]
    public int OnePlainPass() => PlainPass.Fevers(_facts.Facts);

    [Benchmark]
    public IReadOnlyList<CriterionCourse> EveryCriterionAtTheEnd() => SubjectCourse.Over(_facts, CourseSettings.Default, _end);

    [Benchmark]
    public IReadOnlyList<CriterionCourse> EveryCriterionAtEveryInstant() => SubjectCourse.Over(_facts, CourseSettings.Default, _instants);

    static ImportRow RowOf(SourceRow row) => new(
        0, "1", row.At.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), row.Item!.Code, row.Item.Value ?? "", row.Item.Unit ?? "", "external");
}
