using CarNkMonitor.Grading.Urgency;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Staff;

namespace CarNkMonitor.Web.Pages.Shared;

/// <summary>The words of the screen for what the record calls by code.</summary>
public static class Words
{
    public static string Of(ClinicalUrgency urgency) => urgency switch
    {
        ClinicalUrgency.EmergencyNow => "Emergency",
        ClinicalUrgency.Urgent1H => "Urgent",
        ClinicalUrgency.SameDay => "Same day",
        ClinicalUrgency.Routine => "Routine",
    };

    /// <summary>What the stylesheet calls it.</summary>
    public static string Severity(ClinicalUrgency urgency) => urgency switch
    {
        ClinicalUrgency.EmergencyNow => "emergency",
        ClinicalUrgency.Urgent1H => "urgent",
        ClinicalUrgency.SameDay => "same-day",
        ClinicalUrgency.Routine => "routine",
    };

    public static string Within(ClinicalUrgency urgency) => urgency switch
    {
        ClinicalUrgency.EmergencyNow => "attend now",
        ClinicalUrgency.Urgent1H => "physician at the bedside within 1 h",
        ClinicalUrgency.SameDay => "physician review within 4 h",
        ClinicalUrgency.Routine => "next planned review",
    };

    public static string Of(AlertState state) => state switch
    {
        AlertState.Open => "Not yet accepted",
        AlertState.Acknowledged => "Accepted, assessment awaited",
        AlertState.Managed => "Assessed, being managed",
        AlertState.Exhausted => "Nobody has accepted",
        AlertState.Withdrawn => "Withdrawn",
        AlertState.Closed => "Closed",
    };

    public static string Of(NoticeState state) => state switch
    {
        NoticeState.Queued or NoticeState.Sending or NoticeState.Unknown => "text on its way",
        NoticeState.Accepted or NoticeState.Sent => "text sent",
        NoticeState.Delivered => "text delivered",
        NoticeState.Undelivered or NoticeState.Failed => "text not delivered",
        NoticeState.Expired or NoticeState.Superseded => "no longer called",
    };

    public static string Of(PhoneOff? off) => off switch
    {
        PhoneOff.Stopped => "replied STOP, START brings it back",
        PhoneOff.NotOnDuty => "replied N: not on duty",
        PhoneOff.OfNoUse => "cannot be texted",
        PhoneOff.Replaced => "replaced by another phone",
        null => "switched off",
    };

    /// <summary>What an alert is about, for somebody who may not read grades: as little as a minimal text says.</summary>
    static string Minimal(AlertKind kind) => kind is AlertKind.Overdue or AlertKind.Coverage or AlertKind.System ? Of(kind) : "Toxicity alert";

    /// <summary>What an alert is about, with the grade now and before: CRS grade 3, was 1.</summary>
    public static string Ground(Alert alert, bool showsGrades) => !showsGrades ? Minimal(alert.Kind) : alert switch
    {
        { Low: null } => Of(alert.Kind),
        { Low: 0, High: > 0 } => $"{Of(alert.Kind)} not excluded: up to grade {alert.High} is possible",
        { Low: var low, High: var high } when high > low => $"{Of(alert.Kind)} grade {low} or more, grade {high} cannot be excluded",
        { PreviousLow: { } before } when before < alert.Low => $"{Of(alert.Kind)} grade {alert.Low}, was {before}",
        _ => $"{Of(alert.Kind)} grade {alert.Low}",
    };

    static string Of(AlertKind kind) => kind switch
    {
        AlertKind.Crs => "CRS",
        AlertKind.Icans => "ICANS",
        AlertKind.IecHs => "IEC-HS",
        AlertKind.Mas => "MAS",
        AlertKind.Gvhd => "GvHD",
        AlertKind.Cytopenia => "Cytopenia",
        AlertKind.Infection => "Infection",
        AlertKind.Vitals => "Vital signs beyond limits",
        AlertKind.DataGap => "Data missing",
        AlertKind.Overdue => "Check overdue",
        AlertKind.Coverage => "Nobody reachable on the on-call list",
        AlertKind.System => "A listed phone sends wrong codes",
    };
}
