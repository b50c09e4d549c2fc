using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Web.Pages.Observations;

/// <summary>One screen of the bedside form: what belongs together at one occasion. All screens are one form with one Save.</summary>
public sealed record CheckPanel(string Key, string Title, IReadOnlyList<CheckSection> Sections)
{
    public bool Holds(string code) => Sections.Any(section => section.Fields.Contains(code) || section.More.Contains(code));
}

/// <summary>A card of a panel.</summary>
/// <param name="Look">The partial that draws it; <c>_Fields</c> draws any field by its type in the catalogue.</param>
/// <param name="Fields">Codes of the catalogue, in the order of the bedside.</param>
/// <param name="More">Codes that are asked for rarely; folded away.</param>
public sealed record CheckSection(string Title, string Look, IReadOnlyList<string> Fields, IReadOnlyList<string> More);

/// <summary>
/// The panels, made from the catalogue: what is named here comes first and in this order, and whatever else its panel letter holds follows by itself,
/// so that a new row of the catalogue can be entered the day it is added.
/// </summary>
public static class CheckLayout
{
    public const string First = "bedside";

    /// <summary>Entered elsewhere: an infusion on its own page, a cause where it is signed for, a total by adding up.</summary>
    public static readonly IReadOnlySet<string> NotOnForm = new HashSet<string>
    {
        "infusion", "fever_attribution", "hypotension_attribution", "hypoxia_attribution", "consciousness_attribution", "seizure_attribution",
        "motor_attribution", "icp_attribution", "ice_total", "capd_total",
    };

    static readonly string[] Laboratory = ["L1", "L2", "L3", "L4", "L5", "L6", "L7", "I"];

    static readonly Dictionary<string, string> LaboratoryTitles = new()
    {
        ["L1"] = "Blood count", ["L2"] = "Chemistry", ["L3"] = "Inflammation", ["L4"] = "Coagulation", ["L5"] = "Lipids",
        ["L6"] = "Cytokines and CAR-NK cells", ["L7"] = "Immune cells and viruses", ["I"] = "Infection and marrow",
    };

    static readonly IReadOnlyList<string> Traits = [.. ObservationCatalog.Default.All.Where(type => type.IsTrait).Select(type => type.Code)];

    static readonly string[] Masking = ["masking_drugs_reviewed", "antipyretic_dose", "steroid_dose", "tocilizumab_dose", "anticytokine_dose"];

    static readonly string[] Medicine = ["gcsf_dose", "tpo_ra_dose", "antimicrobial_start", "anticoagulant", "conditioning_dose", "iechs_directed_therapy"];

    static readonly string[] Transfusions =
        ["rbc_transfusion", "platelet_transfusion", "transfusion_for_asymptomatic_hypofibrinogenemia", "bleeding_requiring_transfusion"];

    static readonly string[] Course = ["icu_transfer", "discharge_home", "home_support_confirmed", "progression", "new_antineoplastic", "stem_cell_boost"];

    static readonly string[] Oxygen = ["oxygen_device", "oxygen_flow"];

    static readonly IReadOnlyList<string> Circulation =
        ["vasopressor_agent", .. VasopressorRates.All.Select(rate => rate.Code), "fluid_bolus_for_hypotension", "hypotension_clinician"];

    /// <summary>By the score that tests cognition: ICE, or CAPD.</summary>
    static readonly Dictionary<string, IReadOnlyList<CheckPanel>> ByScore = BedsideScore.All.ToDictionary(score => score.Name, Build);

    public static IReadOnlyList<CheckPanel> For(BedsideScore score) => ByScore[score.Name];

    static IReadOnlyList<CheckPanel> Build(BedsideScore score) =>
    [
        new(First, "Bedside", Bedside(score)), new("gvhd", "GvHD", Gvhd()), new("laboratory", "Laboratory", [.. Laboratory.Select(OfLaboratory)]),
        new("medicine", "Medicine", [Fields("Medicine", Medicine), Fields("Transfusions and bleeding", [.. Transfusions, "bleeding"])]),
        new("events", "Events", Events()), new("weekly", "Weekly", Weekly()),
    ];

    static IReadOnlyList<CheckSection> Bedside(BedsideScore score)
    {
        string[] vitals = ["temperature", "sbp", "dbp", "heart_rate", "resp_rate", "spo2"];
        string[] neuro = ["consciousness", "seizure", "seizure_duration", "motor_weakness", "icp_sign"];
        string[] scores = [.. BedsideScore.All.SelectMany(one => one.Items.Append(one.NotDone))];
        return
        [
            new("Vital signs", "_Vitals", vitals, Rest("V", [.. vitals, .. Oxygen])),
            new("Oxygen now", "_Oxygen", Oxygen, []), new("Circulation", "_Circulation", Circulation, []),
            new("Fever-masking medicine since the last check", "_Masking", Masking, []),
            new(score.Name, "_Score", [.. score.Items, score.NotDone], []),
            new("Consciousness, seizure, weakness", "_Fields", neuro, Rest("N", [.. neuro, .. scores, "ecog"])),
        ];
    }

    static IReadOnlyList<CheckSection> Gvhd()
    {
        string[] skin = ["rash_bsa_pct", "erythroderma", "bullae", "desquamation_bsa_pct"];
        string[] upper = ["nausea_days", "vomiting_episodes", "vomiting_days", "anorexia_with_weight_loss"];
        string[] lower = ["stool_volume", "stool_episodes", "stool_unquantified_episodes", "severe_abdominal_pain", "ileus", "gross_blood_stool", "pain_nrs"];
        return
        [
            Fields("Skin", skin), Fields("Upper gut", upper), Fields("Lower gut", lower),
            new("Confidence, biopsy, chronic signs", "_Fields", [], Rest("G", [.. skin, .. upper, .. lower])),
        ];
    }

    /// <summary>What a table reads is shown, the rest of the report folded away.</summary>
    static CheckSection OfLaboratory(string letter)
    {
        var codes = Rest(letter, []);
        string[] shown = [.. codes.Where(GradedInputs.Contains)];
        return new(LaboratoryTitles[letter], "_Fields", shown.Length > 0 ? shown : codes, shown.Length > 0 ? [.. codes.Except(shown)] : []);
    }

    static IReadOnlyList<CheckSection> Events() =>
    [
        Fields("Course", Course),
        Fields("IEC-HS and life-threatening events", [.. Rest("C", [.. Circulation, .. Masking]),
            .. Rest("E", [.. Masking, .. Medicine, .. Transfusions, "bleeding", .. Course, "death"])]),
        Fields("Death", ["death"]),
    ];

    static IReadOnlyList<CheckSection> Weekly() => [Fields("Weight and performance", [.. Rest("W", []), "ecog"]), Fields("Known before treatment", [.. Traits])];

    static CheckSection Fields(string title, string[] codes) => new(title, "_Fields", codes, []);

    /// <summary>All codes of a letter that have no place of their own yet, in the order of the catalogue.</summary>
    static string[] Rest(string letter, IEnumerable<string> placed) =>
    [
        .. ObservationCatalog.Default.All.Where(type => type.Panel == letter).Select(type => type.Code)
            .Except(placed).Except(Traits).Where(code => !NotOnForm.Contains(code)),
    ];
}
