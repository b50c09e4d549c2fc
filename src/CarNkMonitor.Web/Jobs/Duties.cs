using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Toxicity;

namespace CarNkMonitor.Web.Jobs;

/// <summary>The recurring duties, by the names under which they stamp their heartbeats; health watches them.</summary>
public static class Duties
{
    public static readonly IReadOnlyList<string> All = [nameof(SendNotices), nameof(RegradeSubjects), nameof(FindOverdue)];
}
