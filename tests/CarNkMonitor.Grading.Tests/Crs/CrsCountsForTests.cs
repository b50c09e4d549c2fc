using System.Globalization;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Crs;

/// <summary>How long an entry counts (specification 1.2, 1.3 and 5): a late entry that still counts calls as one in time.</summary>
public class CrsCountsForTests
{
    [Theory]
    [InlineData("temperature", 24)]
    [InlineData("fluid_bolus_for_hypotension", 4)]
    [InlineData("sbp", 12)]
    [InlineData("vasopressor_agent", 12)]
    [InlineData("fever_attribution", 24)]
    [InlineData("hypotension_attribution", 24)]
    [InlineData("hypoxia_attribution", 24)]
    [InlineData("masking_drugs_reviewed", 24)]
    [InlineData("antipyretic_dose", 14 * 24)]
    [InlineData("steroid_dose", 14 * 24)]
    [InlineData("tocilizumab_dose", 14 * 24)]
    [InlineData("anticytokine_dose", 14 * 24)]
    public void An_entry_counts_for_so_many_hours(string code, int hours) => Assert.Equal(TimeSpan.FromHours(hours), CrsCourse.CountsFor(code));

    [Fact]
    public void A_death_counts_for_ever() => Assert.Equal(TimeSpan.MaxValue, CrsCourse.CountsFor("death"));

    [Theory]
    [InlineData("temperature", "39")]
    [InlineData("sbp", "80")]
    [InlineData("spo2", "85")]
    public void Past_its_time_a_reading_is_missing(string code, string value)
    {
        var facts = new SubjectFacts(
            [Course.Infusion], TimeZoneInfo.Utc, [new Fact(Guid.NewGuid(), code, Course.Hour(30)) { Value = decimal.Parse(value, CultureInfo.InvariantCulture) }]);

        var end = Course.Hour(30) + CrsCourse.CountsFor(code);
        Assert.DoesNotContain(code, CrsCourse.At(facts, end.AddMinutes(-1)).Lacking);
        Assert.Contains(code, CrsCourse.At(facts, end).Lacking);
    }
}
