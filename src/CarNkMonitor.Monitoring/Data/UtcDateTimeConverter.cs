using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CarNkMonitor.Monitoring.Data;

/// <summary>Stores UTC only, to the millisecond; a local or unspecified time is a programming error and throws before it is stored.</summary>
public sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    value => Checked(value),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
{
    static DateTime Checked(DateTime value) => value.Kind == DateTimeKind.Utc
        ? UtcClock.ToMilliseconds(value)
        : throw new InvalidOperationException($"A stored time must be UTC; got {value.Kind}.");
}
