using System.Globalization;
using CsvHelper;

namespace CarNkMonitor.Grading.Tests.Proof;

/// <summary>One measured method beside the straight line of its class.</summary>
/// <param name="Name">Class and method.</param>
/// <param name="Nanoseconds">Of the fastest iteration.</param>
/// <param name="Bytes">Allocated by one call.</param>
/// <param name="Ratio">To the straight line; null where the class has none.</param>
sealed record BenchmarkResults(string Name, decimal Nanoseconds, string Bytes, decimal? Ratio)
{
    /// <summary>Three times the straight line is the limit for CTCAE rows and for CRS with everything known; others are reported.</summary>
    const decimal Most = 3;

    static readonly string[] Limited = ["OneCrs.EverythingKnown", "CtcaeRow."];

    public bool IsTooSlow => Ratio > Most && Limited.Any(name => Name.StartsWith(name, StringComparison.Ordinal));

    /// <summary>All methods that are no baseline.</summary>
    public static IReadOnlyList<BenchmarkResults> In(string file)
    {
        using var csv = CsvReader.FromFile(file);
        var results = new List<BenchmarkResults>();
        while (csv.Read())
        {
            results.Add(new BenchmarkResults(csv.GetString("name"), Number(csv.GetString("ns"))!.Value, csv.GetString("bytes"), Number(csv.GetString("ratio"))));
        }

        return results;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} {Nanoseconds} ns {Bytes} B{(Ratio is { } ratio ? $" ratio {ratio}" : "")}");

    static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
