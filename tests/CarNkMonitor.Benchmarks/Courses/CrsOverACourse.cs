using BenchmarkDotNet.Attributes;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Benchmarks.Courses;

/// <summary>CRS at each of 120 checks of a course, with all its windows, against one plain pass that only looks for fever.</summary>
[MemoryDiagnoser]
public class CrsOverACourse
{
    const int Checks = 120;
    static readonly DateTime Infused = new(2026, 3, 2, 2, 0, 0, DateTimeKind.Utc);

    readonly SubjectFacts _facts = new([Infused], TimeZoneInfo.Utc, [.. Enumerable.Range(0, Checks).SelectMany(CheckAt)]) { BirthDate = new(1970, 1, 1) };
    readonly DateTime[] _moments = [.. Enumerable.Range(0, Checks).Select(At)];

    [Benchmark(Baseline = true)]
    public int OnePlainPass() => _facts.Facts.Count(fact => fact.Code == "temperature" && fact.Value >= 38.0m);

    [Benchmark]
    public IReadOnlyList<CrsAssessment> Course() => CrsCourse.Over(_facts, _moments);

    static DateTime At(int check) => Infused.AddHours(4 * check);

    static IEnumerable<Fact> CheckAt(int check) =>
    [
        new(Guid.NewGuid(), "temperature", At(check)) { Value = 36.5m + check * 7 % 31 * 0.1m },
        new(Guid.NewGuid(), "sbp", At(check)) { Value = 84 + check * 5 % 50 },
        new(Guid.NewGuid(), "spo2", At(check)) { Value = 97 },
        new(Guid.NewGuid(), "oxygen_device", At(check)) { Coded = "room_air" },
        new(Guid.NewGuid(), "vasopressor_agent", At(check)) { Coded = "none" },
    ];
}
