using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Tests.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Courses;

/// <summary>Which observation a reason is led back to: the latest that says the same, in whichever unit, and none that says something else.</summary>
public sealed class DriverSourcesTests
{
    static double? HourOf(Driver driver, SubjectFacts facts) =>
        DriverSources.Of(new SubjectRecord(facts, countProvisional: true), Course.Hour(10), driver).ObservedAt is { } at ? (at - Course.Infusion).TotalHours : null;

    static SubjectFacts Hemoglobin => new Course().Facts
        .Reported(5, "hgb", 120, new ReportedValue(12, "g/dL")).Reported(6, "hgb", 110, new ReportedValue(11, "g/dL")).Reported(7, "hgb", 130, new ReportedValue(13, "g/dL"));

    [Theory]
    [InlineData("11", "g/dL", 6)]
    [InlineData("110", "g/L", 6)]
    [InlineData("12", "g/dL", 5)]
    [InlineData("12.5", "g/dL", null)]
    public void A_number_is_found_in_the_unit_of_its_report_and_in_the_canonical_one(string value, string unit, int? hour) =>
        Assert.Equal(hour, HourOf(new("hgb", value, unit), Hemoglobin));

    [Theory]
    [InlineData("true", 5)]
    [InlineData("false", 6)]
    public void A_yes_or_no_is_found_by_what_it_says(string value, int hour) =>
        Assert.Equal(hour, HourOf(new("bleeding_seen", value), new Course().Yes(5, "bleeding_seen").Yes(6, "bleeding_seen", false).Facts));

    [Theory]
    [InlineData("voice", 5)]
    [InlineData("alert", 6)]
    [InlineData("tactile", null)]
    public void A_word_is_found_by_what_it_says(string value, int? hour) =>
        Assert.Equal(hour, HourOf(new("consciousness", value), new Course().Word(5, "consciousness", "voice").Word(6, "consciousness", "alert").Facts));

    [Fact]
    public void What_is_observed_later_is_no_reason() => Assert.Null(HourOf(new("consciousness", "voice"), new Course().Word(11, "consciousness", "voice").Facts));
}
