using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Monitoring.Tests.Observations;

/// <summary>Catalogue row map: "If not entered: (sbp + 2 x dbp) / 3, rounded half away from zero, flagged derived".</summary>
public class MeanArterialPressureTests
{
    static readonly DateTime Noon = new(2026, 3, 5, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(120, 80, 93)] // 93.33
    [InlineData(118, 64, 82)] // exact
    [InlineData(110, 70, 83)] // 83.33
    [InlineData(100, 60, 73)] // 73.33
    [InlineData(101, 60, 74)] // 73.67
    public void It_is_one_third_systolic_and_two_thirds_diastolic(int systolic, int diastolic, int mean) =>
        Assert.Equal(mean, MeanArterialPressure.Of(systolic, diastolic));

    [Fact]
    public void A_half_is_rounded_away_from_zero() => Assert.Equal(73, MeanArterialPressure.Of(97.5m, 60)); // 72.5, from converted kPa

    [Fact]
    public void It_needs_both_pressures_of_one_instant()
    {
        Assert.Equal(93, MeanArterialPressure.DerivedFrom([Value("dbp", 80), Value("sbp", 120)]));
        Assert.Null(MeanArterialPressure.DerivedFrom([Value("sbp", 120)]));
        Assert.Null(MeanArterialPressure.DerivedFrom([Value("sbp", 120), Value("dbp", 80, at: Noon.AddMinutes(1))]));
    }

    [Fact]
    public void A_mean_that_was_entered_stands_and_a_bound_gives_none()
    {
        Assert.Null(MeanArterialPressure.DerivedFrom([Value("sbp", 120), Value("dbp", 80), Value("map", 90)]));
        Assert.Null(MeanArterialPressure.DerivedFrom([Value("sbp", 60, Comparator.Below), Value("dbp", 40)]));
    }

    static Observation Value(string code, decimal value, Comparator comparator = Comparator.Equal, DateTime? at = null) => new()
    {
        SubjectId = Guid.Empty, CheckId = Guid.Empty, Code = code, Value = value, Comparator = comparator, Unit = "mm[Hg]",
        ObservedAt = at ?? Noon, RecordedAt = Noon, RecordedById = Guid.Empty, Source = ObservationSource.Typed,
    };
}
