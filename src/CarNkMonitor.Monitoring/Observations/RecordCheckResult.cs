using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Toxicity;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>The answer to somebody who asked to record: exactly one of the records below.</summary>
public abstract record RecordCheckResult;

/// <summary>Stored and graded.</summary>
/// <param name="WasStoredBefore">
/// The same submission, or all of it by somebody else at the same instant, had been stored already: this is the answer of that check, and nothing changed.
/// </param>
/// <param name="Crs">CRS now, at the newest moment of the subject; null if nothing has been graded yet.</param>
/// <param name="Alert">
/// What this check did to the subject's alerts and who is being called now (<c>Alert.Called</c>); null if it changed nothing that is graded, or was
/// stored before.
/// </param>
/// <param name="Reminders">What would narrow the answer, for example a device without its flow.</param>
public sealed record CheckSaved(
    Guid CheckId, bool WasStoredBefore, ToxicityNow? Crs, AlertOutcome? Alert, IReadOnlyList<string> Reminders) : RecordCheckResult
{
    /// <summary>So many of its values stood already at their instant, with the same value, and were not stored again.</summary>
    public int Repeated { get; init; }

    /// <summary>After an amendment: the first of the rows that stand in place of the others, which names the amendment.</summary>
    public Guid? AmendmentId { get; init; }
}

/// <summary>Nothing was stored; every problem is listed.</summary>
public sealed record CheckRefused(IReadOnlyList<EntryProblem> Problems) : RecordCheckResult;

/// <summary>Nothing was stored yet: alarming but possible values. Submit again with those items confirmed.</summary>
public sealed record NeedsConfirmation(IReadOnlyList<EntryProblem> Questions) : RecordCheckResult;

/// <summary>No such subject, or none that this person may see; the difference is not told.</summary>
public sealed record SubjectNotFound : RecordCheckResult;

/// <summary>The person may see the subject but not record this.</summary>
public sealed record NotPermitted(string Reason) : RecordCheckResult;
