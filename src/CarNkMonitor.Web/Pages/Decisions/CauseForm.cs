using CarNkMonitor.Monitoring.Decisions;

namespace CarNkMonitor.Web.Pages.Decisions;

/// <summary>A statement on a cause as it is entered.</summary>
public sealed class CauseForm
{
    public Guid SubmissionId { get; set; }
    public string? Finding { get; set; }

    /// <summary>Fever has causes of its own; every other finding has two.</summary>
    public string? FeverCause { get; set; }
    public string? OtherCause { get; set; }
    public string? Reason { get; set; }

    public AttributionEntry Entry(Guid subjectId) =>
        new(SubmissionId, subjectId, Finding, Finding == DecisionWords.FeverCode ? FeverCause : OtherCause, Reason?.Trim());
}

/// <summary>A grade as it is signed.</summary>
public sealed class SignForm
{
    public Guid SubmissionId { get; set; }
    public int? Grade { get; set; }
    public OverrideReason? ReasonCode { get; set; }
    public string? Reason { get; set; }
    public string? Password { get; set; }

    public GradeEntry Entry(Guid? assessmentId) => new(SubmissionId, assessmentId ?? Guid.Empty, Grade, ReasonCode, Reason, Password);
}
