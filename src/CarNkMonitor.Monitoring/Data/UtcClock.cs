namespace CarNkMonitor.Monitoring.Data;

/// <summary>
/// The one clock of the record. Instants are UTC and cut to whole milliseconds, because PostgreSQL keeps microseconds and .NET 100 ns:
/// a hash over a stored time must not depend on which database stored it.
/// </summary>
public static class UtcClock
{
    public static DateTime Now(this TimeProvider time) => ToMilliseconds(time.GetUtcNow().UtcDateTime);

    public static DateTime ToMilliseconds(DateTime utc) => new(utc.Ticks - utc.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
}
