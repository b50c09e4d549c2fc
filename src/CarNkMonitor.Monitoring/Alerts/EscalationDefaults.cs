using CarNkMonitor.Grading.Urgency;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>The timers of a study that has not approved its own: texts only, two levels.</summary>
public static class EscalationDefaults
{
    public static EscalationTimers For(ClinicalUrgency urgency) => urgency switch
    {
        ClinicalUrgency.EmergencyNow => new(
            RepeatAfter: Minutes(3, 6, 9), NextLevelAfter: TimeSpan.FromMinutes(5), Levels: MostLevels, Cycles: 3,
            Lease: TimeSpan.FromMinutes(30), Acknowledgements: 2, NoticeLives: TimeSpan.FromMinutes(30)),
        ClinicalUrgency.Urgent1H => new(
            RepeatAfter: Minutes(5, 10), NextLevelAfter: TimeSpan.FromMinutes(10), Levels: MostLevels, Cycles: 2,
            Lease: TimeSpan.FromMinutes(60), Acknowledgements: 1, NoticeLives: TimeSpan.FromHours(2)),
        ClinicalUrgency.SameDay => new(
            RepeatAfter: Minutes(30), NextLevelAfter: TimeSpan.FromMinutes(30), Levels: MostLevels, Cycles: 2,
            Lease: TimeSpan.FromHours(4), Acknowledgements: 1, NoticeLives: TimeSpan.FromHours(4)),
        ClinicalUrgency.Routine => new(
            RepeatAfter: [], NextLevelAfter: TimeSpan.FromHours(24), Levels: MostLevels, Cycles: 1,
            Lease: TimeSpan.FromHours(24), Acknowledgements: 1, NoticeLives: TimeSpan.FromHours(24)),
    };

    /// <summary>Levels that every site must cover.</summary>
    public const int MostLevels = 2;

    /// <summary>An exhausted alert calls its first level again this often for as long as it is open.</summary>
    public static readonly TimeSpan ExhaustedRepeat = TimeSpan.FromMinutes(15);

    /// <summary>A managed alert closes by itself after its ground has been below the threshold for so long.</summary>
    public static readonly TimeSpan ClosesAfter = TimeSpan.FromHours(24);

    static TimeSpan[] Minutes(params int[] minutes) => [.. minutes.Select(minute => TimeSpan.FromMinutes(minute))];
}
