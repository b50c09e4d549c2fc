namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>Observation codes of the cytopenia tables.</summary>
static class CytopeniaCodes
{
    public const string Neutrophils = "anc";
    public const string Platelets = "platelets";
    public const string Hemoglobin = "hgb";
    public const string CellsPerLiter = "10*9/L";
    public const string GramsPerLiter = "g/L";

    /// <summary>10*9/L to cells/µL.</summary>
    public const decimal PerMicroliter = 1000;

    /// <summary>Highest possible values of the catalogue (included), in 10*9/L and g/L.</summary>
    public const decimal MostNeutrophils = 200, MostPlatelets = 3000, MostHemoglobin = 250;

    /// <summary>Lowest possible value of the catalogue (included), g/L.</summary>
    public const decimal LeastHemoglobin = 10;
}
