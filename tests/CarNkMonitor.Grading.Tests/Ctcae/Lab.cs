using System.Globalization;
using CarNkMonitor.Grading.Ctcae;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Tests.Ctcae;

/// <summary>Short forms for the tests of laboratory terms.</summary>
static class Lab
{
    /// <summary>Every term of both editions.</summary>
    public static readonly LabCriterion[] Terms = [.. Ctcae5.Hematology, .. Ctcae5.Chemistry, .. Ctcae6.Hematology, .. Ctcae6.Chemistry];

    /// <summary>A value in the canonical unit of the term, or in another one.</summary>
    public static LabInputs Of(LabCriterion term, decimal value, string? unit = null) => new() { Value = value, Unit = unit ?? term.Units[0] };

    /// <summary>The determined grade; fails when it is a range.</summary>
    public static int GradeOf(LabCriterion term, LabInputs inputs)
    {
        var result = term.Grade(inputs);
        Xunit.Assert.Equal(GradeState.Determined, result.State);
        return result.Low!.Value;
    }

    /// <summary>As <c>0-4</c>; <c>not computed</c> where there is no level.</summary>
    public static string RangeOf(LabCriterion term, LabInputs inputs) =>
        term.Grade(inputs) is { Low: { } low, High: { } high } ? $"{low}-{high}" : "not computed";

    public static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    public static Measured Bound(string text) => new(Number(text[1..]), text[0] == '<' ? Comparator.Below : Comparator.Above);

    public static string Text(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
