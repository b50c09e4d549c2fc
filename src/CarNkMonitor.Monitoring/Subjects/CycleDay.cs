using CarNkMonitor.Grading.Schedule;
using NodaTime;
using NodaTime.TimeZones;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>
/// The calendar of one subject: which day it is where the subject is cared for. The site's zone rules until discharge home, afterwards the
/// home zone where one is known. All instants are UTC.
/// </summary>
public sealed class SubjectCalendar(string siteZone, IEnumerable<Infusion> infusions, DateTime? dischargedHomeAt = null, string? homeZone = null)
{
    /// <summary>
    /// A planned local time that a clock change skips is moved to the first moment after the gap; one that happens twice is the earlier one.
    /// (A time that a person enters is never guessed: that is an error at the door.)
    /// </summary>
    static readonly ZoneLocalMappingResolver Planned = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    readonly DateTimeZone _site = DateTimeZoneProviders.Tzdb[siteZone];
    readonly DateTimeZone _home = DateTimeZoneProviders.Tzdb[homeZone ?? siteZone];

    /// <summary>In the order in which they were given.</summary>
    public IReadOnlyList<Infusion> Infusions { get; } = [.. infusions.OrderBy(infusion => infusion.StartedAt)];

    /// <summary>Needs the subject's site and infusions to be loaded.</summary>
    public static SubjectCalendar Of(Subject subject) => new(
        subject.Site?.Zone ?? throw new InvalidOperationException("Load the subject's site before asking for its calendar."),
        subject.Infusions, subject.DischargedHomeAt, subject.HomeZone);

    /// <summary>The same calendar as it was before the infusions after that one.</summary>
    public SubjectCalendar UpTo(int infusion) => new(siteZone, Infusions.Take(infusion + 1), dischargedHomeAt, homeZone);

    public DateTimeZone ZoneAt(DateTime utc) => utc >= dischargedHomeAt ? _home : _site;

    /// <summary>What the clock on the wall shows at that moment.</summary>
    public ZonedDateTime LocalTime(DateTime utc) => Instant.FromDateTimeUtc(utc).InZone(ZoneAt(utc));

    public LocalDate DateOf(DateTime utc) => LocalTime(utc).Date;

    /// <summary>The instant of a planned local time: at the site's clock, or at the home clock if that moment lies after going home.</summary>
    public DateTime PlannedInstant(LocalDateTime local)
    {
        var atSite = InZone(local, _site);
        return atSite >= dischargedHomeAt ? InZone(local, _home) : atSite;
    }

    /// <summary>Calendar days since the most recent infusion; its date is 0, whatever the hour. Null before the first infusion.</summary>
    public int? CycleDay(DateTime utc) => LatestOn(DateOf(utc)) is { } infusion ? Period.DaysBetween(DateOf(infusion.StartedAt), DateOf(utc)) : null;

    /// <summary>
    /// Calendar days since the first infusion after the most recent conditioning; before the first infusion negative, null without one.
    /// </summary>
    public int? RecoveryDay(DateTime utc) => DayZero(DateOf(utc)) is { } zero ? Period.DaysBetween(zero, DateOf(utc)) : null;

    /// <summary>The course that a date belongs to, in recovery days; null without an infusion.</summary>
    public CourseDays? CourseOn(LocalDate date) => DayZero(date) is not { } zero ? null : new CourseDays(
        [.. Infusions.Select(infusion => Period.DaysBetween(zero, DateOf(infusion.StartedAt)))],
        HomeDay: dischargedHomeAt is { } home ? Period.DaysBetween(zero, InZoneDate(home, _site)) : null);

    /// <summary>The date that is RecoveryDay 0 for a date.</summary>
    public LocalDate? DayZero(LocalDate date)
    {
        var counted = Infusions.LastOrDefault(infusion => infusion.FollowsConditioning && DateOf(infusion.StartedAt) <= date)
            ?? (Infusions.Count > 0 ? Infusions[0] : null);
        return counted is null ? null : DateOf(counted.StartedAt);
    }

    Infusion? LatestOn(LocalDate date) => Infusions.LastOrDefault(infusion => DateOf(infusion.StartedAt) <= date);

    static DateTime InZone(LocalDateTime local, DateTimeZone zone) => local.InZone(zone, Planned).ToDateTimeUtc();

    static LocalDate InZoneDate(DateTime utc, DateTimeZone zone) => Instant.FromDateTimeUtc(utc).InZone(zone).Date;
}
