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

    /// <summary>The results at these moments, UTC, in their order; one pass over the record for all of them.</summary>
    /// <exception cref="ArgumentException">A fact holds an unknown agent, device or cause, or a number is missing.</exception>
    public static IReadOnlyList<CrsAssessment> Over(SubjectFacts facts, IReadOnlyList<DateTime> moments)
    {
        var upper = CrsWalk.Over(new CrsRecord(facts, countProvisional: false), moments);
        if (!facts.Facts.Any(Attributions.IsProvisionalOtherCause))
        {
            return [.. moments.Select(moment => upper[moment])];
        }

        // What a nurse proposed narrows the lower bound only, until a physician countersigns.
        var lower = CrsWalk.Over(new CrsRecord(facts, countProvisional: true), moments);
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
    internal CrsAssessment WithLower(CrsAssessment lower) =>
        this with { Result = ProvisionalResult.Between(Result, lower.Result, CrsSentence.OfProvisional) };
}

/// <summary>Vital signs that are a danger in themselves: an exclusion by attribution lowers the grade, never this.</summary>
[Flags]
public enum VitalDanger
{
    /// <summary>None recorded; missing values are not a danger but a gap.</summary>
    None = 0,

    /// <summary>A vasopressor runs (inotropes alone do not count).</summary>
    Vasopressor = 1,

    /// <summary>Systolic pressure below the limit of the age.</summary>
    LowPressure = 2,

    /// <summary>SpO2 below 90 %.</summary>
    LowSaturation = 4,
}
