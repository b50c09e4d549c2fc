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

    /// <summary>Limits of normal in canonical units by observation code, for values that were reported without limits; chosen for the subject's sex.</summary>
    public IReadOnlyDictionary<string, ReferenceRange> FallbackLimits { get; init; } = new Dictionary<string, ReferenceRange>();

    /// <summary>First day of the conditioning course as the enrollment stated it, local calendar; counts only while no dose is on record.</summary>
    public DateOnly? StatedConditioningFrom { get; init; }

    /// <summary>Age on the local date of a moment; null when neither birth date nor age is known.</summary>
    public SubjectAge? AgeAt(DateTime moment) => AgeOn(LocalDate(moment));

    internal SubjectAge? AgeOn(DateOnly date) =>
        BirthDate is { } birth ? SubjectAge.FromBirthDate(birth, date)
        : AgeAtEnrolmentDays is { } days && EnrolledOn is { } enrolled ? SubjectAge.FromDays(days + date.DayNumber - enrolled.DayNumber)
        : null;

    /// <summary>Age in decimal years on the local date of a moment: completed years and the part of the running one; null when not known.</summary>
    public decimal? YearsAt(DateTime moment) => YearsOn(LocalDate(moment));

    internal decimal? YearsOn(DateOnly date)
    {
        if (BirthDate is not { } birth)
        {
            return AgeAtEnrolmentDays is { } days && EnrolledOn is { } enrolled ? (days + date.DayNumber - enrolled.DayNumber) / SubjectAge.DaysPerYear : null;
        }

        var years = SubjectAge.FromBirthDate(birth, date).CompletedYears;
        var (last, next) = (birth.AddYears(years), birth.AddYears(years + 1));
        return years + (decimal)(date.DayNumber - last.DayNumber) / (next.DayNumber - last.DayNumber);
    }

    /// <summary>Age in days on the local date of a moment; null when not known.</summary>
    internal int? DaysOldAt(DateTime moment) =>
        BirthDate is { } birth ? LocalDate(moment).DayNumber - birth.DayNumber
        : AgeAtEnrolmentDays is { } days && EnrolledOn is { } enrolled ? days + LocalDate(moment).DayNumber - enrolled.DayNumber
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

    /// <summary>The calendar date of an instant in <see cref="Zone"/>.</summary>
    internal DateOnly LocalDate(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone));

    /// <summary>The first instant of a calendar date in <see cref="Zone"/>, UTC; where a clock change skips midnight, the first one that exists.</summary>
    internal DateTime StartOf(DateOnly date)
    {
        var local = date.ToDateTime(TimeOnly.MinValue);
        while (Zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return TimeZoneInfo.ConvertTimeToUtc(local, Zone);
    }
}
