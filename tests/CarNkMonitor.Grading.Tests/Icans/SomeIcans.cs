using CarNkMonitor.Grading.Icans;

namespace CarNkMonitor.Grading.Tests.Icans;

/// <summary>A well adult and a well child, and short ways to say what is different.</summary>
static class SomeIcans
{
    public static readonly IceScore FullIce = new() { Orientation = 4, Naming = 3, Commands = 1, Writing = 1, Attention = 1 };

    public static readonly IcansInputs Adult = new()
    {
        AgeYears = 61, Ice = FullIce, IceBaseline = 10, Consciousness = Consciousness.Alert, Seizure = SeizureReport.None, Motor = MotorWeakness.None,
        Pressure = PressureSigns.None,
    };

    public static readonly IcansInputs Child = Adult with { AgeYears = 6, Ice = default, IceBaseline = null, Capd = CapdScoreTests.Same(0), CapdBaseline = 0 };

    public static IcansInputs WithIce(this IcansInputs inputs, int total) => inputs with { Ice = new IceScore { Total = total } };

    public static IcansInputs WithCapd(this IcansInputs inputs, int total)
    {
        int Item(int number) => Math.Clamp(total - (4 * (number - 1)), 0, 4);
        return inputs with
        {
            Capd = new CapdScore
            {
                EyeContact = Item(1), Purposeful = Item(2), Aware = Item(3), Communicates = Item(4),
                Restless = Item(5), Inconsolable = Item(6), Underactive = Item(7), SlowToRespond = Item(8),
            },
        };
    }

    /// <summary>"2", "0-4", or the state where there is no grade.</summary>
    public static string Grade(IcansInputs inputs)
    {
        var result = IcansGrader.Grade(inputs);
        return result.Low is not { } low ? result.State.ToString() : low == result.High ? $"{low}" : $"{low}-{result.High}";
    }

    public static string Flags(IcansInputs inputs) => string.Join(" ", IcansGrader.Grade(inputs).Flags.Order(StringComparer.Ordinal));
}
