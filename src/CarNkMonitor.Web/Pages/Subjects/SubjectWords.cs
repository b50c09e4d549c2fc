using System.Globalization;
using CarNkMonitor.Grading;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;

namespace CarNkMonitor.Web.Pages.Subjects;

/// <summary>Where a participant stands, in words.</summary>
static class SubjectWords
{
    /// <summary>The level in the table's own words, as people read them; what it says without one.</summary>
    public static string Level(ToxicityNow now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return now.Level?.Replace('_', ' ') ?? now.State switch
        {
            GradeState.NotAssessed => "not assessed",
            GradeState.NotApplicable => "not applicable",
            GradeState.WrongInstrument => "wrong instrument",
            GradeState.NotComputed or GradeState.Determined or GradeState.CannotExclude => "not computed",
        };
    }

    /// <summary>MAS signal, HLH-2004, NEWS2 and 3 more.</summary>
    public static string Names(IReadOnlyList<StandingGrade> grades)
    {
        const int Shown = 4;
        var names = string.Join(", ", grades.Take(Shown).Select(grade => TableNames.Of(grade.Table)));
        return grades.Count > Shown ? $"{names} and {grades.Count - Shown} more" : names;
    }

    static string LastDay(Subject subject) => subject.LeftOn is { } day ? string.Create(CultureInfo.InvariantCulture, $", last day {day:yyyy-MM-dd}") : "";

    /// <summary>Null for the usual case: on study and on the ward.</summary>
    public static string? Status(Subject subject) => subject.Status switch
    {
        SubjectStatus.Died => "died",
        SubjectStatus.Withdrew => $"withdrew from the study{LastDay(subject)}",
        SubjectStatus.Moved => $"moved to another hospital{LastDay(subject)}",
        SubjectStatus.OnStudy => subject.DischargedHomeAt is null ? null : "discharged home",
    };
}
