namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>A cell line whose counts are judged after conditioning. White cells and lymphocytes are never: lymphodepletion is intended.</summary>
public enum BloodLineage
{
    /// <summary>Neutrophils, 10*9/L.</summary>
    Neutrophils,

    /// <summary>Platelets, 10*9/L.</summary>
    Platelets,

    /// <summary>Haemoglobin, g/L.</summary>
    Hemoglobin,
}

static class BloodLineages
{
    /// <summary>Observation code.</summary>
    public static string Code(this BloodLineage lineage) => lineage switch
    {
        BloodLineage.Neutrophils => CytopeniaCodes.Neutrophils,
        BloodLineage.Platelets => CytopeniaCodes.Platelets,
        BloodLineage.Hemoglobin => CytopeniaCodes.Hemoglobin,
    };

    /// <summary>Canonical unit.</summary>
    public static string Unit(this BloodLineage lineage) => lineage switch
    {
        BloodLineage.Neutrophils or BloodLineage.Platelets => CytopeniaCodes.CellsPerLiter,
        BloodLineage.Hemoglobin => CytopeniaCodes.GramsPerLiter,
    };

    /// <summary>Lowest and highest possible value of the catalogue, both included.</summary>
    public static (decimal Min, decimal Max) Possible(this BloodLineage lineage) => lineage switch
    {
        BloodLineage.Neutrophils => (0, CytopeniaCodes.MostNeutrophils),
        BloodLineage.Platelets => (0, CytopeniaCodes.MostPlatelets),
        BloodLineage.Hemoglobin => (CytopeniaCodes.LeastHemoglobin, CytopeniaCodes.MostHemoglobin),
    };

    /// <summary>A transfusion can hold up platelets and haemoglobin, never neutrophils.</summary>
    public static bool IsTransfused(this BloodLineage lineage) => lineage switch
    {
        BloodLineage.Neutrophils => false,
        BloodLineage.Platelets or BloodLineage.Hemoglobin => true,
    };
}
