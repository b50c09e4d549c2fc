namespace CarNkMonitor.Grading.Mas;

/// <summary>Level of the MAS signal <c>CNK-MAS-1</c> (specification 4.6); ordered, a higher one is worse.</summary>
public enum MasLevel
{
    /// <summary>No signal.</summary>
    None,

    /// <summary>Ferritin, fibrinogen, triglycerides, AST and ALT and blood count again within 24 h.</summary>
    Watch,

    /// <summary>Physician review the same day, values again in 12 h, IEC-HS pattern.</summary>
    Amber,

    /// <summary>Physician at the bedside within 1 h, IEC-HS assessment, haematology.</summary>
    Red,
}
