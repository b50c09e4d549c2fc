namespace CarNkMonitor.Grading.Courses;

/// <summary>Windows and lives that several tables share (specification 1.2, 2.8, 3.3, 5 of CRS, ICANS and MAS; all proposals).</summary>
static class CourseTimes
{
    public static readonly TimeSpan FourHours = TimeSpan.FromHours(4);
    public static readonly TimeSpan Day = TimeSpan.FromHours(24);
    public static readonly TimeSpan ThreeDays = TimeSpan.FromHours(72);

    /// <summary>The 12-hour interval of neurological checks plus half of it.</summary>
    public static readonly TimeSpan NeurologicalSet = TimeSpan.FromHours(18);

    /// <summary>An open episode closes after this long at level 0 without a break.</summary>
    public static readonly TimeSpan EpisodeClosesAfter = TimeSpan.FromHours(24);
}
