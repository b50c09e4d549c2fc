using System.Diagnostics;

namespace CarNkMonitor.Monitoring.Data;

/// <summary>The one source of the program's own traces. No subject's data ever stands in an activity.</summary>
public static class Telemetry
{
    public static readonly ActivitySource Source = new("CarNkMonitor");
}
