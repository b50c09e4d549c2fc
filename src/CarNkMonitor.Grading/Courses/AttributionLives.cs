using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Icans;

namespace CarNkMonitor.Grading.Courses;

/// <summary>
/// How long each statement on the cause of a finding counts: 24 h, or until the finding's episode ends or the next statement is made, whichever is
/// first (specification 5.1). Grading asks at a moment; this answers for people who must renew in time.
/// </summary>
public static class AttributionLives
{
    /// <summary>How long a statement counts at most; at this age exactly it no longer does.</summary>
    public static readonly TimeSpan Longest = CrsTimes.AttributionHolds;

    /// <summary>The codes of such statements.</summary>
    public static readonly IReadOnlyList<string> Codes =
    [
        CrsCodes.FeverAttribution, CrsCodes.HypotensionAttribution, CrsCodes.HypoxiaAttribution,
        IcansCodes.ConsciousnessAttribution, IcansCodes.SeizureAttribution, IcansCodes.MotorAttribution, IcansCodes.PressureAttribution,
    ];

    /// <summary>Whether a statement takes its finding out of CRS or ICANS: for fever every cause but <c>unattributed</c>, <c>crs</c> and <c>iechs_or_mas</c>, else <c>other_cause</c>.</summary>
    /// <param name="coded">The coded value of the statement.</param>
    public static bool IsOtherCause(string? coded) => coded is not (null or "attributable" or "unattributed" or "crs" or "iechs_or_mas");

    /// <summary>Every statement with its end, the latest first. Countersigned or not makes no difference here.</summary>
    /// <param name="subject">All facts that may be known; readings decide when an episode ends, and later ones may move a time that lies ahead.</param>
    public static IReadOnlyList<AttributionLife> Of(SubjectFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var record = new SubjectRecord(subject, countProvisional: true);
        var (crs, icans) = (new CrsRecord(record), new IcansRecord(record));
        return [.. Codes.SelectMany(code => OfCode(record.All(code), EpisodeEnd(code, crs, icans))).OrderByDescending(life => life.Statement.ObservedAt)];
    }

    static Func<Fact, DateTime?> EpisodeEnd(string code, CrsRecord crs, IcansRecord icans) => code switch
    {
        CrsCodes.FeverAttribution => crs.Fever.EpisodeEnd,
        CrsCodes.HypotensionAttribution => crs.Hypotension.EpisodeEnd,
        CrsCodes.HypoxiaAttribution => crs.Hypoxia.EpisodeEnd,
        IcansCodes.ConsciousnessAttribution => icans.Consciousness.EpisodeEnd,
        IcansCodes.SeizureAttribution => icans.Seizure.EpisodeEnd,
        IcansCodes.MotorAttribution => icans.Motor.EpisodeEnd,
        IcansCodes.PressureAttribution => icans.Pressure.EpisodeEnd,
        _ => throw new ArgumentException($"'{code}' is no statement on a cause.", nameof(code)),
    };

    static IEnumerable<AttributionLife> OfCode(Fact[] statements, Func<Fact, DateTime?> episodeEnd) => statements.Select((statement, index) => Life(
        statement, episodeEnd(statement), index + 1 < statements.Length ? statements[index + 1].ObservedAt : null));

    static AttributionLife Life(Fact statement, DateTime? episodeEnd, DateTime? next)
    {
        var end = episodeEnd < statement.ObservedAt ? statement.ObservedAt : episodeEnd; // the finding was over when it was made
        var (until, because) = (statement.ObservedAt + Longest, AttributionEnd.Age);
        (until, because) = end <= until ? (end.Value, AttributionEnd.Episode) : (until, because);
        return next < until ? new AttributionLife(statement, next.Value, AttributionEnd.NextStatement) : new AttributionLife(statement, until, because);
    }
}

/// <summary>A statement on a cause and how long it counts.</summary>
/// <param name="Statement">The observation.</param>
/// <param name="Until">UTC, exclusive: from this moment on it no longer counts for a new reading.</param>
/// <param name="EndsBy">What ends it.</param>
public sealed record AttributionLife(Fact Statement, DateTime Until, AttributionEnd EndsBy);

/// <summary>What ends a statement.</summary>
public enum AttributionEnd
{
    /// <summary>It is 24 h old: it must be renewed while the finding goes on.</summary>
    Age,

    /// <summary>The finding's episode is over: nothing is left to explain.</summary>
    Episode,

    /// <summary>Another statement on the same finding.</summary>
    NextStatement,
}
