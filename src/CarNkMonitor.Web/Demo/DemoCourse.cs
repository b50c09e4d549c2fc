using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Observations;
using NodaTime;

namespace CarNkMonitor.Web.Demo;

/// <summary>Writes one participant's past backwards from the start of the demo: infusions by site-local date, routine checks as planned, and the story.</summary>
sealed class DemoCourse(DateTime start, string zone, int dayNow, Random random)
{
    readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[zone];
    readonly List<DemoEvent> _events = [];
    readonly List<LocalDate> _infused = [];
    DateTime? _routineUntil;

    public IReadOnlyList<DemoEvent> Events => [.. _events.OrderBy(happened => happened.At)];

    LocalDate Today => Instant.FromDateTimeUtc(start).InZone(_zone).Date;

    public DateTime MinutesAgo(double minutes) => start.AddMinutes(-minutes);

    /// <summary>An infusion at 10:30 local time, so many days before the latest one.</summary>
    public DemoCourse Infusion(int daysBeforeLatest = 0)
    {
        var date = Today.PlusDays(-dayNow - daysBeforeLatest);
        _infused.Add(date);
        _events.Add(new DemoEvent.Recorded(Local(date, new LocalTime(10, 30)), [new CheckItem("infusion", "complete")]));
        return this;
    }

    /// <summary>Nothing of the routine after this: the story takes over.</summary>
    public DemoCourse RoutineUntil(double minutesAgo)
    {
        _routineUntil = MinutesAgo(minutesAgo);
        return this;
    }

    /// <summary>Uneventful checks at the planned times since the first infusion, a few minutes late as on any ward.</summary>
    public DemoCourse Routine(int firstInfusionDaysAgo, decimal celsius = 36.6m)
    {
        for (var day = 0; day <= firstInfusionDaysAgo; day++)
        {
            var date = Today.PlusDays(day - firstInfusionDaysAgo);
            var cycleDay = _infused.Where(infused => infused <= date).Min(infused => Period.DaysBetween(infused, date));
            foreach (var at in Slots(cycleDay).Select(hour => Local(date, new LocalTime(hour, random.Next(0, 26)))).Where(at => at < (_routineUntil ?? start)))
            {
                _events.Add(new DemoEvent.Recorded(at, Usual(celsius).Items));
            }
        }

        return this;
    }

    public DemoCourse Check(double minutesAgo, Vitals vitals) => Add(new DemoEvent.Recorded(MinutesAgo(minutesAgo), vitals.Items));

    public DemoCourse Recorded(double minutesAgo, params CheckItem[] items) => Add(new DemoEvent.Recorded(MinutesAgo(minutesAgo), items));

    public DemoCourse Accepted(double minutesAgo, string userName) => Add(new DemoEvent.Accepted(MinutesAgo(minutesAgo), userName));

    public DemoCourse Reviewed(double minutesAgo, string userName, int grade, ReviewAction action) =>
        Add(new DemoEvent.Reviewed(MinutesAgo(minutesAgo), userName, grade, action));

    public DemoCourse Add(DemoEvent happened)
    {
        _events.Add(happened);
        return this;
    }

    Vitals Usual(decimal celsius) => new(
        celsius + (random.Next(-3, 5) / 10m), random.Next(112, 132), random.Next(66, 82), random.Next(68, 90), random.Next(13, 18), random.Next(96, 100));

    /// <summary>As planned: three on the infusion's day, twice daily for a week, daily for another, then twice weekly.</summary>
    static int[] Slots(int cycleDay) => cycleDay switch
    {
        0 => [14, 22],
        <= 7 => [8, 20],
        <= 14 => [8],
        _ => cycleDay % 7 is 3 or 0 ? [8] : [],
    };

    DateTime Local(LocalDate date, LocalTime time) => _zone.AtLeniently(date + time).ToDateTimeUtc();
}
