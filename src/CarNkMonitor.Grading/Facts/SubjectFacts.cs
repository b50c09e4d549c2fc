namespace CarNkMonitor.Grading.Facts;

/// <summary>All that grading over time may know of one subject. The order of the lists has no meaning.</summary>
/// <param name="InfusionStarts">UTC starts of the CAR-NK infusions.</param>
/// <param name="Zone">The zone whose calendar counts the days.</param>
/// <param name="Facts">Current observations: superseded and withdrawn ones are not among them.</param>
public sealed record SubjectFacts(IReadOnlyList<DateTime> InfusionStarts, TimeZoneInfo Zone, IReadOnlyList<Fact> Facts)
{
    /// <summary>Birth date, when known.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Age in days on <see cref="EnrolledOn"/>, used when the birth date is not known.</summary>
    public int? AgeAtEnrolmentDays { get; init; }

    /// <summary>The date that <see cref="AgeAtEnrolmentDays"/> refers to.</summary>
    public DateOnly? EnrolledOn { get; init; }

    /// <summary>Age on the local date of a moment; null when neither birth date nor age is known.</summary>
    public SubjectAge? AgeAt(DateTime moment) =>
        BirthDate is { } birth ? SubjectAge.FromBirthDate(birth, LocalDate(moment))
        : AgeAtEnrolmentDays is { } days && EnrolledOn is { } enrolled ? SubjectAge.FromDays(days + LocalDate(moment).DayNumber - enrolled.DayNumber)
        : null;

    /// <summary>Calendar days from the last infusion started by this moment (its date is 0); null before the first infusion's start.</summary>
    public int? CycleDayAt(DateTime moment)
    {
        DateTime? latest = null;
        foreach (var start in InfusionStarts)
        {
            latest = start <= moment && (latest is null || start > latest) ? start : latest;
        }

        return latest is { } infusion ? LocalDate(moment).DayNumber - LocalDate(infusion).DayNumber : null;
    }

    DateOnly LocalDate(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone));
}
