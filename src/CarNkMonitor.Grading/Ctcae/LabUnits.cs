using CarNkMonitor.Grading.Quantities;

namespace CarNkMonitor.Grading.Ctcae;

static class LabUnits
{
    const string Counts = "10*3/uL~1~0;10*6/mL~1~0;/nL~1~0;10*6/L~1/1000~0;/uL~1/1000~0;10*3/mL~1/1000~0";
    const string Enzymes = "ukat/L~60~0";

    public static QuantityRule Of(string code) => code switch
    {
        "anc" or "wbc" or "alc" or "platelets" => Rule("10*9/L", Counts),
        "cd4" => Rule("/uL", "10*6/L~1~0;10*9/L~1000~0"),
        "hgb" => Rule("g/L", "g/dL~10~0;mmol/L~16.114~0"),
        "alt" or "ast" or "alp" => Rule("U/L", Enzymes),
        "bilirubin_total" => Rule("mg/dL", "umol/L~1/17.1~0"),
        "creatinine" => Rule("mg/dL", "umol/L~1/88.4~0"),
        "fibrinogen" => Rule("g/L", "mg/dL~1/100~0"),
        "inr" => Rule("{INR}", "1~1~0"),
        "aptt" => Rule("s", ""),
        "triglycerides" => Rule("mmol/L", "mg/dL~1/88.57~0"),
        _ => throw new ArgumentException(code),
    };

    static QuantityRule Rule(string unit, string others) =>
        new(unit, [.. others.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(UnitFactor.Parse)], 0, 0, null, null, 0);
}
