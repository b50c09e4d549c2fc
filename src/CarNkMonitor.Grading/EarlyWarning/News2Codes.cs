namespace CarNkMonitor.Grading.EarlyWarning;

/// <summary>The catalogue codes that NEWS2 reads, and the letters of ACVPU.</summary>
public static class News2Codes
{
    internal const string RespiratoryRate = "resp_rate";
    internal const string Saturation = "spo2";
    internal const string Scale = "news2_spo2_scale";
    internal const string Device = "oxygen_device";
    internal const string Systolic = "sbp";
    internal const string Pulse = "heart_rate";
    internal const string Consciousness = "acvpu";
    internal const string Temperature = "temperature";
    internal const string Pregnancy = "pregnancy";

    /// <summary>Every code that can change a NEWS2; other observations need not be loaded.</summary>
    public static readonly IReadOnlyList<string> All =
        [RespiratoryRate, Saturation, Scale, Device, Systolic, Pulse, Consciousness, Temperature, Pregnancy];

    internal static readonly (string Letter, Consciousness Level)[] Letters =
    [
        ("A", EarlyWarning.Consciousness.Alert), ("C", EarlyWarning.Consciousness.NewConfusion), ("V", EarlyWarning.Consciousness.Voice),
        ("P", EarlyWarning.Consciousness.Pain), ("U", EarlyWarning.Consciousness.Unresponsive),
    ];

    /// <summary>The level that a letter stands for.</summary>
    /// <exception cref="ArgumentException">Another letter: an input error, not "alert".</exception>
    public static Consciousness LevelOf(string letter)
    {
        foreach (var (known, level) in Letters)
        {
            if (known == letter)
            {
                return level;
            }
        }

        throw new ArgumentException($"'{letter}' is not a level of ACVPU; allowed: {string.Join(", ", Letters.Select(pair => pair.Letter))}.");
    }

    internal static string LetterOf(Consciousness level) => Letters.First(pair => pair.Level == level).Letter;
}
