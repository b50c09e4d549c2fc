using System.Globalization;
using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Monitoring.Tests.Observations;

public class ObservedTimeTests
{
    [Theory]
    [InlineData("2026-01-15T14:30", "Europe/Berlin", "2026-01-15T13:30:00Z")]
    [InlineData("2026-01-15 14:30", "Asia/Shanghai", "2026-01-15T06:30:00Z")]
    [InlineData("2026-01-15 14:30:05", "Europe/Berlin", "2026-01-15T13:30:05Z")]
    [InlineData("2026-01-15T14:30+08:00", "Europe/Berlin", "2026-01-15T06:30:00Z")]
    [InlineData("2026-01-15T14:30:00Z", "Europe/Berlin", "2026-01-15T14:30:00Z")]
    [InlineData("2026-10-25T02:30+01:00", "Europe/Berlin", "2026-10-25T01:30:00Z")]
    public void A_time_is_read_on_the_clock_of_the_site_unless_it_has_an_offset(string text, string zone, string utc) =>
        Assert.Equal((DateTime.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal), null), ObservedTime.Text(text).In(zone));

    [Theory]
    [InlineData("2026-03-29 02:30", "did not exist")]
    [InlineData("2026-10-25 02:30", "came twice")]
    [InlineData("yesterday", "not a time")]
    [InlineData("2026-02-30 10:00", "not a time")]
    [InlineData("", "not a time")]
    public void A_time_that_is_no_single_instant_is_an_error_and_never_a_guess(string text, string why)
    {
        var (utc, error) = ObservedTime.Text(text).In("Europe/Berlin");

        Assert.Null(utc);
        Assert.Contains(why, error);
    }

    [Fact]
    public void An_instant_must_be_utc() => Assert.Throws<ArgumentException>(() => ObservedTime.At(new DateTime(2026, 1, 1)));
}
