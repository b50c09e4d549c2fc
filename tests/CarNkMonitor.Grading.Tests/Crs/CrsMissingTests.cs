using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Crs;

/// <summary>What is named as missing, and what is not although nobody recorded it.</summary>
public sealed class CrsMissingTests
{
    static readonly CrsInputs Febrile = new()
    {
        Day = 5, Age = new SubjectAge(54, false), TemperatureMax = 38.5m, Masking = MaskingTherapy.None, SystolicMin = 118m, HypotensionSeen = false,
        Vasopressors = Vasopressors.None, Device = OxygenDevice.RoomAir, SaturationMin = 97m,
    };

    static string Missing(CrsInputs inputs) => string.Join("; ", CrsGrader.Grade(inputs).Missing.Select(input => $"{input.Code} {string.Join(',', input.CouldReach)}"));

    [Fact, Rule("CRS-0.3c", "crs-icans-mas 0.3; our own proposal")]
    public void A_pressure_that_is_known_or_stood_in_for_is_not_missing()
    {
        Assert.Equal("oxygen_device 1,2,3,4", Missing(Febrile with { Device = null, HypotensionSeen = null }));
        Assert.Equal("oxygen_device 1,2,3,4", Missing(Febrile with { Device = null, SystolicMin = null }));
        Assert.Equal("sbp 1,2", Missing(Febrile with { SystolicMin = null, HypotensionSeen = null }));
        Assert.Equal("sbp 1,2", Missing(Febrile with { SystolicMin = null, HypotensionSeen = null, Age = new SubjectAge(0, IsBelow28Days: true) }));
    }

    [Fact, Rule("CRS-0.3c", "crs-icans-mas 0.3; our own proposal")]
    public void What_is_known_beside_the_missing_input_limits_what_it_could_reach()
    {
        Assert.Equal("oxygen_device 2,3,4", Missing(Febrile with { Device = null, SaturationMin = 85 }));
        Assert.Equal(2, CrsGrader.Grade(Febrile with { Vasopressors = null, SystolicMin = 84 }).Low);
        Assert.Equal("vasopressor_agent 2,3,4", Missing(Febrile with { Vasopressors = null, SystolicMin = 84 }));
    }

    [Fact, Rule("CRS-0.3c", "crs-icans-mas 0.3; our own proposal")]
    public void Only_a_bound_is_called_a_bound() => Assert.Equal(
        "CRS at least 1, cannot exclude 2: a value is only known as a limit.", CrsGrader.Grade(Febrile with { SaturationMin = new Measured(95, Comparator.Below) }).Sentence.English);

    [Fact, Rule("CRS-1.3", "crs-icans-mas 1.3; our own proposal")]
    public void Neither_an_explained_fever_nor_an_unread_one_is_masked()
    {
        var explained = CrsGrader.Grade(Febrile with { FeverHasOtherCause = true, Masking = MaskingTherapy.Antipyretic, SystolicMin = 80 });
        Assert.Equal((0, 0, "OTHER_CAUSE_EXCLUDED"), (explained.Low, explained.High, string.Join(' ', explained.Flags)));
        Assert.Empty(CrsGrader.Grade(Febrile with { TemperatureMax = null, Masking = null }).Flags);
    }

    [Fact, Rule("CRS-0.3", "crs-icans-mas 0.3; our own proposal")]
    public void Before_the_infusion_nothing_is_flagged() => Assert.Empty(CrsGrader.Grade(Febrile with { Day = -1, SaturationMin = 80 }).Flags);
}
