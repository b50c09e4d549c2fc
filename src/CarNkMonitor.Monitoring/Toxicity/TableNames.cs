using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Ctcae;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.EarlyWarning;
using CarNkMonitor.Grading.Gvhd;
using CarNkMonitor.Grading.Hlh;
using CarNkMonitor.Grading.Icans;
using CarNkMonitor.Grading.IecHs;
using CarNkMonitor.Grading.Infection;
using CarNkMonitor.Grading.Mas;
using CarNkMonitor.Grading.Scores;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>What people on a ward call the tables.</summary>
public static class TableNames
{
    static readonly Dictionary<string, string> Names = new()
    {
        [AstctCrs.Criteria] = "CRS", [AstctIcans.Criteria] = "ICANS", [IecHsPattern.Criteria] = "IEC-HS", [MasSignal.Criteria] = "MAS signal",
        [Hlh2004.Criteria] = "HLH-2004", [HScore.Criteria] = "HScore", [CartoxHlh.Criteria] = "CARTOX HLH", [EularMas.Criteria] = "EULAR/ACR MAS",
        [MagicAcuteGvhd.Criteria] = "Acute GvHD", [Ctcae5.Criteria] = "CTCAE", [Ctcae6.Criteria] = "CTCAE", [IdsaFebrileNeutropenia.Criteria] = "Febrile neutropenia (IDSA)",
        [Icaht.Criteria] = "ICAHT", [Ticaht.Criteria] = "T-ICAHT", [AncPhenotype.Criteria] = "Neutrophil recovery",
        [CnkCytopenia.Criteria] = "Expected cytopenia", [News2.Criteria] = "NEWS2", [Qsofa.Criteria] = "qSOFA", [CarHematotox.Criteria] = "CAR-HEMATOTOX",
        [Easix.Criteria] = "EASIX", [ModifiedEasix.Criteria] = "m-EASIX", [SimplifiedEasix.Criteria] = "s-EASIX",
    };

    /// <summary>Name and part: <c>CRS</c>, <c>CTCAE platelet count decreased</c>.</summary>
    public static string Of(TablePart table) => table.Part.Length == 0 ? Names[table.Criteria] : $"{Names[table.Criteria]} {table.Part}";
}
