namespace CarNkMonitor.Grading.Facts;

/// <summary>Age as the tables ask for it: completed years, and whether it is below 28 days.</summary>
/// <param name="CompletedYears">Whole years lived.</param>
/// <param name="IsBelow28Days">True in the first 28 days of life (day 28 excluded).</param>
public readonly record struct SubjectAge(int CompletedYears, bool IsBelow28Days)
{
    internal const decimal DaysPerYear = 365.25m;

    /// <summary>From decimal years, as case tables give it: below 28 d means below 28 / 365.25.</summary>
    public static SubjectAge FromYears(decimal years) => new((int)decimal.Floor(years), years < 28 / DaysPerYear);

    /// <summary>From the birth date, by the calendar: the birthday itself completes the year.</summary>
    public static SubjectAge FromBirthDate(DateOnly birth, DateOnly on)
    {
        var years = on.Year - birth.Year;
        return new SubjectAge(birth.AddYears(years) > on ? years - 1 : years, on.DayNumber - birth.DayNumber < 28);
    }

    /// <summary>From an age in days, where the birth date is not known.</summary>
    public static SubjectAge FromDays(int days) => new((int)decimal.Floor(days / DaysPerYear), days < 28);
}
