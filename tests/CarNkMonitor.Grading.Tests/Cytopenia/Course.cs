using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Cytopenia.Days;

namespace CarNkMonitor.Grading.Tests.Cytopenia;

/// <summary>Some valid course, written as a series.</summary>
static class Course
{
    public static IcahtInputs Neutrophils(string series, int endDay = 30, bool closed = false) =>
        new() { Counts = DaySeries.Read(series, 200_000), EndDay = endDay, IsClosed = closed };

    public static TicahtInputs Platelets(string series, int endDay = 30) => new() { Counts = DaySeries.Read(series, 3000), EndDay = endDay };

    /// <summary>The same value on each day of a span, both ends included, as a part of a series.</summary>
    public static string Days(int from, int to, decimal value) =>
        string.Join(' ', Enumerable.Range(from, to - from + 1).Select(day => FormattableString.Invariant($"{day}:{value}")));

    /// <summary>Every day from 0 to 30: a run of one value, everything else another.</summary>
    public static string Run(int from, int length, decimal value, decimal others = 2000) =>
        string.Join(' ', Enumerable.Range(0, 31).Select(day => FormattableString.Invariant($"{day}:{(day >= from && day < from + length ? value : others)}")));
}
