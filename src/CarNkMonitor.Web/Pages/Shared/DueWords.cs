using CarNkMonitor.Monitoring.Schedule;
using static System.FormattableString;

namespace CarNkMonitor.Web.Pages.Shared;

/// <summary>When a check is wanted, in the words and weights of the screen.</summary>
public static class DueWords
{
    /// <summary>What the stylesheet calls it, and the words.</summary>
    public static (string Due, string Text) Of(PlannedAssessment slot, WallClock clock) => slot.StateAt(clock.Now) switch
    {
        PlannedState.Overdue => ("overdue", $"Overdue {Span(clock.Now - slot.NominalAt)}"),
        PlannedState.Due when clock.Now >= slot.NominalAt => ("due", $"Due since {clock.Text(slot.NominalAt)}"),
        PlannedState.Due => ("due", $"Due {clock.Text(slot.NominalAt)}"),
        PlannedState.Done or PlannedState.DoneLate => ("done", $"Done for {clock.Text(slot.NominalAt)}"),
        PlannedState.Missed => ("done", $"Missed {clock.Text(slot.NominalAt)}"),
        PlannedState.Scheduled or PlannedState.Superseded => ("later", $"Next {clock.Text(slot.NominalAt)}"),
    };

    /// <summary>1 h 20 min, 45 min, 3 days.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 60 } => Invariant($"{(int)span.TotalMinutes} min"),
        { TotalHours: < 48 } => Invariant($"{(int)span.TotalHours} h {span.Minutes} min"),
        _ => Invariant($"{(int)span.TotalDays} days"),
    };
}
