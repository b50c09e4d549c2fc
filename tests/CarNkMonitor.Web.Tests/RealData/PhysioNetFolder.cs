using System.Globalization;
using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Web.Tests.RealData;

/// <summary>
/// The hourly PSV files of <c>physionet2019-setB</c>: one person per file, one reading per cell that is not NaN. There is no date, so the first
/// hour is put on an invented day, which stands for the infusion day. The units are those of the data set's description; the values are medians
/// of what monitors sent, so they are a device feed.
/// </summary>
static class PhysioNetFolder
{
    static readonly DateTime FirstHour = new(2019, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    static readonly Dictionary<string, Named> Columns = new()
    {
        ["HR"] = new("heart_rate", "/min"), ["O2Sat"] = new("spo2", "%"), ["Temp"] = new("temperature", "Cel"), ["SBP"] = new("sbp", "mm[Hg]"),
        ["MAP"] = new("map", "mm[Hg]"), ["DBP"] = new("dbp", "mm[Hg]"), ["Resp"] = new("resp_rate", "/min"), ["FiO2"] = new("fio2", "{fraction}"),
        ["HCO3"] = new("bicarbonate", "mmol/L"), ["AST"] = new("ast", "U/L"), ["BUN"] = new("urea", "mg/dL{urea_nitrogen}"),
        ["Alkalinephos"] = new("alp", "U/L"), ["Calcium"] = new("calcium_total", "mg/dL"), ["Chloride"] = new("chloride", "mmol/L"),
        ["Creatinine"] = new("creatinine", "mg/dL"), ["Bilirubin_direct"] = new("bilirubin_direct", "mg/dL"), ["Glucose"] = new("glucose", "mg/dL"),
        ["Phosphate"] = new("phosphate", "mg/dL"), ["Potassium"] = new("potassium", "mmol/L"), ["Bilirubin_total"] = new("bilirubin_total", "mg/dL"),
        ["Hct"] = new("hct", "%"), ["Hgb"] = new("hgb", "g/dL"), ["PTT"] = new("aptt", "s"), ["WBC"] = new("wbc", "10*3/uL"),
        ["Fibrinogen"] = new("fibrinogen", "mg/dL"), ["Platelets"] = new("platelets", "10*3/uL"),
    };

    /// <summary>The description names a unit in which the values cannot be true; without a unit there is no reading.</summary>
    static readonly HashSet<string> UnitUnclear = ["Lactate", "Magnesium"];

    static readonly HashSet<string> NoReading = ["Age", "Gender", "Unit1", "Unit2", "HospAdmTime", "ICULOS", "SepsisLabel"];

    public static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(Path.Combine(folder, "psv"), "*.psv").Order(StringComparer.Ordinal);

    public static SourceSubject Subject(string file)
    {
        var lines = File.ReadAllLines(file);
        var columns = lines[0].Split('|');
        var hours = lines.Skip(1).Select(line => line.Split('|')).ToList();
        var age = decimal.Parse(hours[0][Array.IndexOf(columns, "Age")], CultureInfo.InvariantCulture);
        return new SourceSubject(Path.GetFileNameWithoutExtension(file), null, (int)(age * 365.25m), ObservationSource.Device, [FirstHour], [.. hours.SelectMany(cells => Hour(columns, cells))]);
    }

    static IEnumerable<SourceRow> Hour(string[] columns, string[] cells)
    {
        var at = FirstHour.AddHours(int.Parse(cells[Array.IndexOf(columns, "ICULOS")], CultureInfo.InvariantCulture));
        return columns.Zip(cells).Where(cell => cell.Second != "NaN").Select(cell => Cell(cell.First, cell.Second, at));
    }

    static SourceRow Cell(string column, string value, DateTime at)
    {
        var source = new SourceRow($"psv {column}", at, at, value, null);
        return Columns.TryGetValue(column, out var named) ? source with { Item = new CheckItem(named.Code, value, named.Unit) }
            : source with
            {
                Unmapped = NoReading.Contains(column) ? "about the person or the stay, not a reading"
                    : UnitUnclear.Contains(column) ? "its unit is not known for sure" : "no code of the catalogue",
            };
    }
}
