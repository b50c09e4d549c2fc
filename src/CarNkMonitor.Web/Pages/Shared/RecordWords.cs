using System.Globalization;
using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Web.Pages.Shared;

/// <summary>Observations in the words of the bedside: codes, units and values as people say them.</summary>
public static class RecordWords
{
    static readonly Dictionary<string, string> Names = new()
    {
        ["temperature"] = "Temperature",
        ["sbp"] = "Systolic pressure",
        ["dbp"] = "Diastolic pressure",
        ["heart_rate"] = "Heart rate",
        ["resp_rate"] = "Breathing rate",
        ["spo2"] = "SpO₂",
        ["oxygen_device"] = "Oxygen device",
        ["oxygen_flow"] = "Oxygen flow",
        ["vasopressor_agent"] = "Vasopressor",
        ["hypotension_clinician"] = "Low blood pressure seen",
        ["fluid_bolus_for_hypotension"] = "Fluid bolus",
        ["masking_drugs_reviewed"] = "Fever-masking medicine",
        ["antipyretic_dose"] = "Antipyretic",
        ["steroid_dose"] = "Corticosteroid",
        ["tocilizumab_dose"] = "Tocilizumab",
        ["anticytokine_dose"] = "Anti-cytokine",
        ["anc"] = "Neutrophils",
        ["hgb"] = "Hemoglobin",
        ["birth_date"] = "Age",
        ["death"] = "Cause of death",
    };

    static readonly Dictionary<string, string> Codes = new()
    {
        ["hfnc"] = "High-flow cannula",
        ["nonrebreather"] = "Non-rebreather mask",
        ["simple_facemask"] = "Face mask",
        ["venturi"] = "Venturi mask",
        ["blow_by"] = "Blow-by",
        ["cpap"] = "CPAP",
        ["bipap"] = "BiPAP",
        ["invasive_ventilation"] = "Ventilator",
        ["ecmo"] = "ECMO",
        ["nsaid"] = "NSAID",
        ["angiotensin_ii"] = "Angiotensin II",
    };

    static readonly Dictionary<string, string> Units = new()
    {
        ["Cel"] = "°C",
        ["[degF]"] = "°F",
        ["mm[Hg]"] = "mmHg",
        ["/min"] = "per min",
        ["{fraction}"] = "(fraction)",
        ["10*9/L"] = "×10⁹/L",
    };

    /// <summary>Name of an observation code.</summary>
    public static string Name(string code) => Names.GetValueOrDefault(code) ?? ObservationCatalog.Default.Find(code)?.Display ?? code;

    /// <summary>Name of a coded value: an oxygen device, an agent.</summary>
    public static string Coded(string code) => Codes.GetValueOrDefault(code)
        ?? string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(code[0])}{code[1..].Replace('_', ' ')}");

    /// <summary>A sentence of the record with units as people read them; what was typed stays as it was.</summary>
    public static string Sentence(string sentence) =>
        Units.Aggregate(sentence, (text, unit) => text.Replace($" {unit.Key}", $" {unit.Value}", StringComparison.Ordinal));

    public static string Unit(string? ucum) => ucum is null ? "" : Units.GetValueOrDefault(ucum, ucum);

    /// <summary>The value as it was entered: text and unit stay as typed for ever.</summary>
    public static string AsEntered(Observation observation) => observation switch
    {
        { Coded: { } coded } => Coded(coded),
        { Code: "masking_drugs_reviewed", Flag: true } => "chart reviewed, none given",
        { Flag: { } flag } => flag ? "yes" : "no",
        { EnteredValue: { } entered } => $"{entered} {Unit(observation.EnteredUnit)}".TrimEnd(),
        _ => string.Create(CultureInfo.InvariantCulture, $"{observation.Value} {Unit(observation.Unit)}").TrimEnd(),
    };

    /// <summary>0, 2 or 4.</summary>
    public static string Grades(IReadOnlyList<int> grades) => grades.Count < 2
        ? string.Join("", grades)
        : $"{string.Join(", ", grades.SkipLast(1))} or {grades[^1].ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A value of a grading result: a number with its UCUM unit, a code, or true.</summary>
    public static string Value(Driver driver) => driver.Unit is not null ? $"{Number(driver)} {Unit(driver.Unit)}"
        : driver.Value is "true" ? "yes"
        : string.Join(", ", driver.Value.Split('|').Select(Coded));

    /// <summary>Databases keep 84 as 84.0; people count heart beats in whole numbers.</summary>
    static string Number(Driver driver) => ObservationCatalog.Default.Find(driver.Code)?.ValueType == ObservationValueType.WholeNumber
        && driver.Value.EndsWith(".0", StringComparison.Ordinal) ? driver.Value[..^2] : driver.Value;
}
