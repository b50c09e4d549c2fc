using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Icans;

/// <summary>
/// ICANS over time (specification 2.8 and 5): from raw timed observations to a result at any moment. A pure function of the facts: neither their
/// order nor an earlier grading changes it, and facts observed after a moment do not touch it.
/// </summary>
public static class IcansCourse
{
    /// <summary>The result at one moment, UTC; an entry observed at that very moment counts.</summary>
    /// <exception cref="ArgumentException">A fact holds an unknown word, or a number is missing.</exception>
    public static CourseResult At(SubjectFacts facts, DateTime moment) => Over(facts, [moment])[0];

    /// <summary>The results at these moments, UTC, in their order; one pass over the record for all of them.</summary>
    /// <exception cref="ArgumentException">A fact holds an unknown word, or a number is missing.</exception>
    public static IReadOnlyList<CourseResult> Over(SubjectFacts facts, IReadOnlyList<DateTime> moments) =>
        Over(new SubjectRecord(facts, countProvisional: true), moments);

    internal static IReadOnlyList<CourseResult> Over(SubjectRecord record, IReadOnlyList<DateTime> moments) =>
        ProvisionalCourse.Over(record, moments, Walk, IcansSentence.OfProvisional);

    internal static Dictionary<DateTime, CourseResult> Walk(SubjectRecord facts, IReadOnlyList<DateTime> moments)
    {
        var record = new IcansRecord(facts);
        return EpisodeWalk.Over(record.Changes(), moments, (moment, isEstablished) => facts.InfusionAt(moment) is not null && !record.IsAssessed(moment)
            ? IcansGrader.NotAssessed
            : IcansGrader.Grade(IcansWindows.At(record, moment, isEstablished)));
    }
}
