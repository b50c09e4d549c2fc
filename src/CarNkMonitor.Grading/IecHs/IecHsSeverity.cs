using static CarNkMonitor.Grading.ToxicityGrade;

namespace CarNkMonitor.Grading.IecHs;

/// <summary>
/// IEC-HS grades: Hines et al. 2023, doi:10.1016/j.jtct.2023.03.006, table of grades. The highest applicable grade. Grade 5 is a clinician's
/// statement of the cause of death and is taken before the table.
/// </summary>
public static class IecHsSeverity
{
    const IecHsEvents OfGrade2 = IecHsEvents.DirectedTherapy | IecHsEvents.TransfusionForAsymptomaticHypofibrinogenemia;
    const IecHsEvents OfGrade3 = IecHsEvents.BleedingRequiringTransfusion | IecHsEvents.Hospitalized;
    const IecHsEvents OfGrade4 = IecHsEvents.LifeThreateningBleedingOrHypotension | IecHsEvents.Intubated | IecHsEvents.Dialysis;

    /// <summary>The printed table: 1 with none of the events.</summary>
    public static ToxicityGrade Grade(IecHsEvents events) =>
        (events & OfGrade4) != 0 ? Grade4
        : (events & OfGrade3) != 0 ? Grade3
        : (events & OfGrade2) != 0 ? Grade2
        : Grade1;
}

/// <summary>What makes the grade; none of them is grade 1: observation or work-up only.</summary>
[Flags]
public enum IecHsEvents
{
    /// <summary>None: no or mild symptoms, no intervention.</summary>
    None = 0,

    /// <summary>Grade 2: IEC-HS-directed immunosuppression.</summary>
    DirectedTherapy = 1,

    /// <summary>Grade 2: transfusion for low fibrinogen without symptoms.</summary>
    TransfusionForAsymptomaticHypofibrinogenemia = 2,

    /// <summary>Grade 3: coagulopathy with bleeding that needs transfusion support.</summary>
    BleedingRequiringTransfusion = 4,

    /// <summary>
    /// Grade 3: hospitalisation, its prolongation or higher care for new acute kidney injury, hypotension or respiratory distress.
    /// For an inpatient: the event alone would require it.
    /// </summary>
    Hospitalized = 8,

    /// <summary>Grade 4: life-threatening bleeding or hypotension.</summary>
    LifeThreateningBleedingOrHypotension = 16,

    /// <summary>Grade 4: respiratory distress requiring intubation.</summary>
    Intubated = 32,

    /// <summary>Grade 4: dialysis for acute kidney injury.</summary>
    Dialysis = 64,
}

/// <summary>Principal cause of death, by a clinician.</summary>
public enum IecHsDeath
{
    /// <summary>Another cause: the computed grade stays.</summary>
    Other,

    /// <summary>IEC-HS: grade 5.</summary>
    IecHs,

    /// <summary>A death is recorded and its cause is not: grade 5 cannot be excluded.</summary>
    Unknown,
}
