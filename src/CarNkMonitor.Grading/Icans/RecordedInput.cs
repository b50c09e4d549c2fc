using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Icans;

/// <summary>The recorded inputs behind each row, as drivers: observation code, canonical unit, and the stored observation where there is one.</summary>
static class RecordedInput
{
    public static IReadOnlyList<Driver> Ice(IcansInputs inputs) =>
    [
        .. inputs.Ice is { HasItem: false, Total: { } total } ? [Score(IcansCodes.IceTotal, total, inputs)] : Scores(IceScore.Items, inputs),
        .. Coded(IcansCodes.IceNotDone, inputs.IceNotDone, IcansCodes.ReasonWords, inputs),
    ];

    public static IReadOnlyList<Driver> Capd(IcansInputs inputs) =>
        [.. Scores(CapdScore.Items, inputs), .. Coded(IcansCodes.CapdNotDone, inputs.CapdNotDone, IcansCodes.ReasonWords, inputs)];

    public static IReadOnlyList<Driver> Consciousness(IcansInputs inputs) =>
    [
        .. Coded(IcansCodes.Consciousness, inputs.Consciousness, IcansCodes.ConsciousnessWords, inputs),
        .. OtherCause(IcansCodes.ConsciousnessAttribution, inputs.ConsciousnessHasOtherCause, inputs),
    ];

    public static IReadOnlyList<Driver> Seizure(IcansInputs inputs) =>
    [
        .. Coded(IcansCodes.Seizure, inputs.Seizure, IcansCodes.SeizureWords, inputs),
        .. inputs.SeizureMinutes is { } minutes ? [Driver.Of(IcansCodes.SeizureDuration, minutes, "min", Source(IcansCodes.SeizureDuration, inputs))] : None,
        .. OtherCause(IcansCodes.SeizureAttribution, inputs.SeizureHasOtherCause, inputs),
    ];

    public static IReadOnlyList<Driver> Motor(IcansInputs inputs) =>
    [
        .. Coded(IcansCodes.Motor, inputs.Motor, IcansCodes.MotorWords, inputs),
        .. OtherCause(IcansCodes.MotorAttribution, inputs.MotorHasOtherCause, inputs),
    ];

    public static IReadOnlyList<Driver> Pressure(IcansInputs inputs) =>
    [
        .. from one in IcansCodes.PressureObservations
           where inputs.Pressure?.HasFlag(one.Sign) == true
           select Driver.Of(one.Code, one.Word, Source(one.Code, inputs, one.Word)),
        .. inputs.IntracranialHemorrhage ? [Yes(IcansCodes.Hemorrhage, inputs)] : None,
        .. OtherCause(IcansCodes.PressureAttribution, inputs.PressureHasOtherCause, inputs),
    ];

    public static IReadOnlyList<Driver> Development(IcansInputs inputs) => inputs.HasDevelopmentalDelay ? [Yes(IcansCodes.DevelopmentalDelay, inputs)] : None;

    public static IReadOnlyList<Driver> Death(IcansInputs inputs) => Coded(IcansCodes.Death, inputs.Death, IcansCodes.DeathWords, inputs);

    static readonly Driver[] None = [];

    static IEnumerable<Driver> Scores(ScoreItem[] items, IcansInputs inputs) =>
        from item in items let points = item.Points(inputs) where points is not null select Score(item.Code, points.Value, inputs);

    static Driver Score(string code, int points, IcansInputs inputs) => Driver.Of(code, (decimal)points, "{score}", Source(code, inputs));

    static Driver[] Coded<T>(string code, T? value, (string Word, T Value)[] words, IcansInputs inputs) where T : struct, Enum =>
        value is { } known ? [Driver.Of(code, IcansCodes.WordOf(words, known), Source(code, inputs))] : None;

    static Driver Yes(string code, IcansInputs inputs) => Driver.Of(code, "true", Source(code, inputs));

    static Driver[] OtherCause(string code, bool isOtherCause, IcansInputs inputs) =>
        isOtherCause ? [Driver.Of(code, "other_cause", Source(code, inputs))] : None;

    static Fact? Source(string code, IcansInputs inputs, string? word = null) =>
        inputs.Sources.FirstOrDefault(fact => fact?.Code == code && (word is null || fact.Coded == word));
}
