using System.Globalization;

namespace CarNkMonitor.Grading.Cases;

/// <summary>How answers are written into cells.</summary>
static class CaseText
{
    /// <summary>A whole number, empty when there is none.</summary>
    public static string Of(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>A decimal number without trailing zeros, empty when there is none.</summary>
    public static string Of(decimal? value) => value?.ToString("0.#############################", CultureInfo.InvariantCulture) ?? "";

    /// <summary><c>true</c>, <c>false</c>, or empty.</summary>
    public static string Of(bool? value) => value switch { true => "true", false => "false", null => "" };

    /// <summary>The state as the case files write it: <c>CANNOT_EXCLUDE</c>.</summary>
    public static string Of(GradeState state) => state switch
    {
        GradeState.Determined => "DETERMINED",
        GradeState.CannotExclude => "CANNOT_EXCLUDE",
        GradeState.NotApplicable => "NOT_APPLICABLE",
        GradeState.WrongInstrument => "WRONG_INSTRUMENT",
        GradeState.NotAssessed => "NOT_ASSESSED",
        GradeState.NotComputed => "NOT_COMPUTED",
    };

    /// <summary>The lower end on the table's own scale, empty when there is none.</summary>
    public static string Low(GradeResult result) => result.Low is { } low ? result.Scale.Word(low) : "";

    /// <summary>The upper end on the table's own scale, empty when there is none.</summary>
    public static string High(GradeResult result) => result.High is { } high ? result.Scale.Word(high) : "";

    /// <summary>One word for a result: its level when it is determined, otherwise the state (<c>CANNOT_EXCLUDE</c>, <c>NOT_APPLICABLE</c>).</summary>
    public static string Call(GradeResult result) => result.State == GradeState.Determined ? Low(result) : Of(result.State);

    /// <summary>A set, joined by a vertical bar in alphabetical order.</summary>
    public static string Set(IEnumerable<string> words) => string.Join('|', words.Order(StringComparer.Ordinal));
}
