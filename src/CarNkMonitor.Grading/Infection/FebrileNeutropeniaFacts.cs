using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Infection;

/// <summary>What both definitions say of their inputs: drivers, and the search for what is missing.</summary>
static class FebrileNeutropeniaFacts
{
    const string Temperature = "temperature";
    const string Count = "anc";
    const string ExpectedToFall = "anc_expected_to_fall";
    const string LifeThreatening = "life_threatening_judgement";

    static readonly Func<FebrileNeutropeniaInputs, object?> Fever = inputs => (FeverPattern.Idsa(inputs.Temperatures), FeverPattern.Ctcae(inputs.Temperatures));
    static readonly Func<FebrileNeutropeniaInputs, object?> Neutrophils = inputs => (Neutropenia.Idsa(inputs), Neutropenia.Ctcae(inputs));

    static readonly Gap<FebrileNeutropeniaInputs>[] Gaps =
    [
        new(Temperature, Fever, inputs => inputs.Temperatures.Count == 0, Reading(37), Reading(38.3m), Reading(39)),
        new(Count, Neutrophils, inputs => Neutropenia.Used(inputs.Counts) is null, Counted(0.3m), Counted(0.8m), Counted(2)),
    ];

    public static IReadOnlyList<MissingInput> Missing(FebrileNeutropeniaInputs inputs, Func<FebrileNeutropeniaInputs, (int Low, int High)> levels) =>
        MissingSearch.Of(inputs, Gaps, levels);

    /// <summary>The highest temperature, the count used, and what clinicians stated.</summary>
    public static IEnumerable<Driver> Drivers(FebrileNeutropeniaInputs inputs, bool readsExpectation, bool readsThreat)
    {
        if (readsThreat && inputs.IsLifeThreatening)
        {
            yield return Driver.Of(LifeThreatening, "febrile_neutropenia");
        }

        if (inputs.Temperatures.Count > 0)
        {
            yield return Driver.Of(Temperature, inputs.Temperatures.MaxBy(reading => FeverPattern.Rank(reading.Celsius)).Celsius, "Cel");
        }

        if (Neutropenia.Used(inputs.Counts) is { } used)
        {
            yield return Driver.Of(Count, used.Count, "10*9/L");
        }

        if (readsExpectation && inputs.IsExpectedToFall)
        {
            yield return Driver.Of(ExpectedToFall, "true");
        }
    }

    static Func<FebrileNeutropeniaInputs, FebrileNeutropeniaInputs> Reading(decimal celsius) =>
        inputs => inputs with { Temperatures = [new TemperatureReading(0, celsius)] };

    /// <summary>A count at the fever itself, beside those that lie too far from it.</summary>
    static Func<FebrileNeutropeniaInputs, FebrileNeutropeniaInputs> Counted(decimal count) =>
        inputs => inputs with { Counts = [.. inputs.Counts, new NeutrophilCount(0, count)] };
}
