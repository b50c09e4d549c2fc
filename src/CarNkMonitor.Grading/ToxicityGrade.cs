namespace CarNkMonitor.Grading;

/// <summary>Severity on a table's own scale. Severity is not seriousness, and 0 means "criteria not met now", not "well".</summary>
public enum ToxicityGrade
{
    /// <summary>0: the criteria are not met now.</summary>
    None,

    /// <summary>1.</summary>
    Grade1,

    /// <summary>2.</summary>
    Grade2,

    /// <summary>3.</summary>
    Grade3,

    /// <summary>4.</summary>
    Grade4,

    /// <summary>5: death, by a clinician's statement of the principal cause; never computed.</summary>
    Grade5,
}
