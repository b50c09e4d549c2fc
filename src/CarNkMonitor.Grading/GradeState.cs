namespace CarNkMonitor.Grading;

/// <summary>What a result says of itself (specification 0.3).</summary>
public enum GradeState
{
    /// <summary>Low and high are the same grade.</summary>
    Determined,

    /// <summary>A missing input leaves more than one grade possible: at least low, cannot exclude high.</summary>
    CannotExclude,

    /// <summary>The table does not apply at this moment, for example before the infusion.</summary>
    NotApplicable,

    /// <summary>The wrong instrument was used, for example ICE for a child.</summary>
    WrongInstrument,

    /// <summary>Nothing that this table reads has been recorded since the most recent infusion: no grade and no alert.</summary>
    NotAssessed,

    /// <summary>A score or index that needs every item lacks one, or the unit is unknown: no level, never a partial one.</summary>
    NotComputed,
}
