namespace CarNkMonitor.Web.Pages.Shared;

/// <summary>
/// Coded values as people at the bedside say them: every code of the catalogue has its words here, and nowhere else. A word that means something
/// else beside another question stands under <c>question:code</c>.
/// </summary>
public static class CodedWords
{
    static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["none"] = "None", ["other"] = "Other", ["not_done"] = "Not done", ["absent"] = "Absent", ["present"] = "Present",
        ["negative"] = "Negative", ["positive"] = "Positive", ["unknown"] = "Unknown", ["start"] = "Started", ["stop"] = "Stopped",

        ["room_air"] = "Room air", ["nasal_cannula"] = "Nasal cannula", ["hfnc"] = "High-flow cannula", ["blow_by"] = "Blow-by",
        ["simple_facemask"] = "Face mask", ["nonrebreather"] = "Non-rebreather mask", ["venturi"] = "Venturi mask",
        ["tracheostomy_mask"] = "Tracheostomy mask", ["cpap"] = "CPAP", ["bipap"] = "BiPAP", ["invasive_ventilation"] = "Ventilator", ["ecmo"] = "ECMO",

        ["norepinephrine"] = "Norepinephrine", ["epinephrine"] = "Epinephrine", ["phenylephrine"] = "Phenylephrine", ["dopamine"] = "Dopamine",
        ["angiotensin_ii"] = "Angiotensin II", ["metaraminol"] = "Metaraminol", ["ephedrine"] = "Ephedrine", ["vasopressin"] = "Vasopressin",
        ["terlipressin"] = "Terlipressin", ["dobutamine"] = "Dobutamine", ["milrinone"] = "Milrinone", ["levosimendan"] = "Levosimendan",
        ["vasopressor_agent:none"] = "None running",

        ["confirmed"] = "Confirmed by pathology", ["probable"] = "Probable, GvHD treatment given", ["possible"] = "Possible, no GvHD treatment",
        ["gvhd_confidence_skin:negative"] = "Another diagnosis is proven", ["gvhd_confidence_liver:negative"] = "Another diagnosis is proven",
        ["gvhd_confidence_ugi:negative"] = "Another diagnosis is proven", ["gvhd_confidence_lgi:negative"] = "Another diagnosis is proven",
        ["gvhd_biopsy:positive"] = "Positive for GvHD", ["equivocal"] = "Equivocal", ["non_diagnostic"] = "Not diagnostic", ["non_gvhd"] = "Another cause",
        ["sclerosis"] = "Sclerosis of the skin", ["lichen_planus_like"] = "Lichen planus-like change", ["poikiloderma"] = "Poikiloderma",
        ["fasciitis"] = "Fasciitis", ["bronchiolitis"] = "Bronchiolitis obliterans",

        ["unarousable"] = "Unarousable", ["sedated"] = "Sedated", ["intubated"] = "Intubated", ["refused"] = "Declined",
        ["language_barrier"] = "Language barrier", ["seizing"] = "Seizing",
        ["alert"] = "Alert", ["spontaneous"] = "Wakes by themselves", ["voice"] = "Wakes to voice", ["tactile"] = "Wakes only to touch",
        ["vigorous_or_unarousable"] = "Vigorous stimuli, or unarousable",
        ["A"] = "Alert", ["C"] = "New confusion", ["V"] = "Responds to voice", ["P"] = "Responds to pain", ["U"] = "Unresponsive",
        ["seizure:none"] = "No seizure", ["brief_resolved"] = "Brief, resolved", ["nonconvulsive_resolved"] = "On EEG only, resolved",
        ["prolonged"] = "Longer than 5 min", ["repetitive_no_recovery"] = "Repeated, no return to baseline", ["unspecified"] = "Kind not known",
        ["mild_or_generalised"] = "Mild or generalised", ["deep_focal_weakness"] = "Deep focal weakness", ["motor_weakness:none"] = "No weakness",
        ["focal"] = "Focal oedema", ["diffuse"] = "Diffuse oedema", ["cerebral_oedema_imaging:none"] = "No oedema",
        ["posturing"] = "Posturing", ["cn6_palsy"] = "Sixth nerve palsy", ["papilledema"] = "Papilloedema", ["cushing_triad"] = "Cushing’s triad",

        ["1+"] = "1+", ["2+"] = "2+", ["3+"] = "3+", ["pending"] = "Pending", ["no_growth"] = "No growth", ["blood_culture:positive"] = "Growth",
        ["normal"] = "Normal", ["low_or_absent"] = "Low or absent", ["uninterpretable_post_nk"] = "Cannot be read after NK cells",

        ["complete"] = "Whole dose", ["partial"] = "Part of the dose",
        ["fludarabine"] = "Fludarabine", ["cyclophosphamide"] = "Cyclophosphamide",
        ["filgrastim"] = "Filgrastim", ["lenograstim"] = "Lenograstim", ["pegfilgrastim"] = "Pegfilgrastim",
        ["romiplostim"] = "Romiplostim", ["eltrombopag"] = "Eltrombopag", ["avatrombopag"] = "Avatrombopag",
        ["dexamethasone"] = "Dexamethasone", ["methylprednisolone"] = "Methylprednisolone", ["prednisolone"] = "Prednisolone",
        ["prednisone"] = "Prednisone", ["hydrocortisone"] = "Hydrocortisone", ["steroid_dose:other"] = "Other corticosteroid",
        ["paracetamol"] = "Paracetamol", ["nsaid"] = "NSAID", ["metamizole"] = "Metamizole", ["antipyretic_dose:other"] = "Other antipyretic",
        ["siltuximab"] = "Siltuximab", ["anakinra"] = "Anakinra", ["ruxolitinib"] = "Ruxolitinib", ["emapalumab"] = "Emapalumab",
        ["anticytokine_dose:other"] = "Other anti-cytokine",
        ["antibacterial"] = "Antibacterial", ["antifungal"] = "Antifungal", ["antiviral"] = "Antiviral",

        ["unattributed"] = "Not attributed", ["infection"] = "Infection", ["transfusion"] = "Transfusion", ["drug"] = "A drug", ["tumour"] = "Tumour",
        ["iechs_or_mas"] = "IEC-HS or MAS", ["attributable"] = "The cell product", ["other_cause"] = "Another cause",
        ["in"] = "To intensive care", ["out"] = "Back to the ward", ["progression"] = "Progression", ["relapse"] = "Relapse",
        ["antineoplastic"] = "Antineoplastic therapy", ["conditioning"] = "Conditioning", ["boost"] = "Stem cell boost", ["transplant"] = "Transplant",
        ["crs"] = "CRS", ["icans"] = "ICANS", ["iechs"] = "IEC-HS", ["death:other"] = "Another cause", ["death:unknown"] = "Not known",
        ["anemia"] = "Anemia", ["hypertriglyceridemia"] = "High triglycerides", ["febrile_neutropenia"] = "Febrile neutropenia",
    };

    /// <summary>The words, or null for a code that has none yet.</summary>
    /// <param name="question">Code of the observation.</param>
    /// <param name="coded">One of its coded values.</param>
    public static string? Find(string question, string coded) => Words.GetValueOrDefault($"{question}:{coded}") ?? Words.GetValueOrDefault(coded);

    /// <summary>The words of a coded value whose question is not known, as drivers of a grade print it.</summary>
    public static string? Find(string coded) => Words.GetValueOrDefault(coded);
}
