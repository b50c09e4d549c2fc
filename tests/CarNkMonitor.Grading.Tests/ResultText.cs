namespace CarNkMonitor.Grading.Tests;

/// <summary>A result in one word: "2", "0-4", or the state where there is no grade or none that applies.</summary>
static class ResultText
{
    public static string Of(GradeResult result) =>
        result.Low is not { } low || result.State == GradeState.NotApplicable ? result.State.ToString()
        : low == result.High ? $"{low}" : $"{low}-{result.High}";
}
