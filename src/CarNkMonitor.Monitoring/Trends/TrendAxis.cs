using CarNkMonitor.Monitoring.Subjects;
using NodaTime;

namespace CarNkMonitor.Monitoring.Trends;

/// <summary>The axis of <see cref="TrendSeries"/>: days since the midnight before the first infusion.</summary>
sealed class TrendAxis(SubjectCalendar calendar)
{
    readonly LocalDate _first = calendar.DateOf(calendar.Infusions[0].StartedAt);

    public decimal Position(DateTime utc)
    {
        var local = calendar.LocalTime(utc);
        var begins = local.Zone.AtStartOfDay(local.Date).ToInstant();
        var ends = local.Zone.AtStartOfDay(local.Date.PlusDays(1)).ToInstant();
        var passed = local.ToInstant() - begins;
        return Period.DaysBetween(_first, local.Date) + decimal.Round((decimal)passed.BclCompatibleTicks / (ends - begins).BclCompatibleTicks, 6);
    }

    public decimal DayZero(DateTime utc) => Period.DaysBetween(_first, calendar.DateOf(utc));
}
