using System.Globalization;
using System.Text.Json;
using CarNkMonitor.Grading.Urgency;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>Reads the audit rows of an alert as events of its story: what each transition changed tells which one it was.</summary>
static class AlertChange
{
    /// <summary>One row may tell several: worse, and nobody to be reached at any level.</summary>
    public static IReadOnlyList<TimelineEntry> Entries(AuditEntry row)
    {
        if (row.Entity != nameof(Alert))
            return [];
        using var change = JsonDocument.Parse(row.ChangeJson);
        TimelineEntry?[] all = [Begun(row, change.RootElement), Moved(row, change.RootElement)];
        return [.. all.OfType<TimelineEntry>().DefaultIfEmpty(Other(row, change.RootElement)).OfType<TimelineEntry>()];
    }

    static TimelineEntry? Begun(AuditEntry row, JsonElement change) =>
        Words(change, nameof(Alert.OpenedAt)).Now is not null ? new(row.At, TimelineKind.Found, $"{Ground(change)} {UrgencyWords(change)}")
        : Words(change, nameof(Alert.LastStateOnStudy)).Before is not null ? TakenUp(row, change)
        : Rose(change, nameof(Alert.Round)) ? Again(row, change)
        : null;

    static TimelineEntry? Other(AuditEntry row, JsonElement change) =>
        Rose(change, nameof(Alert.Cycle)) ? new(row.At, TimelineKind.Escalated, $"{Why(row)} all levels were called; level {Words(change, nameof(Alert.Level)).Now ?? "1"} is called again.")
        : Rose(change, nameof(Alert.Level)) ? new(row.At, TimelineKind.Escalated, $"{Why(row)} level {Words(change, nameof(Alert.Level)).Now} is called.")
        : row.Act == CallLevel.GapAct ? new(row.At, TimelineKind.Escalated, $"Nobody can be reached at level {change.GetProperty("level")}.")
        : change.TryGetProperty("passedOnFromLevel", out _) ? new(row.At, TimelineKind.Escalated, $"Passed on by {row.Actor}.")
        : Words(change, nameof(Alert.BelowThresholdSince)) is { Before: null, Now: not null } ? new(row.At, TimelineKind.Found, "The grade is below the threshold now.")
        : null;

    static TimelineEntry Again(AuditEntry row, JsonElement change) => row.Act == nameof(AdvanceAlert)
        ? new(row.At, TimelineKind.Escalated, "Accepted, but no assessment was recorded in time: everybody is called again.")
        : new(row.At, TimelineKind.Found, $"Worse. {Ground(change)} Everybody is called again.");

    static TimelineEntry TakenUp(AuditEntry row, JsonElement change) => new(row.At, TimelineKind.Found, Rose(change, nameof(Alert.Round))
        ? "The participant is on study again: everybody is called again."
        : "The participant is on study again: the alert stands as it stood.");

    static TimelineEntry? Moved(AuditEntry row, JsonElement change) => Words(change, nameof(Alert.State)).Now is not { } state ? null : Enum.Parse<AlertState>(state) switch
    {
        AlertState.Exhausted => new(row.At, TimelineKind.Escalated, "Everybody was called and nobody accepted. Level 1 is called again every 15 minutes."),
        AlertState.Withdrawn when row.Act == nameof(ReturnToStudy) => new(row.At, TimelineKind.Ended, "Withdrawn: the entry behind it was corrected while the participant was not on study."),
        AlertState.Withdrawn => new(row.At, TimelineKind.Ended, $"Withdrawn: the entry behind it was corrected by {row.Actor}."),
        AlertState.Closed when Words(change, nameof(Alert.LastStateOnStudy)).Now is not null => new(row.At, TimelineKind.Ended, "Closed: the participant is not on study any more."),
        AlertState.Closed when row.ActorId is not null => new(row.At, TimelineKind.Ended, $"Closed by {row.Actor}: {row.Reason}"),
        AlertState.Closed => new(row.At, TimelineKind.Ended, "Closed by itself: its ground is gone."),
        AlertState.Open or AlertState.Acknowledged or AlertState.Managed => null,   // said by the call, the acceptance and the assessment
    };

    static string Why(AuditEntry row) => row.ActorId is not null ? "Passed on:" : "Not accepted in time or not reached:";

    static string Ground(JsonElement change) => (Words(change, nameof(Alert.Kind)).Now ?? nameof(AlertKind.Crs), Words(change, nameof(Alert.Low)).Now, Words(change, nameof(Alert.High)).Now) switch
    {
        (nameof(AlertKind.Vitals), _, _) => "Vital signs beyond their limits.",
        (nameof(AlertKind.Coverage), _, _) => "Nobody can be reached at some level of the on-call list.",
        (nameof(AlertKind.System), _, _) => "A phone on the on-call list sends wrong codes.",
        (var kind, null, _) => $"{kind.ToUpperInvariant()} found.",
        (var kind, var low, null) => $"{kind.ToUpperInvariant()} grade {low} found.",
        (var kind, var low, var high) when low == high => $"{kind.ToUpperInvariant()} grade {low} found.",
        (var kind, var low, var high) => $"{kind.ToUpperInvariant()} at least grade {low}; grade {high} cannot be excluded, data missing.",
    };

    static string UrgencyWords(JsonElement change) => Enum.Parse<ClinicalUrgency>(Words(change, nameof(Alert.Urgency)).Now!) switch
    {
        ClinicalUrgency.EmergencyNow => "Emergency.",
        ClinicalUrgency.Urgent1H => "Urgent: a physician within 1 h.",
        ClinicalUrgency.SameDay => "Same day: a physician within 4 h.",
        ClinicalUrgency.Routine => "Routine.",
    };

    static bool Rose(JsonElement change, string property) =>
        Words(change, property) is { Before: { } before, Now: { } now }
        && int.Parse(now, CultureInfo.InvariantCulture) > int.Parse(before, CultureInfo.InvariantCulture);

    static (string? Before, string? Now) Words(JsonElement change, string property) =>
        change.TryGetProperty(property, out var values) && values.ValueKind == JsonValueKind.Array ? (Word(values[0]), Word(values[1])) : (null, null);

    static string? Word(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.ToString();
}
