using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.EarlyWarning;
using CarNkMonitor.Grading.Tests.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.EarlyWarning;

/// <summary>A device counts until the very instant at which it ended.</summary>
public sealed class News2DeviceTests
{
    [Theory, Rule("NEWS2-4.1", "columns.csv: on_oxygen")]
    [InlineData(11.999, true)]
    [InlineData(12, null)]
    public void A_device_that_has_ended_says_nothing(double hour, bool? isOnOxygen) => Assert.Equal(
        isOnOxygen, EarlyWarningCourse.News2InputsAt(new SubjectRecord(new Course().Word(10, "oxygen_device", "nasal_cannula", endsAt: 12).Facts, countProvisional: true), Course.Hour(hour)).IsOnOxygen);
}
