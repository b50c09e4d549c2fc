namespace CarNkMonitor.Web.Pages.Observations;

/// <summary>Fever-masking medicine as the form offers it: code and drug of the dose.</summary>
public static class MedicineChoice
{
    public const string None = "none";
    public const string Tocilizumab = "tocilizumab_dose";

    public static readonly IReadOnlyList<(string Value, string Text)> All =
    [
        ("antipyretic_dose:paracetamol", "Paracetamol"),
        ("antipyretic_dose:nsaid", "NSAID"),
        ("antipyretic_dose:metamizole", "Metamizole"),
        ("steroid_dose:dexamethasone", "Dexamethasone"),
        ("steroid_dose:methylprednisolone", "Methylprednisolone"),
        ("steroid_dose:other", "Other corticosteroid"),
        (Tocilizumab, "Tocilizumab"),
        ("anticytokine_dose:anakinra", "Anakinra"),
        ("anticytokine_dose:siltuximab", "Siltuximab"),
        ("anticytokine_dose:other", "Other anti-cytokine"),
    ];
}

/// <summary>The order of the bedside: what is common comes first.</summary>
public static class BedsideChoices
{
    public static readonly IReadOnlyList<string> OxygenDevices =
    [
        "room_air", "nasal_cannula", "hfnc", "simple_facemask", "nonrebreather", "venturi", "tracheostomy_mask", "blow_by",
        "cpap", "bipap", "invasive_ventilation", "ecmo",
    ];

    public static readonly IReadOnlyList<string> Vasopressors =
    [
        "norepinephrine", "vasopressin", "epinephrine", "phenylephrine", "dopamine", "dobutamine", "milrinone", "terlipressin",
        "angiotensin_ii", "metaraminol", "ephedrine", "levosimendan",
    ];

    public static readonly IReadOnlyList<string> WhyNotDone =
    [
        "Asleep, not woken", "Declined", "Away from the ward", "No equipment", "Not possible now",
    ];

    /// <summary>One tap saves an incomplete check: in an emergency nobody shall fill in a form first.</summary>
    public static readonly IReadOnlyList<string> WhyIncomplete = ["Emergency, the rest follows", "Could not be done now", "Declined"];
}
