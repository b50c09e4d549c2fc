using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Courses;

/// <summary>What stood before conditioning: LD1 as it is known at a moment, also while the first course is still running, and the last value before it.</summary>
static class Conditioning
{
    /// <summary>
    /// LD1 of the course that a moment belongs to. Before the first infusion: that of the course under way, once a fludarabine or cyclophosphamide dose
    /// has been given (without recorded doses: once the stated first day has begun).
    /// </summary>
    public static DateTime? StartAt(SubjectRecord record, DateTime moment) =>
        record.InfusionAt(moment) is not null ? record.Recovery.ConditioningFrom(moment) : record.Recovery.FirstCourseUntil(moment);

    /// <summary>
    /// The last value before LD1; if there is none, the last before the first infusion. A value is never its own baseline: nothing that was observed with
    /// it or after it counts.
    /// </summary>
    public static Fact? Baseline(SubjectRecord record, Fact value)
    {
        return StartAt(record, value.ObservedAt) is { } start && LastBefore(start) is { } baseline ? baseline
            : record.FirstInfusion is { } first && first <= value.ObservedAt ? LastBefore(first)
            : null;

        // Both instants lie at or before the value's own.
        Fact? LastBefore(DateTime instant) => record.Standing(value.Code, instant.AddTicks(-1));
    }
}
