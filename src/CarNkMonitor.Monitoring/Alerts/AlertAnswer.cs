namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>What became of somebody's wish for an alert, with the sentence to show. A refusal is an answer, not an error.</summary>
/// <param name="Refusal">Null when it was done.</param>
/// <param name="Sentence">For the person who asked.</param>
public sealed record AlertAnswer(AlertRefusal? Refusal, string Sentence)
{
    public bool IsDone => Refusal is null;

    internal static AlertAnswer Done(string sentence) => new(null, sentence);

    /// <summary>The same for an alert that does not exist and for one of another site.</summary>
    internal static readonly AlertAnswer NotFound = new(AlertRefusal.NotFound, "There is no such alert.");

    internal static readonly AlertAnswer Over = new(AlertRefusal.WrongState, "This alert is over.");

    internal static AlertAnswer NotAllowed(string sentence) => new(AlertRefusal.NotAllowed, sentence);

    internal static AlertAnswer WrongState(string sentence) => new(AlertRefusal.WrongState, sentence);

    /// <summary>The person looked at an earlier step; nothing was done.</summary>
    internal static AlertAnswer MovedOn(Alert alert) => new(
        AlertRefusal.MovedOn, $"Nothing was passed on: the alert has moved on since you looked, and level {alert.Level} is being called. Look again.");

    internal static AlertAnswer Incomplete(string sentence) => new(AlertRefusal.Incomplete, sentence);
}

public enum AlertRefusal { NotFound, NotAllowed, AlreadyAccepted, WrongState, Incomplete, MovedOn }
