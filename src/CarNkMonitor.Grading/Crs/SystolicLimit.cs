using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Crs;

/// <summary>
/// Below which systolic pressure counts as hypotension (exclusive: the limit itself does not). The consensus prints no number; these are
/// PALS and Mahadeo 2019 Table 2 for children, CARTOX for adults (specification 1.4, a proposal).
/// </summary>
public static class SystolicLimit
{
    /// <summary>From 10 years on, and the highest limit of any age.</summary>
    public const decimal Adult = 90m;

    /// <summary>First 28 days of life, and the lowest limit of any age.</summary>
    public const decimal Neonate = 60m;

    const decimal Infant = 70m;

    /// <summary>The limit in mm[Hg] at this age.</summary>
    public static decimal At(SubjectAge age) => age switch
    {
        { IsBelow28Days: true } => Neonate,
        { CompletedYears: < 1 } => Infant,
        { CompletedYears: < 10 } => Infant + 2 * age.CompletedYears,
        _ => Adult,
    };
}
