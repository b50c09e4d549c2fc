using System.Globalization;
using CsvHelper;

namespace CarNkMonitor.Grading.Tests.Proof;

/// <summary>One measured method beside the straight line of its class.</summary>
/// <param name="Name">Class and method.</param>
/// <param name="Mean">As BenchmarkDotNet prints it, with unit.</param>
/// <param name="Ratio">To the baseline; null where the class has none.</param>
/// <param name="Allocated">As BenchmarkDotNet prints it.</param>
sealed record BenchmarkResults(string Name, string Mean, decimal? Ratio, string Allocated)
{
    /// <summary>Three times the straight line is the limit for CTCAE rows and for CRS with everything known; others are reported.</summary>
    const decimal Most = 3;

    public bool IsTooSlow => Ratio > Most && IsLimited;

    bool IsLimited => Name.Contains("Ctcae", StringComparison.OrdinalIgnoreCase) || Name.StartsWith("OneCrs", StringComparison.Ordinal);

    /// <summary>All methods that are no baseline, from the reports in this folder.</summary>
    public static IReadOnlyList<BenchmarkResults> In(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(folder, "results"), "*-report.csv").Order(StringComparer.Ordinal).SelectMany(Read)];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} {Mean} {Allocated}{(Ratio is { } ratio ? $" ratio {ratio}" : "")}");

    static IEnumerable<BenchmarkResults> Read(string file)
    {
        using var csv = CsvReader.FromFile(file);
        var of = Path.GetFileName(file).Replace("-report.csv", "", StringComparison.Ordinal).Split('.')[^1];
        while (csv.Read())
        {
            var ratio = csv.TryGetFieldIndex("Ratio", out var at) && decimal.TryParse(csv.GetString(at), NumberStyles.Number, CultureInfo.InvariantCulture, out var known) ? known : (decimal?)null;
            var method = csv.GetString("Method").Trim('\'');
            if (ratio != 1.00m)
            {
                yield return new BenchmarkResults($"{of}.{method}", csv.GetString("Mean"), ratio, csv.TryGetFieldIndex("Allocated", out var bytes) ? csv.GetString(bytes) : "");
            }
        }
    }
}
