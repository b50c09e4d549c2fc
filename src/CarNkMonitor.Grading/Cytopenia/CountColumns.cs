using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Cytopenia.Days;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>Columns that the cytopenia sheets share.</summary>
static class CountColumns
{
    public static Column<IReadOnlyList<DayValue>> Neutrophils() => Series(
        "anc_series", "/uL", CytopeniaCodes.MostNeutrophils * CytopeniaCodes.PerMicroliter, "Neutrophil counts");

    public static Column<IReadOnlyList<DayValue>> Platelets() => Series(
        "plt_series", CytopeniaCodes.CellsPerLiter, CytopeniaCodes.MostPlatelets, "Platelet counts");

    public static Column<int> EndDay() => new("end_day", ColumnKind.WholeNumber, CellReader.Integer)
    {
        Unit = "d", IsRequired = true, Meaning = "RecoveryDay of the evaluation, or of the closing event if that is earlier; later counts are not read.",
    };

    static Column<IReadOnlyList<DayValue>> Series(string name, string unit, decimal max, string what) =>
        new(name, ColumnKind.Text, (_, cell) => DaySeries.Read(cell, max))
        {
            Unit = unit, Min = 0, Max = max, Meaning = what + " as day:value, separated by blanks, in any order; a day may occur more than once.",
        };
}
