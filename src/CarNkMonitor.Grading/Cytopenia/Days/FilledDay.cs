namespace CarNkMonitor.Grading.Cytopenia.Days;

/// <summary>Where the value of a day comes from.</summary>
enum DayOrigin
{
    /// <summary>From nowhere: not measured, and the gap is too long to be filled.</summary>
    Missing,

    /// <summary>From a sample of that day.</summary>
    Measured,

    /// <summary>From the neighbouring measured days.</summary>
    Imputed,
}

/// <summary>One day of a filled course. The default is a missing day.</summary>
readonly record struct FilledDay(DayOrigin Origin, decimal Value)
{
    /// <summary>A missing day is not low.</summary>
    public bool IsAtMost(decimal limit) => Origin != DayOrigin.Missing && Value <= limit;

    /// <summary>A missing day is not low.</summary>
    public bool IsBelow(decimal limit) => Origin != DayOrigin.Missing && Value < limit;
}
