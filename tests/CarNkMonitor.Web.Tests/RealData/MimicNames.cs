namespace CarNkMonitor.Web.Tests.RealData;

/// <summary>What MIMIC-III calls things, and what we call them. Where a text says less than our code would, it stays unmapped.</summary>
static class MimicNames
{
    static readonly string[] ThroughATube =
    [
        "Assist Control", "SIMV+PS", "CMV/ASSIST/AutoFlow", "CMV/ASSIST", "PCV+Assist", "MMV/PSV/AutoFlow", "CMV/AutoFlow", "CMV",
        "SIMV/PSV/AutoFlow", "APRV", "PRVC/AC", "MMV/PSV",
    ];

    /// <summary>Numbers. FiO2 is charted as a fraction by one system and in percent by the other, with a unit that is neither.</summary>
    public static readonly Dictionary<int, Named> Charted = new()
    {
        [211] = new("heart_rate"), [220045] = new("heart_rate"), [618] = new("resp_rate"), [220210] = new("resp_rate"),
        [646] = new("spo2"), [220277] = new("spo2"),
        [455] = new("sbp"), [220179] = new("sbp"), [51] = new("sbp"), [220050] = new("sbp"), [225309] = new("sbp"),
        [8441] = new("dbp"), [220180] = new("dbp"), [8368] = new("dbp"), [220051] = new("dbp"), [225310] = new("dbp"),
        [456] = new("map"), [220181] = new("map"), [52] = new("map"), [220052] = new("map"), [225312] = new("map"),
        [676] = new("temperature"), [223762] = new("temperature"), [678] = new("temperature"), [223761] = new("temperature"),
        [470] = new("oxygen_flow"), [471] = new("oxygen_flow"), [223834] = new("oxygen_flow"), [227287] = new("oxygen_flow"), [227582] = new("oxygen_flow"),
        [190] = new("fio2", "{fraction}"), [223835] = new("fio2", "%"),
        [762] = new("weight"), [763] = new("weight"), [224639] = new("weight"), [226512] = new("weight"), [198] = new("gcs_total", "{score}"),
    };

    /// <summary>Words.</summary>
    public static readonly Dictionary<int, (string Code, string? Unit, Dictionary<string, string> Words)> Worded = new()
    {
        [467] = Device, [468] = Device, [226732] = Device, [720] = Ventilator, [223849] = Ventilator,
        [432] = Consciousness, [226104] = Consciousness, [629] = Seizure, [223923] = Seizure,
        [184] = Eyes, [220739] = Eyes, [454] = Motor, [223901] = Motor, [723] = Verbal, [223900] = Verbal, [228096] = Rass,
    };

    static (string, string?, Dictionary<string, string>) Device => ("oxygen_device", null, new(StringComparer.OrdinalIgnoreCase)
    {
        ["None"] = "room_air", ["Nasal Cannula"] = "nasal_cannula", ["Trach mask"] = "tracheostomy_mask", ["Non-Rebreather"] = "nonrebreather",
        ["Endotracheal tube"] = "invasive_ventilation", ["Bipap Mask"] = "bipap", ["CPAP mask"] = "cpap", ["Medium Conc Mask"] = "simple_facemask",
    });

    /// <summary>CPAP with pressure support runs through a tube or a mask; the text does not say which.</summary>
    static (string, string?, Dictionary<string, string>) Ventilator => ("oxygen_device", null, ThroughATube.ToDictionary(mode => mode, _ => "invasive_ventilation"));

    static (string, string?, Dictionary<string, string>) Consciousness => ("consciousness", null, new()
    {
        ["Alert"] = "alert", ["Arouse to Voice"] = "voice", ["Arouse to Stimul"] = "tactile", ["Arouse to Stimulation"] = "tactile",
        ["Unresponsive"] = "vigorous_or_unarousable",
    });

    static (string, string?, Dictionary<string, string>) Seizure => ("seizure", null, new()
    {
        ["None"] = "none", ["General"] = "unspecified", ["Focal"] = "unspecified",
    });

    static (string, string?, Dictionary<string, string>) Eyes => ("gcs_eye", "{score}", new()
    {
        ["4 Spontaneously"] = "4", ["Spontaneously"] = "4", ["3 To speech"] = "3", ["To Speech"] = "3", ["2 To pain"] = "2", ["To Pain"] = "2",
        ["1 No Response"] = "1", ["None"] = "1",
    });

    static (string, string?, Dictionary<string, string>) Motor => ("gcs_motor", "{score}", new(StringComparer.OrdinalIgnoreCase)
    {
        ["6 Obeys Commands"] = "6", ["Obeys Commands"] = "6", ["5 Localizes Pain"] = "5", ["Localizes Pain"] = "5", ["4 Flex-withdraws"] = "4",
        ["Flex-withdraws"] = "4", ["3 Abnorm flexion"] = "3", ["Abnormal Flexion"] = "3", ["2 Abnorm extensn"] = "2", ["Abnormal extension"] = "2",
        ["1 No Response"] = "1", ["No response"] = "1",
    });

    /// <summary>An intubated person cannot speak: that is no 1.</summary>
    static (string, string?, Dictionary<string, string>) Verbal => ("gcs_verbal", "{score}", new()
    {
        ["5 Oriented"] = "5", ["Oriented"] = "5", ["4 Confused"] = "4", ["Confused"] = "4", ["Inappropriate Words"] = "3",
        ["2 Incomp sounds"] = "2", ["Incomprehensible sounds"] = "2", ["1 No Response"] = "1", ["No Response"] = "1",
    });

    static (string, string?, Dictionary<string, string>) Rass => ("rass", "{score}", new()
    {
        ["+2 Frequent nonpurposeful movement, fights ventilator"] = "2", ["+1 Anxious, apprehensive, but not aggressive"] = "1", ["0  Alert and calm"] = "0",
        ["-1 Awakens to voice (eye opening/contact) > 10 sec"] = "-1",
        ["-2 Light sedation, briefly awakens to voice (eye opening/contact) < 10 sec"] = "-2",
        ["-3 Moderate sedation, movement or eye opening; No eye contact"] = "-3",
        ["-4 Deep sedation, no response to voice, but movement or eye opening to physical stimulation"] = "-4",
        ["-5 Unarousable, no response to voice or physical stimulation"] = "-5",
    });

    /// <summary>Urea nitrogen and D-dimer FEU are what the source's own LOINC codes say.</summary>
    public static readonly Dictionary<int, Named> Laboratory = new()
    {
        [50813] = new("lactate"), [50861] = new("alt"), [50862] = new("albumin"), [50863] = new("alp"), [50878] = new("ast"), [50883] = new("bilirubin_direct"),
        [50885] = new("bilirubin_total"), [50889] = new("crp"), [50910] = new("ck"), [50912] = new("creatinine"), [50924] = new("ferritin"),
        [50931] = new("glucose"), [50954] = new("ldh"), [50971] = new("potassium"), [50983] = new("sodium"), [51000] = new("triglycerides"),
        [51006] = new("urea", "mg/dL{urea_nitrogen}"), [51196] = new("d_dimer", "ng{FEU}/mL"), [51214] = new("fibrinogen"), [51221] = new("hct"),
        [51222] = new("hgb"), [51237] = new("inr", "{INR}"), [51265] = new("platelets"), [51274] = new("pt"), [51275] = new("aptt"),
        [51300] = new("wbc"), [51301] = new("wbc"),
    };

    public static readonly Dictionary<int, string> Agents = new()
    {
        [221906] = "norepinephrine", [30120] = "norepinephrine", [222315] = "vasopressin", [30051] = "vasopressin", [221749] = "phenylephrine",
        [30128] = "phenylephrine", [221662] = "dopamine", [30043] = "dopamine", [30119] = "epinephrine", [221653] = "dobutamine",
        [30042] = "dobutamine", [221986] = "milrinone", [30125] = "milrinone",
    };

    /// <summary>Ventilation with a start and an end.</summary>
    public static readonly Dictionary<int, string> Procedures = new() { [225792] = "invasive_ventilation", [225794] = "bipap" };

    static readonly Dictionary<string, string> Units = new()
    {
        ["Deg. C"] = "Cel", ["?C"] = "Cel", ["Deg. F"] = "[degF]", ["?F"] = "[degF]", ["mmHg"] = "mm[Hg]", ["BPM"] = "/min", ["bpm"] = "/min",
        ["insp/min"] = "/min", ["lpm"] = "L/min", ["IU/L"] = "U/L", ["ng/ml"] = "ng/mL", ["MG/DL"] = "mg/dL", ["K/uL"] = "10*3/uL",
        ["mEq/L"] = "meq/L", ["sec"] = "s", ["SECONDS"] = "s",
    };

    public static string Unit(string asCharted) => Units.GetValueOrDefault(asCharted, asCharted);
}
