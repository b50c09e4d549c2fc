using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Icans;

/// <summary>
/// A finding of which a window shows the most severe reading, with the statements on its cause. A statement speaks of the readings of its own
/// episode; a reading that it does not cover is never hidden behind a more severe one that it does.
/// </summary>
/// <param name="facts">The record.</param>
/// <param name="code">The finding.</param>
/// <param name="none">The word of a reading without the finding: it ends an episode (specification 5.1).</param>
/// <param name="attribution">The code of the statements.</param>
sealed class CausedFinding(SubjectRecord facts, string code, string none, string attribution)
{
    readonly DateTime[] _ends = [.. facts.All(code).Where(fact => fact.Coded == none).Select(fact => fact.ObservedAt)];
    readonly Fact[] _statements = facts.All(attribution);

    /// <summary>The most severe reading that no statement covers; if every one is covered, the most severe of them; null without a reading.</summary>
    public (Fact? Reading, bool HasOtherCause) MostSevere(ReadOnlySpan<Fact> readings, DateTime moment, Func<Fact, int> severity)
    {
        if (StatementAt(moment) is not { } statement)
        {
            return (SubjectRecord.Worst(readings, severity), false);
        }

        var open = SubjectRecord.Worst(readings, fact => severity(fact), fact => !Covers(statement, fact));
        return open is null ? (SubjectRecord.Worst(readings, severity), readings.Length > 0 || !HasEndedSince(statement, moment)) : (open, false);
    }

    /// <summary>When the episode that this statement speaks of ended; null while no reading says so.</summary>
    public DateTime? EpisodeEnd(Fact statement)
    {
        var about = AboutReadingAt(statement);
        return Array.Find(_ends, end => end > about) is var end && end != default ? end : null;
    }

    /// <summary>The statement of another cause that holds: less than 24 h old, and the latest.</summary>
    Fact? StatementAt(DateTime moment) =>
        Timed.Between(_statements, moment - CrsTimes.AttributionHolds, moment) is [.., var latest] && latest.Coded is not (null or "attributable") ? latest : null;

    bool Covers(Fact statement, Fact reading)
    {
        var about = AboutReadingAt(statement);
        return reading.ObservedAt < about
            ? !Timed.AnyBetween(_ends, reading.ObservedAt, about)
            : !Timed.AnyBetween(_ends, about, reading.ObservedAt);
    }

    /// <summary>A statement speaks of the last finding of the 24 h before it; made before any finding, it speaks of what comes.</summary>
    DateTime AboutReadingAt(Fact statement)
    {
        var before = facts.Between(code, statement.ObservedAt - CourseTimes.Day, statement.ObservedAt);
        for (var index = before.Length - 1; index >= 0; index--)
        {
            if (before[index].Coded != none)
            {
                return before[index].ObservedAt;
            }
        }

        return statement.ObservedAt;
    }

    bool HasEndedSince(Fact statement, DateTime moment) => Timed.AnyBetween(_ends, statement.ObservedAt, moment);
}
