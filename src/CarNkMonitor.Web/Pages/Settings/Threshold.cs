using System.Globalization;
using System.Text.Json;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Web.Pages.Settings;

/// <summary>One threshold of a study in words.</summary>
/// <param name="Name">Its name in the settings, as problems and changes give it: <c>mas.fibrinogenBelow</c>.</param>
/// <param name="Label">What is compared.</param>
/// <param name="Edge">How: whether the value itself counts.</param>
/// <param name="Unit">As people read it; empty for a count.</param>
public sealed record Threshold(string Name, string Label, string Edge, string Unit)
{
    /// <summary>In the order of the signal's parts.</summary>
    public static readonly IReadOnlyList<Threshold> Mas =
    [
        new("mas.feverWindowsFrom", "Fever on days in a row", "38.5 °C or more on so many days or more", "days"),
        new("mas.ferritinStrongFrom", "Ferritin, strong", "this or more", "µg/L"),
        new("mas.ferritinModerateFrom", "Ferritin, moderate", "this or more", "µg/L"),
        new("mas.ferritinAboveBaseline", "Ferritin against its baseline", "moderate: above so many times the value at infusion", "times"),
        new("mas.ferritinRapidFrom", "Ferritin, rapid rise", "this or more", "µg/L"),
        new("mas.doublingTimeUpToHours", "Rapid rise, doubling time", "this or less", "h"),
        new("mas.rapidIntervalFromHours", "Rapid rise, shortest interval", "this or more between the two samples", "h"),
        new("mas.rapidIntervalUpToHours", "Rapid rise, longest interval", "this or less between the two samples", "h"),
        new("mas.neutrophilsBelow", "Neutrophils", "below this", "×10⁹/L"),
        new("mas.plateletsBelow", "Platelets", "below this", "×10⁹/L"),
        new("mas.hemoglobinBelow", "Hemoglobin", "below this", "g/L"),
        new("mas.lineagesFrom", "Low cell lines", "so many of the three or more", "of 3"),
        new("mas.beyondConditioningFromDay", "Low counts beyond conditioning", "from this day after the infusion on", "day"),
        new("mas.fibrinogenBelow", "Fibrinogen", "below this", "g/L"),
        new("mas.transaminaseAboveUln", "AST or ALT", "above so many times the upper limit of normal", "times"),
        new("mas.triglyceridesFromMmolPerL", "Triglycerides, in mmol/L", "this or more", "mmol/L"),
        new("mas.triglyceridesFromMgPerDL", "Triglycerides, in mg/dL", "this or more", "mg/dL"),
    ];

    public static readonly IReadOnlyList<Threshold> Cytopenia =
    [
        new("cytopenia.neutrophils", "Neutrophils", "low below this", "×10⁹/L"),
        new("cytopenia.platelets", "Platelets", "low below this", "×10⁹/L"),
        new("cytopenia.hemoglobin", "Hemoglobin", "low below this", "g/L"),
        new("cytopenia.lastExpectedDay", "Last day on which low counts are expected", "this day included", "day"),
        new("cytopenia.daysBetweenGoodCounts", "From the first good count to the second", "at most so many", "days"),
        new("cytopenia.transfusionFreeDays", "Without transfusion before a good count", "so many, its own day included", "days"),
        new("cytopenia.lateNadirAfterDay", "Late lowest neutrophil count", "after this day", "day"),
        new("cytopenia.exceedingGrade", "Deeper than expected", "early ICAHT or T-ICAHT of this grade or more", "grade"),
    ];

    /// <summary>For an element's id and for its field in the form.</summary>
    public string Id => $"Form_{Name.Replace('.', '_')}";

    /// <summary>Label of a threshold by its name in the settings; null for what is none.</summary>
    public static Threshold? Find(string name) => Mas.Concat(Cytopenia).FirstOrDefault(one => one.Name == name);

    /// <summary>Its value in a version of the settings, as one types it.</summary>
    public string Of(StudySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var parts = Name.Split('.');
        return Text(JsonSerializer.SerializeToElement(settings, Json.Options).GetProperty(parts[0]).GetProperty(parts[1]).GetDecimal());
    }

    /// <summary>A value with its unit: 1.5 g/L, day 30, grade 3.</summary>
    public string Words(StudySettings settings) => Unit is "day" or "grade" ? $"{Unit} {Of(settings)}" : $"{Of(settings)} {Unit}".TrimEnd();

    /// <summary>Without the noughts at its end that only say how it was written.</summary>
    public static string Text(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);
}
