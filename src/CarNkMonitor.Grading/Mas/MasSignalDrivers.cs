using System.Globalization;
using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Hlh;
using static CarNkMonitor.Grading.Mas.MasSignalFindings;

namespace CarNkMonitor.Grading.Mas;

/// <summary>The recorded inputs behind the components that are present for sure.</summary>
static class MasSignalDrivers
{
    const string Windows = "{24h_windows}";

    /// <summary>Ferritin always, because nothing above WATCH is reached without it.</summary>
    public static List<Driver> Of(MasSignalInputs inputs)
    {
        var drivers = Present(inputs);
        return drivers.Exists(driver => driver.Code == HlhCodes.Ferritin) || inputs.Ferritin is not { } ferritin
            ? drivers
            : [Driver.Of(HlhCodes.Ferritin, ferritin, HlhCodes.MicrogramsPerLitre), .. drivers];
    }

    /// <summary>Only what is present.</summary>
    public static List<Driver> Present(MasSignalInputs inputs)
    {
        var drivers = new DriverList();
        AddFerritin(inputs, drivers);
        if (Fever(inputs) == true)
        {
            var isPersistent = inputs.FeverWindows >= inputs.Thresholds.FeverWindowsFrom;
            drivers.Add(isPersistent ? new Driver(HlhCodes.Temperature, Word(inputs.FeverWindows), Windows) : Driver.Of(HlhCodes.Temperature, "recrudescent"));
        }

        AddCytopenia(inputs, drivers);
        return drivers
            .Add(LowFibrinogen(inputs), HlhCodes.Fibrinogen, inputs.Fibrinogen, HlhCodes.GramsPerLitre)
            .Add(HighAst(inputs), HlhCodes.Ast, inputs.Ast, HlhCodes.EnzymeUnits)
            .Add(HighAlt(inputs), HlhCodes.Alt, inputs.Alt, HlhCodes.EnzymeUnits)
            .Add(RaisedTriglycerides(inputs), HlhCodes.Triglycerides, inputs.Triglycerides);
    }

    static void AddFerritin(MasSignalInputs inputs, DriverList drivers)
    {
        var (isRaised, isStrong) = (Ferritin(inputs).Lowest != MasFerritin.Neither, Strong(inputs) == true);
        drivers
            .Add(isRaised, HlhCodes.Ferritin, inputs.Ferritin, HlhCodes.MicrogramsPerLitre)
            .Add(!isStrong & Moderate(inputs), MasCodes.FerritinBaseline, inputs.FerritinBaseline, HlhCodes.MicrogramsPerLitre)
            .Add(!isStrong & Rapid(inputs), MasCodes.FerritinPrevious, inputs.FerritinPrevious, HlhCodes.MicrogramsPerLitre);
        if (!isStrong && Rapid(inputs) == true && MasSignalGrader.DoublingTimeOf(inputs) is { } hours)
        {
            drivers.Add(Driver.Of(MasCodes.FerritinDoublingTime, decimal.Round(hours, 1, MidpointRounding.AwayFromZero), "h"));
        }
    }

    static void AddCytopenia(MasSignalInputs inputs, DriverList drivers)
    {
        var isPresent = LowCounts(inputs) == true;
        drivers
            .Add(isPresent & LowNeutrophils(inputs), HlhCodes.Neutrophils, inputs.Neutrophils, HlhCodes.Cells)
            .Add(isPresent & LowPlatelets(inputs), HlhCodes.Platelets, inputs.Platelets, HlhCodes.Cells)
            .Add(isPresent & Anemia(inputs), HlhCodes.Hemoglobin, inputs.Hemoglobin, HlhCodes.GramsPerLitre)
            .Add(isPresent & inputs.SecondFall, MasCodes.SecondFall);
        if (isPresent && IsBeyondConditioning(inputs) == true)
        {
            drivers.Add(new Driver(MasCodes.Infusion, Word(inputs.RecoveryDay), "d"));
        }
    }

    static string Word(int? number) => string.Create(CultureInfo.InvariantCulture, $"{number}");
}
