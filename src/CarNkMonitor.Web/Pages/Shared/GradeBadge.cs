using CarNkMonitor.Grading;
using CarNkMonitor.Monitoring.Toxicity;

namespace CarNkMonitor.Web.Pages.Shared;

/// <summary>A grade for the eye: always number, word and color together. Both ends are inclusive and from 0 to 5.</summary>
/// <param name="Low">Lowest grade the record allows; ignored when not assessed or not applicable.</param>
/// <param name="High">Highest grade the record allows; equal to <paramref name="Low"/> when determined.</param>
/// <param name="IsBig">Large, for the answer page and the subject's page.</param>
public sealed record GradeBadge(string Toxicity, int Low, int High, GradeState State, bool IsBig = false)
{
    static readonly string[] Words = ["none", "mild", "moderate", "severe", "life-threatening", "death"];

    /// <summary>A participant who was never graded is not assessed, which is not grade 0.</summary>
    public static GradeBadge Crs(Assessment? newest) =>
        new("CRS", newest?.Low ?? 0, newest?.High ?? 0, newest?.State ?? GradeState.NotAssessed);

    public static GradeBadge Crs(ToxicityNow? now, bool isBig) =>
        new("CRS", now?.Low ?? 0, now?.High ?? 0, now?.State ?? GradeState.NotAssessed, isBig);

    /// <summary>Of a table whose levels are toxicity grades; null for every other scale.</summary>
    public static GradeBadge? Of(string name, ToxicityNow now) =>
        now is { Low: { } low, High: { } high, Scale: <= 5 } && IsGrade(now) ? new(name, low, high, now.State) : null;

    /// <summary>Only a table whose word for a level is its number has grades that the words of severity fit.</summary>
    static bool IsGrade(ToxicityNow now) => now.Criteria.StartsWith("ASTCT-", StringComparison.Ordinal) || now.Criteria.StartsWith("CTCAE-", StringComparison.Ordinal);

    public bool HasGrade => State is GradeState.Determined or GradeState.CannotExclude;

    public bool IsRange => State is GradeState.CannotExclude && Low < High;

    public string Word => State switch
    {
        GradeState.Determined => Words[Low],
        GradeState.CannotExclude when IsRange => Low == 0 ? "none known" : $"at least {Words[Low]}",
        GradeState.CannotExclude => Words[Low],
        GradeState.NotApplicable => "not applicable",
        GradeState.WrongInstrument => "wrong instrument used",
        GradeState.NotAssessed => "not assessed",
        GradeState.NotComputed => "not computed",
    };

    public string Doubt => $"cannot exclude {High}, {Words[High]}";

    public string StateName => State switch
    {
        GradeState.Determined => "determined",
        GradeState.CannotExclude => "cannot-exclude",
        GradeState.NotApplicable or GradeState.WrongInstrument => "not-applicable",
        GradeState.NotAssessed or GradeState.NotComputed => "not-assessed",
    };
}
