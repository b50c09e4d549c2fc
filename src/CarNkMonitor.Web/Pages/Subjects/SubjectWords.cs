using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Web.Pages.Subjects;

/// <summary>Where a participant stands, in words.</summary>
static class SubjectWords
{
    /// <summary>Null for the usual case: on study and on the ward.</summary>
    public static string? Status(Subject subject) => subject.Status switch
    {
        SubjectStatus.Died => "died",
        SubjectStatus.Withdrew => "withdrew from the study",
        SubjectStatus.Moved => "moved to another site",
        SubjectStatus.OnStudy => subject.DischargedHomeAt is null ? null : "discharged home",
    };
}
