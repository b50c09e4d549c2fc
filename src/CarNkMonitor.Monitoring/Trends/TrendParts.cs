using CarNkMonitor.Grading.Facts;
using NodaTime;

namespace CarNkMonitor.Monitoring.Trends;

/// <summary>One reading of a trend. A bound (<c>&lt;35</c>) is listed but never drawn: it is not the number.</summary>
/// <param name="Position">Place on the axis, see <see cref="TrendSeries"/>.</param>
/// <param name="CycleDay">Calendar day after the latest infusion.</param>
/// <param name="Local">What the clock showed where the subject was.</param>
/// <param name="Infusion">Number, in the order given, of the infusion that the day counts from.</param>
/// <param name="Value">In °C, unrounded.</param>
/// <param name="WasConverted">Entered in another unit: shown with one decimal, where an entered °C is shown as entered.</param>
/// <param name="Grade">The grade that held then; null when nothing had been assessed in the last 36 h.</param>
public sealed record TrendReading(
    decimal Position, int Infusion, int CycleDay, LocalDateTime Local, decimal Value, Comparator Comparator, bool WasConverted, GradeOfTrend? Grade);

/// <summary>A calculated grade: at least low, cannot exclude high.</summary>
public sealed record GradeOfTrend(int Low, int High);

/// <summary>A stretch of the axis on which one grade held.</summary>
public sealed record GradeBand(decimal From, decimal To, GradeOfTrend Grade);

/// <summary>An infusion on the axis. <paramref name="DayZero"/> is the midnight that its cycle days count from.</summary>
public sealed record InfusionMark(int Number, decimal Position, decimal DayZero);

/// <summary>A measured value of the record, in its canonical unit.</summary>
public sealed record MeasuredAt(DateTime ObservedAt, decimal Value, Comparator Comparator, bool WasConverted = false);

/// <summary>An assessment of the record; without a grade when nothing was assessed.</summary>
public sealed record AssessedAt(DateTime Moment, GradeOfTrend? Grade);
