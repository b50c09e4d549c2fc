namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>What an alert wants next.</summary>
public abstract record EscalationStep
{
    EscalationStep()
    {
    }

    /// <summary>Nothing before this time; null: nothing at all until somebody does something.</summary>
    public sealed record Wait(DateTime? Until) : EscalationStep;

    /// <summary>Call this level, in this cycle.</summary>
    public sealed record Call(int Level, int Cycle) : EscalationStep;

    /// <summary>All levels and cycles are used up: say so on every screen.</summary>
    public sealed record Exhaust : EscalationStep;

    /// <summary>Exhausted, and its repeat has come: level 1 again.</summary>
    public sealed record CallAgain(int Cycle) : EscalationStep;

    /// <summary>Somebody accepted and recorded no assessment in time: everything is called anew.</summary>
    public sealed record OpenAgain : EscalationStep;

    /// <summary>Managed, and below the threshold for long enough.</summary>
    public sealed record Close : EscalationStep;
}
