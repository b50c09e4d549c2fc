using System.Globalization;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Web.Tests.RealData;

/// <summary>
/// The SDTM laboratory and vital signs of <c>cdisc-pilot</c>, in the units and with the limits of normal that the sites reported. The first day of
/// exposure stands for the infusion day. Vital signs have a date and no hour, and three sets a visit: only the first set is taken, at noon.
/// </summary>
static class CdiscFolder
{
    static readonly Dictionary<string, Named> Laboratory = new()
    {
        ["ALB"] = new("albumin"), ["ALP"] = new("alp"), ["ALT"] = new("alt"), ["AST"] = new("ast"), ["BILI"] = new("bilirubin_total"), ["BUN"] = new("urea", "mg/dL{urea_nitrogen}"),
        ["CA"] = new("calcium_total"), ["CK"] = new("ck"), ["CREAT"] = new("creatinine"), ["GGT"] = new("ggt"), ["GLUC"] = new("glucose"), ["PHOS"] = new("phosphate"),
        ["URATE"] = new("urate"), ["HGB"] = new("hgb"), ["PLAT"] = new("platelets"), ["WBC"] = new("wbc"), ["HCT"] = new("hct"), ["EOS"] = new("eosinophils"),
        ["LYM"] = new("alc"), ["MONO"] = new("monocytes"), ["CL"] = new("chloride"), ["K"] = new("potassium"), ["SODIUM"] = new("sodium"),
    };

    static readonly Dictionary<string, Named> Vitals = new()
    {
        ["DIABP"] = new("dbp"), ["SYSBP"] = new("sbp"), ["PULSE"] = new("heart_rate"), ["TEMP"] = new("temperature"), ["WEIGHT"] = new("weight"), ["HEIGHT"] = new("height"),
    };

    static readonly Dictionary<string, string> Units = new()
    {
        ["THOU/uL"] = "10*3/uL", ["mEq/L"] = "mmol/L", ["mmHg"] = "mm[Hg]", ["BEATS/MIN"] = "/min", ["F"] = "[degF]", ["LB"] = "[lb_av]", ["IN"] = "[in_i]",
    };

    public static IReadOnlyList<SourceSubject> Subjects(string folder)
    {
        var rows = SourceFile.Read(folder, "lb.csv", row => (Subject: row("USUBJID"), Row: Result(row)))
            .Concat(SourceFile.Read(folder, "vs.csv", row => (Subject: row("USUBJID"), Row: Vital(row)))).ToLookup(row => row.Subject, row => row.Row);
        return SourceFile.Read(folder, "dm.csv", row => new SourceSubject(
            row("USUBJID"), DateOnly.ParseExact(row("BRTHDTC"), "yyyy-MM-dd", CultureInfo.InvariantCulture), null, ObservationSource.Import,
            [Time(row("RFXSTDTC"))], [.. rows[row("USUBJID")]], row("SEX") == "F" ? Sex.Female : Sex.Male));
    }

    static SourceRow Result(Func<string, string> row)
    {
        var (at, test) = (Time(row("LBDTC")), row("LBTESTCD"));
        var source = new SourceRow($"lb {test}", at, at, $"{row("LBORRES")} {row("LBORRESU")}".TrimEnd(), null);
        return !Laboratory.TryGetValue(test, out var named) ? source with { Unmapped = "no code of the catalogue" }
            : row("LBORRES").Length == 0 ? source with { Unmapped = "no result" }
            : source with
            {
                Item = new CheckItem(named.Code, row("LBORRES"), named.Unit ?? Unit(row("LBORRESU")), ReferenceLow: row("LBORNRLO"), ReferenceHigh: row("LBORNRHI")),
            };
    }

    static SourceRow Vital(Func<string, string> row)
    {
        var (at, test) = (Time(row("VSDTC")).Date.AddHours(12), row("VSTESTCD"));
        var source = new SourceRow($"vs {test}", at, at, $"{row("VSORRES")} {row("VSORRESU")}".TrimEnd(), null);
        return row("VSORRES").Length == 0 ? source with { Unmapped = "no result" }
            : row("VSPOS") == "STANDING" ? source with { Unmapped = "a second set of the same visit, standing" }
            : source with { Item = new CheckItem(Vitals[test].Code, row("VSORRES"), Unit(row("VSORRESU"))) };
    }

    static string Unit(string theirs) => Units.GetValueOrDefault(theirs, theirs);

    /// <summary>A date alone is read as midnight.</summary>
    static DateTime Time(string text) => DateTime.SpecifyKind(
        DateTime.ParseExact(text, ["yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None), DateTimeKind.Utc);
}
