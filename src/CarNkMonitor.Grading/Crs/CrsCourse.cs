using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Crs;

/// <summary>
/// CRS over time (specification 1.2, 1.3 and 5): from raw timed observations and doses to a result at any moment. A pure function of the facts:
/// neither their order nor an earlier grading changes it, and facts observed after a moment do not touch it. The readings chosen where the
/// text is unclear stand in docs/criteria/crs.md.
/// </summary>
public static class CrsCourse
{
    /// <summary>The result at one moment, UTC; an entry observed at that very moment counts.</summary>
    /// <exception cref="ArgumentException">A fact holds an unknown agent, device or cause, or a number is missing.</exception>
    public static CrsAssessment At(SubjectFacts facts, DateTime moment) => Over(facts, [moment])[0];

    /// <summary>
    /// The results at every instant at which CRS may change, by an entry or by time alone: the end of a window, a look-back, a running support or an
    /// attribution, the closing of an episode. Between two of them CRS is constant; at one it may be as it was before. Ascending, worked out as they
    /// are asked for.
    /// </summary>
    /// <param name="facts">All facts; what happens after the last one is what happens without a new entry.</param>
    /// <param name="from">UTC; earlier instants are left out.</param>
    /// <param name="alsoAt">Instants of the caller's own; those before <paramref name="from"/> are left out too.</param>
    /// <exception cref="ArgumentException">A fact holds an unknown agent, device or cause, or a number is missing.</exception>
    public static IEnumerable<CrsAssessment> Changes(SubjectFacts facts, DateTime from, IReadOnlyCollection<DateTime> alsoAt)
    {
        var subject = new SubjectRecord(facts, countProvisional: true);
        var record = new CrsRecord(subject.Signed);
        if (subject.Signed == subject)
        {
            return CrsWalk.Along(record, alsoAt, moment => moment >= from);
        }

        // Two courses, which do not change at the same instants.
        var excluding = new CrsRecord(subject);
        var all = new[] { record, excluding }.SelectMany(one => CrsWalk.Along(one, alsoAt, moment => moment >= from)).Select(one => one.Moment);
        return Over(subject, [.. all.Distinct().Order()]);
    }

    /// <summary>The results at these moments, UTC, in their order; one pass over the record for all of them.</summary>
    /// <exception cref="ArgumentException">A fact holds an unknown agent, device or cause, or a number is missing.</exception>
    public static IReadOnlyList<CrsAssessment> Over(SubjectFacts facts, IReadOnlyList<DateTime> moments) => Over(new SubjectRecord(facts, countProvisional: true), moments);

    /// <summary>
    /// How long after its time an entry of this code can still count in a grading of CRS, exclusive (specification 1.2, 1.3 and 5): a bolus 4 h; a
    /// temperature, an attribution and a review of the chart 24 h; a dose of a drug that may hide fever 14 days, because in an established episode every
    /// dose since its onset counts; a death always; everything else 12 h, as the latest of its kind.
    /// </summary>
    public static TimeSpan CountsFor(string code) => code switch
    {
        CrsCodes.Temperature => CrsTimes.TemperatureWindow,
        CrsCodes.FluidBolus => CrsTimes.Window,
        CrsCodes.FeverAttribution or CrsCodes.HypotensionAttribution or CrsCodes.HypoxiaAttribution => CrsTimes.AttributionHolds,
        CrsCodes.MaskingReviewed => CrsTimes.ReviewHolds,
        CrsCodes.Antipyretic or CrsCodes.Steroid or CrsCodes.Tocilizumab or CrsCodes.Anticytokine => CrsTimes.LongestMasking,
        CrsCodes.Death => TimeSpan.MaxValue,
        _ => CrsTimes.LatestWithin,
    };

    internal static IReadOnlyList<CrsAssessment> Over(SubjectRecord record, IReadOnlyList<DateTime> moments)
    {
        var upper = CrsWalk.Over(new CrsRecord(record.Signed), moments);
        if (record.Signed == record)
        {
            return [.. moments.Select(moment => upper[moment])];
        }

        // What a nurse proposed narrows the lower bound only, until a physician countersigns.
        var lower = CrsWalk.Over(new CrsRecord(record), moments);
        return [.. moments.Select(moment => upper[moment].WithLower(lower[moment]))];
    }
}

/// <summary>CRS at one moment.</summary>
/// <param name="Moment">UTC.</param>
/// <param name="Result">The result of the table.</param>
/// <param name="Episode">1 plus the number of CRS episodes that were closed by then.</param>
/// <param name="OnsetAt">First qualifying fever of the open episode; null when none is open. At the onset itself the episode is not yet established.</param>
/// <param name="Danger">Findings that call whatever the grade and whatever their cause (specification 0.4).</param>
public sealed record CrsAssessment(DateTime Moment, GradeResult Result, int Episode, DateTime? OnsetAt, VitalDanger Danger)
{
    /// <summary>What cannot be excluded now: <see cref="Danger"/>, and what no window holds a reading of.</summary>
    public VitalDanger PossibleDanger => VitalDangers.PossibleOf(Recorded);

    /// <summary>Nothing is wrong by CRS, and everything that the table asks for is known: grade 0 for sure.</summary>
    public bool IsQuiet => Result is { State: GradeState.Determined, High: 0 };

    /// <summary>Observation codes that no window holds a reading of, whether the grade hangs on them or not.</summary>
    internal IEnumerable<string> Lacking => CrsMissing.Lacking(Recorded);

    /// <summary>All that the windows hold, whatever its cause.</summary>
    internal CrsInputs Recorded { get; init; } = new();

    internal CrsAssessment WithLower(CrsAssessment lower) =>
        this with { Result = ProvisionalResult.Between(Result, lower.Result, CrsSentence.OfProvisional) };
}
