using System.Globalization;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Crs;

/// <summary>The recorded inputs that the result rests on, by observation code.</summary>
static class CrsDrivers
{
    public static IReadOnlyList<Driver> Of(CrsInputs inputs)
    {
        var sources = inputs.Sources ?? CrsSources.None;
        var drivers = new List<Driver>();
        if (inputs.TemperatureMax is { } temperature)
        {
            drivers.Add(Number(CrsCodes.Temperature, temperature, "Cel", sources.Temperature));
        }

        AddHypotension(inputs, sources, drivers);
        AddOxygen(inputs, sources, drivers);
        if (inputs.Death is { } cause)
        {
            drivers.Add(Word(CrsCodes.Death, sources.Death?.Coded ?? CauseWord(cause), sources.Death));
        }

        return drivers;
    }

    static void AddHypotension(CrsInputs inputs, CrsSources sources, List<Driver> drivers)
    {
        if (inputs.Vasopressors is { } agents && HypotensionFinding.OnAgents(agents) is not null)
        {
            drivers.AddRange(CrsCodes.WordsOf(agents).Select(word =>
                Word(CrsCodes.Vasopressor, word, sources.Agents.FirstOrDefault(fact => fact.Coded == word))));
        }
        else if (inputs.FluidBolus)
        {
            drivers.Add(Word(CrsCodes.FluidBolus, "true", sources.FluidBolus));
        }

        if (inputs.HypotensionSeen == true)
        {
            drivers.Add(Word(CrsCodes.HypotensionSeen, "true", sources.HypotensionSeen));
        }

        if (inputs.SystolicMin is { } pressure)
        {
            drivers.Add(Number(CrsCodes.Systolic, pressure, "mm[Hg]", sources.Systolic));
        }
    }

    static void AddOxygen(CrsInputs inputs, CrsSources sources, List<Driver> drivers)
    {
        if (inputs.Device is not { } device)
        {
            return;
        }

        drivers.Add(Word(CrsCodes.Device, CrsCodes.WordOf(device), sources.Device));
        if (inputs.Flow is { } flow)
        {
            drivers.Add(Number(CrsCodes.Flow, flow, "L/min", sources.Flow));
        }

        if (device == OxygenDevice.RoomAir && inputs.SaturationMin is { } saturation)
        {
            drivers.Add(Number(CrsCodes.Saturation, saturation, "%", sources.Saturation));
        }
    }

    /// <summary>Without trailing zeros: one database keeps them, the other makes some.</summary>
    static Driver Number(string code, Measured value, string unit, Fact? source) =>
        new(code, Sign(value.Comparator) + value.Value.ToString("0.#############################", CultureInfo.InvariantCulture), unit, source?.ObservedAt, source?.Id);

    static Driver Word(string code, string value, Fact? source) => new(code, value, null, source?.ObservedAt, source?.Id);

    static string Sign(Comparator comparator) => comparator switch
    {
        Comparator.Equal => "",
        Comparator.Below => "<",
        Comparator.Above => ">",
    };

    static string CauseWord(DeathCause cause) => cause switch
    {
        DeathCause.Crs => "crs",
        DeathCause.Other => "other",
        DeathCause.Unknown => "unknown",
    };
}
