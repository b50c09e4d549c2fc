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
        ["rbc_transfusion"] = "Red cells given",
        ["platelet_transfusion"] = "Platelets given",
        ["gcsf_dose"] = "G-CSF",
        ["tpo_ra_dose"] = "Thrombopoietin receptor agonist",
        ["hospitalized_for_aki_hypotension_or_respiratory_distress"] = "Needs hospital for new kidney injury, hypotension or respiratory distress",
        ["anc"] = "Neutrophils",
        ["hgb"] = "Hemoglobin",
        ["birth_date"] = "Age",
        ["death"] = "Cause of death",
    };

    static readonly Dictionary<string, string> Units = new()
    {
        ["Cel"] = "°C", ["[degF]"] = "°F", ["mm[Hg]"] = "mmHg", ["cm[H2O]"] = "cmH₂O", ["/min"] = "per min", ["{fraction}"] = "(fraction)",
        ["10*9/L"] = "×10⁹/L", ["10*6/L"] = "×10⁶/L", ["10*3/uL"] = "×10³/µL", ["10*6/mL"] = "×10⁶/mL", ["10*3/mL"] = "×10³/mL", ["/uL"] = "/µL",
        ["umol/L"] = "µmol/L", ["ukat/L"] = "µkat/L", ["ug/L"] = "µg/L", ["ug/mL"] = "µg/mL", ["ug/kg/min"] = "µg/kg/min", ["ug/kg/h"] = "µg/kg/h", ["ug/min"] = "µg/min",
        ["[IU]/mL"] = "IU/mL", ["[IU]/min"] = "IU/min", ["k[IU]/L"] = "kIU/L", ["{copies}/mL"] = "copies/mL", ["10*3{copies}/mL"] = "×10³ copies/mL",
        ["{copies}/ug"] = "copies/µg", ["mg{FEU}/L"] = "mg/L FEU", ["ug{FEU}/mL"] = "µg/mL FEU", ["ng{FEU}/mL"] = "ng/mL FEU", ["ug{FEU}/L"] = "µg/L FEU",
        ["ng{DDU}/mL"] = "ng/mL DDU", ["ug{DDU}/L"] = "µg/L DDU", ["mL/min/{1.73_m2}"] = "mL/min/1.73 m²", ["mg/dL{urea_nitrogen}"] = "mg/dL as urea nitrogen",
        ["mL/(24.h)"] = "mL in 24 h", ["L/(24.h)"] = "L in 24 h", ["mL/d"] = "mL per day", ["L/d"] = "L per day", ["{#}/d"] = "per day", ["d"] = "days",
        ["[lb_av]"] = "lb", ["[in_i]"] = "in", ["m2"] = "m²", ["{unit}"] = "units", ["{beats}/min"] = "per min", ["{breaths}/min"] = "per min",
        ["{score}"] = "", ["{INR}"] = "", ["{index}"] = "", ["1"] = "",
    };

    /// <summary>Units that are no words of a sentence: these alone are replaced in one.</summary>
    static readonly IReadOnlyList<KeyValuePair<string, string>> InSentences =
        [.. Units.Where(unit => unit.Key.Length > 2).OrderByDescending(unit => unit.Key.Length)];

    /// <summary>Name of an observation code.</summary>
    public static string Name(string code) => Names.GetValueOrDefault(code) ?? ObservationCatalog.Default.Find(code)?.Display ?? code;

    /// <summary>Name of a coded value of a question: an oxygen device, an agent.</summary>
    public static string Coded(string question, string coded) => CodedWords.Find(question, coded) ?? Spelled(coded);

    /// <summary>Name of a coded value whose question is not known.</summary>
    public static string Coded(string coded) => CodedWords.Find(coded) ?? Spelled(coded);

    public static string Capital(string text) => string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(text[0])}{text[1..]}");

    static string Spelled(string coded) => Capital(coded.Replace('_', ' '));

    /// <summary>A sentence of the record with units as people read them; what was typed stays as it was.</summary>
    public static string Sentence(string sentence) =>
        InSentences.Aggregate(sentence, (text, unit) => text.Replace($" {unit.Key}", unit.Value.Length == 0 ? "" : $" {unit.Value}", StringComparison.Ordinal));

    public static string Unit(string? ucum) => ucum is null ? "" : Units.GetValueOrDefault(ucum, ucum);

    /// <summary>The value as it was entered: text and unit stay as typed for ever.</summary>
    public static string AsEntered(Observation observation) => observation switch
    {
        { Coded: { } coded } => Coded(observation.Code, coded),
        { Code: "masking_drugs_reviewed", Flag: true } => "chart reviewed, nothing else given",
        { Flag: { } flag } => flag ? "yes" : "no",
        { EnteredValue: { } entered } => $"{entered} {Unit(observation.EnteredUnit)}".TrimEnd(),
        _ => string.Create(CultureInfo.InvariantCulture, $"{observation.Value} {Unit(observation.Unit)}").TrimEnd(),
    };

    /// <summary>An arrow and a word: never colour alone.</summary>
    public static string Mark(ValueMark mark) => mark switch
    {
        ValueMark.None => "",
        ValueMark.Low => "↓ below normal",
        ValueMark.High => "↑ above normal",
    };

    /// <summary>4 to 11, from 4, up to 11.</summary>
    public static string Range(decimal? low, decimal? high) => (low, high) switch
    {
        (null, null) => "",
        ({ } lower, null) => $"from {Plain(lower)}",
        (null, { } upper) => $"up to {Plain(upper)}",
        ({ } lower, { } upper) => $"{Plain(lower)} to {Plain(upper)}",
    };

    /// <summary>One of the databases keeps 7 as 7.0.</summary>
    static string Plain(decimal number) => number.ToString("0.####################", CultureInfo.InvariantCulture);

    /// <summary>0, 2 or 4.</summary>
    public static string Grades(IReadOnlyList<int> grades) => grades.Count < 2
        ? string.Join("", grades)
        : $"{string.Join(", ", grades.SkipLast(1))} or {grades[^1].ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A value of a grading result: a number with its UCUM unit, a code, or true.</summary>
    public static string Value(Driver driver) => driver.Unit is not null ? $"{Number(driver)} {Unit(driver.Unit)}"
        : driver.Value is "true" ? "yes"
        : string.Join(", ", driver.Value.Split('|').Select(coded => Coded(driver.Code, coded)));

    /// <summary>Databases keep 84 as 84.0; people count heart beats in whole numbers.</summary>
    static string Number(Driver driver) => ObservationCatalog.Default.Find(driver.Code)?.ValueType == ObservationValueType.WholeNumber
        && driver.Value.EndsWith(".0", StringComparison.Ordinal) ? driver.Value[..^2] : driver.Value;
}
