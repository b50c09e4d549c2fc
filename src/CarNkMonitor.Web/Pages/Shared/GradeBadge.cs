namespace CarNkMonitor.Web.Pages.Shared;

/// <summary>How sure a grade is, as the badge shows it.</summary>
public enum GradeState
{
    Determined,
    CannotExclude,
    NotApplicable,
    NotAssessed,
}

/// <summary>A grade for the eye: always number, word and color together. Both ends are inclusive and from 0 to 5.</summary>
/// <param name="Low">Lowest grade the record allows; ignored when not assessed or not applicable.</param>
/// <param name="High">Highest grade the record allows; equal to <paramref name="Low"/> when determined.</param>
/// <param name="IsBig">Large, for the answer page and the subject's page.</param>
public sealed record GradeBadge(string Toxicity, int Low, int High, GradeState State, bool IsBig = false)
{
    static readonly string[] Words = ["none", "mild", "moderate", "severe", "life-threatening", "death"];

    public bool HasGrade => State is GradeState.Determined or GradeState.CannotExclude;

    public bool IsRange => State is GradeState.CannotExclude && Low < High;

    public string Word => State switch
    {
        GradeState.Determined => Words[Low],
        GradeState.CannotExclude when IsRange => Low == 0 ? "none known" : $"at least {Words[Low]}",
        GradeState.CannotExclude => Words[Low],
        GradeState.NotApplicable => "not applicable",
        GradeState.NotAssessed => "not assessed",
    };

    public string Doubt => $"cannot exclude {High}, {Words[High]}";

    public string StateName => State switch
    {
        GradeState.Determined => "determined",
        GradeState.CannotExclude => "cannot-exclude",
        GradeState.NotApplicable => "not-applicable",
        GradeState.NotAssessed => "not-assessed",
    };
}
