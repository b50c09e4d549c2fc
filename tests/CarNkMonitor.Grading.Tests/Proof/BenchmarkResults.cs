using System.Globalization;
using CsvHelper;

namespace CarNkMonitor.Grading.Tests.Proof;

/// <summary>One measured method beside the straight line of its class.</summary>
/// <param name="Name">Class and method.</param>
/// <param name="Nanoseconds">Of the fastest iteration.</param>
/// <param name="Bytes">Allocated by one call; null where that was not measured.</param>
/// <param name="Ratio">To the straight line; null where the class has none.</param>
sealed record BenchmarkResults(string Name, decimal Nanoseconds, int? Bytes, decimal? Ratio)
{
    /// <summary>Three times the straight line is the limit for CTCAE rows and for CRS with everything known; others are reported.</summary>
    const decimal Most = 3;

    static readonly string[] Limited = ["OneCrs.EverythingKnown", "CtcaeRow."];

    /// <summary>The size of one result: what one grading may allocate before a sentence or the missing inputs are asked for.</summary>
    const int OneResult = 40;

    /// <summary>What the measuring program allocates meanwhile; it counts for more the longer one call takes.</summary>
    const int Harness = 15;

    /// <summary>An index is part of its result; febrile neutropenia is two results, by IDSA and by CTCAE.</summary>
    static readonly (string Class, int Bytes)[] Larger = [("EasixScoring.", 64), ("FebrileNeutropeniaEpisode.", 2 * OneResult)];

    /// <summary>These go through hundreds of gradings, ask for the sentence or for what is missing, or grade nothing.</summary>
    static readonly string[] More = ["WholeSubject.", "WholeStay.", "CrsOverACourse.", "TemperatureChart.", "OneConversion.", "Sentence", "WhatHangsOn"];

    /// <summary>A million rows are measured as one row of a million.</summary>
    const string Rows = "MillionCtcaeRows.";

    public bool AllocatesMore => Bytes > Result + Harness && !More.Any(name => Name.Contains(name, StringComparison.Ordinal));

    public bool IsTooSlow => Ratio > Most && Limited.Any(name => Name.StartsWith(name, StringComparison.Ordinal));

    /// <summary>All methods that are no baseline.</summary>
    public static IReadOnlyList<BenchmarkResults> In(string file)
    {
        using var csv = CsvReader.FromFile(file);
        var results = new List<BenchmarkResults>();
        while (csv.Read())
        {
            results.Add(new BenchmarkResults(csv.GetString("name"), Number(csv.GetString("ns"))!.Value, (int?)Number(csv.GetString("bytes")), Number(csv.GetString("ratio"))));
        }

        return results;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} {Nanoseconds} ns {Bytes} B{Beside(" ratio ")}");

    /// <summary>A line of the page.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture, $"| {Name.Replace(".", " · ", StringComparison.Ordinal)} | {Nanoseconds:#,0.#} | {Bytes:#,0} | {Beside("")} |");

    int Result => Larger.FirstOrDefault(one => Name.StartsWith(one.Class, StringComparison.Ordinal)) is { Bytes: > 0 } larger ? larger.Bytes : OneResult;

    string Beside(string words) => Name.StartsWith(Rows, StringComparison.Ordinal)
        ? string.Create(CultureInfo.InvariantCulture, $" {1000 / Nanoseconds:0.0} million rows a second")
        : Ratio is { } ratio ? string.Create(CultureInfo.InvariantCulture, $"{words}{ratio}") : "";

    static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
