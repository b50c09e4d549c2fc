namespace CarNkMonitor.Web.Pages.Observations;

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
        "none", "norepinephrine", "vasopressin", "epinephrine", "phenylephrine", "dopamine", "dobutamine", "milrinone", "terlipressin",
        "angiotensin_ii", "metaraminol", "ephedrine", "levosimendan",
    ];

    public static readonly IReadOnlyList<string> WhyNotDone =
    [
        "Asleep, not woken", "Declined", "Away from the ward", "No equipment", "Not possible now",
    ];

    public const string OtherReason = "Other";

    /// <summary>Why a stored value is corrected; with the last one the person says it in words.</summary>
    public static readonly IReadOnlyList<string> WhyAmended =
    [
        "Slip of the hand", "Value of another participant", "Misread or measured wrongly", "At another time", OtherReason,
    ];

    /// <summary>One tap saves an incomplete check: in an emergency nobody shall fill in a form first.</summary>
    public static readonly IReadOnlyList<string> WhyIncomplete = ["Emergency, the rest follows", "Could not be done now", "Declined"];
}
