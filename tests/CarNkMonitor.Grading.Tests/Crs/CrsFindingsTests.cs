using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Crs;

/// <summary>Both sides of every limit, and what a missing or bounded value leaves open.</summary>
public sealed class CrsFindingsTests
{
    static readonly CrsInputs Febrile = new()
    {
        Day = 5, Age = new SubjectAge(54, false), TemperatureMax = 38.5m, Masking = MaskingTherapy.None, SystolicMin = 118m, HypotensionSeen = false,
        Vasopressors = Vasopressors.None, Device = OxygenDevice.RoomAir, SaturationMin = 97m,
    };

    static string Grade(CrsInputs inputs)
    {
        var result = CrsGrader.Grade(inputs);
        return result.Low == result.High ? $"{result.Low}" : $"{result.Low}-{result.High}";
    }

    [Theory]
    [InlineData(37.9, "0")]
    [InlineData(37.95, "0")]
    [InlineData(38.0, "1")]
    [InlineData(38.1, "1")]
    [Rule("CRS-1.3a", "crs-icans-mas 1.3; Lee 2019 Table 2")]
    public void Fever_begins_at_38_0_inclusive(double celsius, string grade) =>
        Assert.Equal(grade, Grade(Febrile with { TemperatureMax = (decimal)celsius }));

    [Theory]
    [InlineData(0, true, 59, "2")]
    [InlineData(0, true, 60, "1")]
    [InlineData(0, false, 69, "2")]
    [InlineData(0, false, 70, "1")]
    [InlineData(1, false, 71, "2")]
    [InlineData(1, false, 72, "1")]
    [InlineData(4, false, 77, "2")]
    [InlineData(4, false, 78, "1")]
    [InlineData(9, false, 87, "2")]
    [InlineData(9, false, 88, "1")]
    [InlineData(10, false, 89, "2")]
    [InlineData(10, false, 90, "1")]
    [InlineData(54, false, 89, "2")]
    [InlineData(54, false, 90, "1")]
    [Rule("CRS-1.4a", "crs-icans-mas 1.4; our own proposal")]
    public void Systolic_limit_of_the_age_is_exclusive(int years, bool isBelow28Days, int pressure, string grade) =>
        Assert.Equal(grade, Grade(Febrile with { Age = new SubjectAge(years, isBelow28Days), SystolicMin = pressure }));

    [Theory]
    [InlineData(59, null, false, "2")]
    [InlineData(60, null, false, "1-2")]
    [InlineData(89, null, false, "1-2")]
    [InlineData(89, false, false, "1-2")]
    [InlineData(90, null, false, "1")]
    [InlineData(75, true, false, "2")]
    [InlineData(75, null, true, "2")]
    [Rule("CRS-1.4b", "crs-icans-mas 1.4; our own proposal")]
    public void Without_an_age_only_the_limits_of_all_ages_decide(int pressure, bool? seen, bool bolus, string grade) =>
        Assert.Equal(grade, Grade(Febrile with { Age = null, SystolicMin = pressure, HypotensionSeen = seen, FluidBolus = bolus }));

    [Theory]
    [InlineData(null, null, "1-2")]
    [InlineData(null, false, "1")]
    [InlineData(null, true, "2")]
    [InlineData(84, false, "2")]
    [Rule("CRS-1.4c", "crs-icans-mas 1.4; our own proposal")]
    public void A_measured_pressure_wins_over_a_tick_and_a_tick_stands_in_for_none(int? pressure, bool? seen, string grade) =>
        Assert.Equal(grade, Grade(Febrile with { SystolicMin = pressure is { } value ? new Measured(value) : null, HypotensionSeen = seen }));

    [Theory]
    [InlineData(OxygenDevice.NasalCannula, 6.0, "2")]
    [InlineData(OxygenDevice.NasalCannula, 6.1, "3")]
    [InlineData(OxygenDevice.NasalCannula, 6.5, "3")]
    [InlineData(OxygenDevice.NasalCannula, null, "2-3")]
    [InlineData(OxygenDevice.HighFlowCannula, 5.0, "2")]
    [InlineData(OxygenDevice.HighFlowCannula, 40.0, "3")]
    [InlineData(OxygenDevice.HighFlowCannula, null, "2-3")]
    [InlineData(OxygenDevice.BlowBy, 10.0, "2")]
    [InlineData(OxygenDevice.SimpleFacemask, 5.0, "3")]
    [InlineData(OxygenDevice.Nonrebreather, null, "3")]
    [InlineData(OxygenDevice.Venturi, 4.0, "3")]
    [InlineData(OxygenDevice.TracheostomyMask, null, "3")]
    [InlineData(OxygenDevice.Cpap, null, "4")]
    [InlineData(OxygenDevice.Bipap, null, "4")]
    [InlineData(OxygenDevice.InvasiveVentilation, null, "4")]
    [InlineData(OxygenDevice.Ecmo, null, "4")]
    [Rule("CRS-1.5a", "crs-icans-mas 1.5; Lee 2019 Table 2")]
    public void Flow_decides_on_a_cannula_and_the_device_elsewhere(OxygenDevice device, double? flow, string grade) =>
        Assert.Equal(grade, Grade(Febrile with { Device = device, Flow = flow is { } value ? new Measured((decimal)value) : null }));

    [Theory]
    [InlineData(89, "2", CrsFlag.UnmetOxygenNeed)]
    [InlineData(90, "1", "")]
    [InlineData(null, "1", "")]
    [Rule("CRS-1.5b", "crs-icans-mas 1.5; our own proposal")]
    public void Saturation_counts_on_room_air_below_90_exclusive(int? saturation, string grade, string flag)
    {
        var inputs = Febrile with { SaturationMin = saturation is { } value ? new Measured(value) : null };
        Assert.Equal(grade, Grade(inputs));
        Assert.Equal(flag, string.Join(" ", CrsGrader.Grade(inputs).Flags));
    }

    [Theory]
    [InlineData(Vasopressors.Dobutamine, "1")]
    [InlineData(Vasopressors.Milrinone | Vasopressors.Levosimendan, "1")]
    [InlineData(Vasopressors.Terlipressin, "3")]
    [InlineData(Vasopressors.Vasopressin | Vasopressors.Terlipressin, "3")]
    [InlineData(Vasopressors.Ephedrine, "3")]
    [InlineData(Vasopressors.Metaraminol | Vasopressors.AngiotensinIi, "4")]
    [InlineData(Vasopressors.Dopamine | Vasopressors.Vasopressin | Vasopressors.Dobutamine, "3")]
    [Rule("CRS-1.4d", "crs-icans-mas 1.4; Lee 2019 Table 2")]
    public void Distinct_counted_vasopressors_make_the_row(Vasopressors agents, string grade) =>
        Assert.Equal(grade, Grade(Febrile with { Vasopressors = agents }));

    [Fact]
    [Rule("CRS-0.3b", "crs-icans-mas 0.3; our own proposal")]
    public void A_bound_is_never_the_number()
    {
        Assert.Equal("0-1", Grade(Febrile with { TemperatureMax = new Measured(38.5m, Comparator.Below) }));
        Assert.Equal("0", Grade(Febrile with { TemperatureMax = new Measured(38.0m, Comparator.Below) }));
        Assert.Equal("1", Grade(Febrile with { TemperatureMax = new Measured(38.0m, Comparator.Above) }));
        Assert.Equal("1-2", Grade(Febrile with { SystolicMin = new Measured(100m, Comparator.Below) }));
        Assert.Equal("2", Grade(Febrile with { SystolicMin = new Measured(90m, Comparator.Below) }));
        Assert.Equal("2-3", Grade(Febrile with { Device = OxygenDevice.NasalCannula, Flow = new Measured(4m, Comparator.Above) }));
        Assert.Equal("3", Grade(Febrile with { Device = OxygenDevice.NasalCannula, Flow = new Measured(6m, Comparator.Above) }));
        Assert.Equal("1-2", Grade(Febrile with { SaturationMin = new Measured(95m, Comparator.Below) }));
    }

    [Fact]
    [Rule("CRS-1.4e", "crs-icans-mas 1.4; our own proposal")]
    public void Unknown_words_are_errors_and_name_what_is_allowed()
    {
        Assert.Contains("norepinephrine", Assert.Throws<ArgumentException>(() => CrsCodes.Agent("midodrine")).Message, StringComparison.Ordinal);
        Assert.Contains("room_air", Assert.Throws<ArgumentException>(() => CrsCodes.DeviceNamed("tent")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DeathCause.Crs, "5")]
    [InlineData(DeathCause.Other, "1")]
    [InlineData(DeathCause.Unknown, "1-5")]
    [Rule("CRS-1.7", "crs-icans-mas 1.7; Lee 2019 Table 2")]
    public void Death_is_grade_5_only_by_statement(DeathCause cause, string grade) => Assert.Equal(grade, Grade(Febrile with { Death = cause }));

    [Fact]
    [Rule("CRS-0.3c", "crs-icans-mas 0.3; our own proposal")]
    public void A_result_says_why_what_is_missing_and_what_hangs_on_it()
    {
        var result = CrsGrader.Grade(Febrile with { Vasopressors = null, SystolicMin = 92m });
        Assert.Equal("CRS at least 1, cannot exclude 4: vasopressors not recorded.", result.Sentence.English);
        Assert.Equal(["vasopressor_agent 1,3,4"], result.Missing.Select(input => $"{input.Code} {string.Join(",", input.CouldReach)}"));
        Assert.Equal("temperature 38.5 Cel", $"{result.Drivers[0].Code} {result.Drivers[0].Value} {result.Drivers[0].Unit}");
    }

    [Fact, Rule("CRS-0.3", "crs-icans-mas 0.3; our own proposal")]
    public void An_unread_temperature_is_named_also_beside_a_fever_of_another_cause()
    {
        var result = CrsGrader.Grade(Febrile with { TemperatureMax = null, FeverHasOtherCause = true, Vasopressors = Vasopressors.Norepinephrine });
        Assert.Equal(["temperature 0,3"], result.Missing.Select(input => $"{input.Code} {string.Join(",", input.CouldReach)}"));
        Assert.Equal("CRS at least 0, cannot exclude 3: temperature not recorded.", result.Sentence.English);
    }

    [Fact, Rule("CRS-0.3", "crs-icans-mas 0.3; our own proposal")]
    public void Age_and_pressure_that_are_both_unknown_are_both_named()
    {
        var result = CrsGrader.Grade(Febrile with { Age = null, SystolicMin = null, HypotensionSeen = null });
        Assert.Equal(["sbp 1,2", "birth_date 1,2"], result.Missing.Select(input => $"{input.Code} {string.Join(",", input.CouldReach)}"));
    }

    [Fact, Rule("CRS-1.3", "crs-icans-mas 1.3; our own proposal")]
    public void A_fever_of_another_cause_in_an_open_episode_is_called_by_its_name()
    {
        var result = CrsGrader.Grade(Febrile with { FeverHasOtherCause = true, IsEstablished = true, SystolicMin = 80m });
        Assert.Equal((0, 2), (result.Low, result.High));
        Assert.Equal("CRS at least 0, cannot exclude 2: the fever now has another cause, and nothing has treated the CRS that began with an earlier one.", result.Sentence.English);
    }

    [Fact, Rule("CRS-0.4", "crs-icans-mas 0.4; our own proposal")]
    public void What_was_measured_stands_beside_the_grade_also_without_a_device()
    {
        var result = CrsGrader.Grade(Febrile with { Device = null, SaturationMin = 80m, HypoxiaHasOtherCause = true });
        Assert.Contains(result.Drivers, driver => driver is { Code: "spo2", Value: "80" });
    }
}
