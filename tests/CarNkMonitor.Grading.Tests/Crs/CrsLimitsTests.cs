using System.Globalization;
using System.Text;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Tests.Approval;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Crs;

/// <summary>Every number of CRS grading one step below, at and above, as approved text: the grade with everything else known.</summary>
public sealed class CrsLimitsTests
{
    static readonly CrsInputs Febrile = new()
    {
        Day = 5, Age = new SubjectAge(54, false), TemperatureMax = 38.5m, Masking = MaskingTherapy.None, SystolicMin = 118, HypotensionSeen = false,
        Vasopressors = Vasopressors.None, Device = OxygenDevice.RoomAir, SaturationMin = 97,
    };

    [Fact, Rule("CRS-1.6a", "crs-icans-mas 1.3 to 1.6; Lee 2019 Table 2")]
    public void The_limits_are_the_approved_ones()
    {
        var text = new StringBuilder();
        Line(text, "temperature, Cel", 38.0m, 0.01m, value => Febrile with { TemperatureMax = value });
        foreach (var (age, limit) in new (string, decimal)[] { ("0.07", 60), ("0.08", 70), ("1", 72), ("2", 74), ("3", 76), ("4", 78), ("5", 80), ("6", 82), ("7", 84), ("8", 86), ("9.99", 88), ("10", 90), ("54", 90) })
        {
            var of = SubjectAge.FromYears(decimal.Parse(age, CultureInfo.InvariantCulture));
            Line(text, $"SBP at {age} a, mm[Hg]", limit, 1, value => Febrile with { Age = of, SystolicMin = value });
        }

        Line(text, "SBP without an age, mm[Hg]", 60, 1, value => Febrile with { Age = null, SystolicMin = value });
        Line(text, "SBP without an age, mm[Hg]", 90, 1, value => Febrile with { Age = null, SystolicMin = value });
        Line(text, "cannula flow, L/min", 6, 0.1m, value => Febrile with { Device = OxygenDevice.NasalCannula, Flow = value });
        Line(text, "SpO2 on room air, %", 90, 1, value => Febrile with { SaturationMin = value });
        Line(text, "day, grade", 0, 1, value => Febrile with { Day = (int)value });
        Line(text, "day of onset, flag", 14, 1, value => string.Join(' ', CrsGrader.Grade(Febrile with { Day = (int)value }).Flags));
        Approved.File("crs/limits.txt", text.ToString());
        Approved.Block("criteria/crs.md", "limits", $"```text\n{text}```\n");
    }

    static void Line(StringBuilder text, string what, decimal limit, decimal step, Func<decimal, CrsInputs> inputs) =>
        Line(text, what, limit, step, value => CrsGrader.Grade(inputs(value)) switch
        {
            { State: GradeState.NotApplicable } => "n/a",
            { Low: var low, High: var high } => low == high ? $"{low}" : $"{low} to {high}",
        });

    static void Line(StringBuilder text, string what, decimal limit, decimal step, Func<decimal, string> says)
    {
        text.Append(null, $"{what,-28}");
        foreach (var value in new[] { limit - step, limit, limit + step })
        {
            text.Append(CultureInfo.InvariantCulture, $" {value}: {says(value),-7}");
        }

        text.Length = text.ToString().TrimEnd().Length;
        text.Append('\n');
    }
}
