using CarNkMonitor.Grading.Urgency;
using CarNkMonitor.Monitoring.Alerts;

namespace CarNkMonitor.Monitoring.Tests.Alerts;

public class AlertTextTests
{
    const string Link = "https://cnk.example/k/K7Q4";
    static readonly DateTime At = new(2026, 3, 5, 14, 7, 0, DateTimeKind.Utc);

    [Fact]
    public void A_rise_is_said_with_both_grades() => Assert.Equal(
        "CNK EMERGENCY K7Q4: CRS grade 3, was 1. Reply A4821 to accept, E4821 to pass on. https://cnk.example/k/K7Q4",
        AlertText.Call(Crs(ClinicalUrgency.EmergencyNow, 3, 3, 1), "K7Q4", "4821", Link));

    [Fact]
    public void A_gap_is_said_as_a_lower_bound() => Assert.Equal(
        "CNK URGENT K7Q4: CRS grade 2 or more, data missing. Reply A4821 or E4821. https://cnk.example/k/K7Q4",
        AlertText.Call(Crs(ClinicalUrgency.Urgent1H, 2, 4, null), "K7Q4", "4821", Link));

    [Fact]
    public void A_fall_is_not_said_as_a_rise() => Assert.Equal(
        "CNK URGENT K7Q4: CRS grade 2. Reply A4821 to accept, E4821 to pass on. https://cnk.example/k/K7Q4",
        AlertText.Call(Crs(ClinicalUrgency.Urgent1H, 2, 2, 3), "K7Q4", "4821", Link));

    [Fact]
    public void An_acceptance_without_assessment_is_said() => Assert.Equal(
        "CNK URGENT K7Q4: CRS grade 2, accepted but no assessment. Reply A4821 or E4821. https://cnk.example/k/K7Q4",
        AlertText.Call(Crs(ClinicalUrgency.Urgent1H, 2, 2, null) with { WasAccepted = true }, "K7Q4", "4821", Link));

    [Fact]
    public void Minimal() => Assert.Equal(
        "CNK URGENT K7Q4: toxicity alert, review within 1 h. Reply A4821 to accept, E4821 to pass on. https://cnk.example/k/K7Q4",
        AlertText.Minimal(ClinicalUrgency.Urgent1H, "K7Q4", "4821", Link));

    [Fact]
    public void Repeat() => Assert.Equal(
        "CNK REPEAT 2/3 EMERGENCY K7Q4: not yet accepted, next person called 14:07 UTC. Reply A4821 or E4821.",
        AlertText.Repeat(ClinicalUrgency.EmergencyNow, "K7Q4", 2, 3, At, "4821"));

    [Fact]
    public void News()
    {
        Assert.Equal("CNK K7Q4 accepted by you 14:07 UTC. Record your assessment by 14:37 UTC or it is called again.", AlertText.AcceptedByYou("K7Q4", At, At.AddMinutes(30)));
        Assert.Equal("CNK K7Q4 already accepted by another clinician 14:07 UTC. No action needed.", AlertText.AcceptedByAnother("K7Q4", At));
        Assert.Equal("CNK K7Q4 was WITHDRAWN 14:07 UTC: entry corrected. Sign in to see why. No action needed.", AlertText.Withdrawn("K7Q4", At));
        Assert.Equal("CNK could not use that reply. Send A or E and the 4 digits in the alert, or sign in.", AlertText.CouldNotUseReply());
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("€", 2)]
    [InlineData("[{|}]~^\\", 16)]
    [InlineData("ä@Δ", 3)]
    public void Septets_count_the_escape_of_an_extension_character(string text, int expected) => Assert.Equal(expected, Gsm7.Septets(text));

    [Theory]
    [InlineData("“quoted”")]
    [InlineData("收到")]
    [InlineData("`")]
    public void Outside_the_alphabet_nothing_is_counted(string text) => Assert.Null(Gsm7.Septets(text));

    [Fact]
    public void One_part_is_160_septets_inclusive()
    {
        Assert.True(Gsm7.FitsOnePart(new string('a', 160)));
        Assert.False(Gsm7.FitsOnePart(new string('a', 161)));
        Assert.False(Gsm7.FitsOnePart(new string('a', 159) + "€"));
    }

    [Theory]
    [InlineData("https://cnk.example")]
    [InlineData("https://monitor.university-hospital.example/")]
    public void A_usual_host_fits_every_template(string host) => AlertText.CheckFits(new AlertLinks(host));

    [Theory]
    [InlineData("https://monitor.of-a-hospital-with-a-rather-long-name.and-a-long-department.example")]
    [InlineData("https://krankenhaus-münchen–süd.example")]
    public void A_host_that_does_not_fit_is_refused_at_the_start(string host) =>
        Assert.Throws<TextTooLongException>(() => AlertText.CheckFits(new AlertLinks(host)));

    static TextGround Crs(ClinicalUrgency urgency, int low, int high, int? before) => new(urgency, AlertKind.Crs, low, high, before, WasAccepted: false);
}
