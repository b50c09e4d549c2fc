namespace CarNkMonitor.Grading.IecHs;

/// <summary>Observation codes that only IEC-HS reads, names of what the record derives, and the words of both.</summary>
static class IecHsCodes
{
    public const string RapidRise = "ferritin_rapid_rise_clinical";
    public const string Timing = "iechs_timing";
    public const string CytopeniaCourse = "cytopenia_course";
    public const string Ldh = "ldh";
    public const string Coagulation = "pt_or_aptt_prolonged";
    public const string DirectBilirubin = "bilirubin_direct";
    public const string Neurotoxicity = "neurotoxicity";
    public const string PulmonaryManifestation = "pulmonary_manifestation";
    public const string RenalInsufficiency = "renal_insufficiency_new";
    public const string AlternativeSoleCause = "alternative_sole_cause";
    public const string Death = "death";

    /// <summary>Events of the grade in the order of the table; each is its own observation code.</summary>
    public static readonly (string Word, IecHsEvents Event)[] Events =
    [
        ("iechs_directed_therapy", IecHsEvents.DirectedTherapy),
        ("transfusion_for_asymptomatic_hypofibrinogenemia", IecHsEvents.TransfusionForAsymptomaticHypofibrinogenemia),
        ("bleeding_requiring_transfusion", IecHsEvents.BleedingRequiringTransfusion),
        ("hospitalized_for_aki_hypotension_or_respiratory_distress", IecHsEvents.Hospitalized),
        ("life_threatening_bleeding_or_hypotension", IecHsEvents.LifeThreateningBleedingOrHypotension),
        ("intubated_for_respiratory_distress", IecHsEvents.Intubated),
        ("dialysis_for_aki", IecHsEvents.Dialysis),
    ];

    public static string WordOf(IecHsTiming timing) => timing switch
    {
        IecHsTiming.NoCrsDocumented => "no_crs_documented",
        IecHsTiming.DuringInitialCrs => "during_initial_crs",
        IecHsTiming.ResolvingOrResolvedCrs => "resolving_or_resolved_crs",
        IecHsTiming.WorseningAfterImprovement => "worsening_after_improvement",
    };

    public static string WordOf(IecHsCytopeniaCourse course) => course switch
    {
        IecHsCytopeniaCourse.ExpectedStable => "expected_stable",
        IecHsCytopeniaCourse.New => "new",
        IecHsCytopeniaCourse.Worsening => "worsening",
        IecHsCytopeniaCourse.Refractory => "refractory",
    };

    public static string WordOf(IecHsDeath cause) => cause switch
    {
        IecHsDeath.Other => "other",
        IecHsDeath.IecHs => "iechs",
        IecHsDeath.Unknown => "unknown",
    };
}
