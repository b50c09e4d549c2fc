using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Monitoring.Decisions;

/// <summary>A statement on a cause as it stands, with who made and who countersigned it.</summary>
/// <param name="Row">The observation that holds now.</param>
/// <param name="By">Printed name of who made it first.</param>
/// <param name="StatedAt">When that was recorded, UTC.</param>
/// <param name="CountersignedBy">Printed name of the physician who countersigned or corrected it; null where nobody did.</param>
/// <param name="Until">UTC, exclusive: it counts no longer than this.</param>
/// <param name="EndsBy">What ends it then.</param>
public sealed record AttributionStatement(
    Observation Row, string By, DateTime StatedAt, string? CountersignedBy, DateTime Until, AttributionEnd EndsBy)
{
    /// <summary>It takes the finding out of the grade; another statement ("attributable") puts it back.</summary>
    public bool IsOtherCause => AttributionLives.IsOtherCause(Row.Coded);

    public StatementState StateAt(DateTime now) =>
        now < Until ? Row.IsProvisional ? StatementState.AwaitsCountersignature : StatementState.Holds
        : EndsBy switch
        {
            AttributionEnd.Age => StatementState.RanOut,
            AttributionEnd.Episode => StatementState.EpisodeOver,
            AttributionEnd.NextStatement => StatementState.Replaced,
        };

    /// <summary>It can still be judged while nobody has done so, also when it ran out meanwhile: the grades of its time depend on it.</summary>
    public bool AwaitsJudgement => Row.IsProvisional;

    /// <summary>Nothing newer stands in its place and the finding may go on: it must be stated again if it is still true.</summary>
    public bool MayNeedRenewal => IsOtherCause && EndsBy == AttributionEnd.Age;
}

/// <summary>Where a statement stands.</summary>
public enum StatementState { AwaitsCountersignature, Holds, RanOut, EpisodeOver, Replaced }
