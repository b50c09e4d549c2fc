using System.Globalization;
using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Web.Tests.RealData;

/// <summary>
/// The stays of <c>eicu-demo</c>, each a subject of its own: its times are counted from the admission to intensive care, which stands for the infusion.
/// The series of <c>hourly.csv</c> that <c>lab.csv</c> holds as well are taken from there, with their units.
/// </summary>
static class EicuFolder
{
    static readonly DateTime Admission = new(2015, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    static readonly Dictionary<string, Named> Hourly = new()
    {
        ["dbp"] = new("dbp", "mm[Hg]"), ["sbp"] = new("sbp", "mm[Hg]"), ["map"] = new("map", "mm[Hg]"), ["hr"] = new("heart_rate", "/min"),
        ["resp"] = new("resp_rate", "/min"), ["o2sat"] = new("spo2", "%"), ["temp"] = new("temperature", "Cel"),
    };

    static readonly Dictionary<string, Named> Laboratory = new()
    {
        ["potassium"] = new("potassium"), ["sodium"] = new("sodium"), ["glucose"] = new("glucose"), ["Hgb"] = new("hgb"), ["chloride"] = new("chloride"),
        ["creatinine"] = new("creatinine"), ["BUN"] = new("urea", "mg/dL{urea_nitrogen}"), ["Hct"] = new("hct"), ["calcium"] = new("calcium_total"), ["bicarbonate"] = new("bicarbonate"),
        ["platelets x 1000"] = new("platelets", "10*3/uL"), ["WBC x 1000"] = new("wbc", "10*3/uL"), ["magnesium"] = new("magnesium"), ["albumin"] = new("albumin"),
        ["AST (SGOT)"] = new("ast"), ["alkaline phos."] = new("alp"), ["ALT (SGPT)"] = new("alt"), ["total bilirubin"] = new("bilirubin_total"), ["phosphate"] = new("phosphate"),
        ["PT - INR"] = new("inr", "{INR}"), ["PT"] = new("pt"), ["lactate"] = new("lactate"), ["PTT"] = new("aptt"), ["CPK"] = new("ck"), ["fibrinogen"] = new("fibrinogen"),
        ["triglycerides"] = new("triglycerides"), ["direct bilirubin"] = new("bilirubin_direct"), ["LDH"] = new("ldh"), ["CRP"] = new("crp"), ["CRP-hs"] = new("crp"),
        ["uric acid"] = new("urate"), ["Ferritin"] = new("ferritin"), ["haptoglobin"] = new("haptoglobin"),
    };

    static readonly Dictionary<string, string> Units = new() { ["Units/L"] = "U/L", ["sec"] = "s" };

    static readonly Dictionary<string, string> Devices = new()
    {
        ["Ventilator"] = "invasive_ventilation", ["Nasal cannula"] = "nasal_cannula", ["None (Room air)"] = "room_air", ["Bi-PAP"] = "bipap", ["CPAP"] = "cpap",
    };

    static readonly string[] Agents = ["norepinephrine", "epinephrine", "phenylephrine", "dopamine", "vasopressin", "dobutamine", "milrinone"];

    public static IReadOnlyList<SourceSubject> Subjects(string folder)
    {
        var rows = Rows(folder).ToLookup(row => row.Stay, row => row.Row);
        return SourceFile.Read(folder, "patient.csv", row => new SourceSubject(
            row("patientunitstayid"), null, int.TryParse(row("age"), CultureInfo.InvariantCulture, out var years) ? years * 366 : 90 * 366, ObservationSource.External,
            [Admission], [.. rows[row("patientunitstayid")]]));
    }

    static IEnumerable<(string Stay, SourceRow Row)> Rows(string folder)
    {
        var series = SourceFile.Columns(folder, "hourly.csv").Skip(2).ToList();
        return
        [
            .. SourceFile.Read(folder, "hourly.csv", row => series.Where(column => row(column).Length > 0).Select(column => Hour(row, column)).ToList()).SelectMany(hour => hour),
            .. SourceFile.Read(folder, "lab.csv", Result),
            .. SourceFile.Read(folder, "infusiondrug_vasoactive.csv", Drip),
            .. SourceFile.Read(folder, "respiratorycharting_oxygen.csv", Oxygen),
            .. SourceFile.Read(folder, "nurseassessment_neuro.csv", row =>
                Source(row, "patientunitstayid", "nurseassessoffset", $"neuro {row("cellattribute")}", row("cellattributevalue"))).Select(Neuro),
        ];
    }

    static (string, SourceRow) Hour(Func<string, string> row, string column)
    {
        var at = Admission.AddHours(SourceFile.Number(row("offset_hours")));
        var source = new SourceRow($"hourly {column}", at, at, row(column), null);
        return (row("stay_id"), Hourly.TryGetValue(column, out var named) ? source with { Item = new CheckItem(named.Code, row(column), named.Unit) }
            : source with { Unmapped = "taken from the laboratory's own rows, or no code of the catalogue" });
    }

    static (string, SourceRow) Result(Func<string, string> row)
    {
        var (stay, source) = Source(row, "patientunitstayid", "labresultoffset", $"lab {row("labname")}", $"{row("labresulttext")} {row("labmeasurenamesystem")}".TrimEnd());
        return (stay, !Laboratory.TryGetValue(row("labname"), out var named) ? source with { Unmapped = "no code of the catalogue" }
            : source with
            {
                Item = new CheckItem(named.Code, row("labresulttext") is { Length: > 0 } text ? text : row("labresult"),
                    named.Unit ?? Units.GetValueOrDefault(row("labmeasurenamesystem"), row("labmeasurenamesystem"))),
            });
    }

    /// <summary>A rate above 0 in any unit says that the agent runs; a rate of 0 says of this agent alone that it does not.</summary>
    static (string, SourceRow) Drip(Func<string, string> row)
    {
        var (stay, source) = Source(row, "patientunitstayid", "infusionoffset", "infusiondrug", $"{row("drugname")} {row("drugrate")}");
        var agent = Agents.FirstOrDefault(one => row("drugname").StartsWith(one, StringComparison.OrdinalIgnoreCase));
        var runs = double.TryParse(row("drugrate"), CultureInfo.InvariantCulture, out var rate) && rate > 0;
        return (stay, agent is null ? source with { Unmapped = "no code of the catalogue" }
            : runs ? source with { Item = new CheckItem("vasopressor_agent", agent) }
            : source with { Unmapped = "no rate: it does not say that the agent runs" });
    }

    static (string, SourceRow) Oxygen(Func<string, string> row)
    {
        var (stay, source) = Source(row, "patientunitstayid", "respchartoffset", $"oxygen {row("respchartvaluelabel")}", row("respchartvalue"));
        return (stay, row("respchartvaluelabel") switch
        {
            "LPM O2" => source with { Item = new CheckItem("oxygen_flow", row("respchartvalue"), "L/min") },
            "FiO2" => source with { Item = new CheckItem("fio2", row("respchartvalue").TrimEnd('%'), "%") },
            "O2 Device" when Devices.TryGetValue(row("respchartvalue"), out var device) => source with { Item = new CheckItem("oxygen_device", device) },
            _ => source with { Unmapped = "no code of the catalogue" },
        });
    }

    /// <summary>Orientation is charted by its parts and speech in words: neither is an item of ICE.</summary>
    static (string, SourceRow) Neuro((string Stay, SourceRow Row) charted) => (charted.Stay, charted.Row with { Unmapped = "the word has no code of the same meaning" });

    static (string Stay, SourceRow Row) Source(Func<string, string> row, string stay, string minutes, string origin, string text)
    {
        var at = Admission.AddMinutes(SourceFile.Number(row(minutes)));
        return (row(stay), new SourceRow(origin, at, at, text, null));
    }
}
