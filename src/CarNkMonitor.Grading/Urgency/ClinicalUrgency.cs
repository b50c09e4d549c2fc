namespace CarNkMonitor.Grading.Urgency;

/// <summary>How soon a physician is wanted (specification 6.2); ordered, a higher one wins.</summary>
public enum ClinicalUrgency
{
    /// <summary>Next planned review by the bedside nurse.</summary>
    Routine,

    /// <summary>Physician review within 4 h.</summary>
    SameDay,

    /// <summary>Physician at the bedside within 1 h.</summary>
    Urgent1H,

    /// <summary>Immediate attendance.</summary>
    EmergencyNow,
}
