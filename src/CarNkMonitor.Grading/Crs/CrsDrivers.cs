using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Crs;

/// <summary>The recorded inputs that the result rests on, by observation code.</summary>
static class CrsDrivers
{
    public static List<Driver> Of(CrsInputs inputs)
    {
        var sources = inputs.Sources ?? CrsSources.None;
        var drivers = new List<Driver>();
        if (inputs.TemperatureMax is { } temperature)
        {
            drivers.Add(Driver.Of(CrsCodes.Temperature, temperature, "Cel", sources.Temperature));
        }

        AddHypotension(inputs, sources, drivers);
        AddOxygen(inputs, sources, drivers);
        if (inputs.Death is { } cause)
        {
            drivers.Add(Driver.Of(CrsCodes.Death, sources.Death?.Coded ?? CauseWord(cause), sources.Death));
        }

        return drivers;
    }

    static void AddHypotension(CrsInputs inputs, CrsSources sources, List<Driver> drivers)
    {
        if (inputs.Vasopressors is { } agents && HypotensionFinding.OnAgents(agents) is not null)
        {
            drivers.AddRange(CrsCodes.WordsOf(agents).Select(word =>
                Driver.Of(CrsCodes.Vasopressor, word, sources.Agents.FirstOrDefault(fact => fact.Coded == word))));
        }

        if (inputs.FluidBolus)
        {
            drivers.Add(Driver.Of(CrsCodes.FluidBolus, "true", sources.FluidBolus));
        }

        if (inputs.HypotensionSeen == true)
        {
            drivers.Add(Driver.Of(CrsCodes.HypotensionSeen, "true", sources.HypotensionSeen));
        }

        if (inputs.SystolicMin is { } pressure)
        {
            drivers.Add(Driver.Of(CrsCodes.Systolic, pressure, "mm[Hg]", sources.Systolic));
        }
    }

    static void AddOxygen(CrsInputs inputs, CrsSources sources, List<Driver> drivers)
    {
        // Room air that nobody charted stands for support of another cause.
        if (inputs.Device is { } device && (inputs.Recorded is null || sources.Device is not null))
        {
            drivers.Add(Driver.Of(CrsCodes.Device, CrsCodes.WordOf(device), sources.Device));
        }

        if (inputs.Flow is { } flow)
        {
            drivers.Add(Driver.Of(CrsCodes.Flow, flow, "L/min", sources.Flow));
        }

        if (inputs.SaturationMin is { } saturation)
        {
            drivers.Add(Driver.Of(CrsCodes.Saturation, saturation, "%", sources.Saturation));
        }
    }

    static string CauseWord(DeathCause cause) => cause switch
    {
        DeathCause.Crs => "crs",
        DeathCause.Other => "other",
        DeathCause.Unknown => "unknown",
    };
}
