using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Crs;

/// <summary>
/// The recorded inputs that the result rests on, by observation code: what each row of the table reads, and the statements of another cause and the drugs
/// by which a row says something else than its readings would.
/// </summary>
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

        AddCause(CrsCodes.FeverAttribution, FeverFinding.HangsOnCause(inputs), sources.Judgements.Fever, drivers);
        AddMasking(inputs, sources.Judgements.Masking, drivers);
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

        var isLeftOut = inputs.HypotensionHasOtherCause ? HypotensionFinding.MayBeSeen(inputs) : inputs.Recorded is { } all && PressureRow(all) != PressureRow(inputs);
        AddCause(CrsCodes.HypotensionAttribution, isLeftOut, sources.Judgements.Hypotension, drivers);
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

        var isLeftOut = inputs.HypoxiaHasOtherCause ? OxygenFinding.MayBeSeen(inputs) : inputs.Recorded is { } all && OxygenRow(all) != OxygenRow(inputs);
        AddCause(CrsCodes.HypoxiaAttribution, isLeftOut, sources.Judgements.Hypoxia, drivers);
    }

    static (Measured?, bool?, bool, Vasopressors?) PressureRow(CrsInputs inputs) => (inputs.SystolicMin, inputs.HypotensionSeen, inputs.FluidBolus, inputs.Vasopressors);

    static (OxygenDevice?, Measured?, Measured?) OxygenRow(CrsInputs inputs) => (inputs.Device, inputs.Flow, inputs.SaturationMin);

    static void AddCause(string code, bool counts, Fact? statement, List<Driver> drivers)
    {
        if (counts)
        {
            drivers.Add(Driver.Of(code, statement?.Coded ?? "other_cause", statement));
        }
    }

    /// <summary>The latest dose of each drug that may hide a fever, or the review of the drug chart that found none.</summary>
    static void AddMasking(CrsInputs inputs, IReadOnlyList<Fact> facts, List<Driver> drivers)
    {
        if (!FeverFinding.HangsOnMasking(inputs))
        {
            return;
        }

        if (inputs.Sources is null)
        {
            drivers.AddRange(CrsCodes.MaskingCodesOf(inputs.Masking!.Value).Select(code => Driver.Of(code, "true")));
        }

        foreach (var latest in facts.GroupBy(fact => fact.Code, (_, ofDrug) => ofDrug.Last()))
        {
            drivers.Add(latest.Value is null ? Driver.Of(latest.Code, latest.Coded ?? "true", latest) : Driver.Of(latest.Code, latest.Measured, "mg", latest));
        }
    }

    static string CauseWord(DeathCause cause) => cause switch
    {
        DeathCause.Crs => "crs",
        DeathCause.Other => "other",
        DeathCause.Unknown => "unknown",
    };
}
