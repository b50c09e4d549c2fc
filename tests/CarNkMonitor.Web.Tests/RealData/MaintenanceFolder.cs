using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Web.Tests.RealData;

/// <summary>
/// Blood counts of children on maintenance chemotherapy in <c>all-maintenance-counts</c>, by week. Nobody was infused; the first week stands for the
/// infusion day; a code of ours has no underscore; and the columns name no unit: ANC and platelets are in 10*9/L and haemoglobin in g/dL, as the values tell.
/// </summary>
static class MaintenanceFolder
{
    static readonly DateTime WeekZero = new(2018, 1, 1, 8, 0, 0, DateTimeKind.Utc);

    static readonly (string Column, string Code, string Unit)[] Columns = [("ANC", "anc", "10*9/L"), ("PLT", "platelets", "10*9/L"), ("Hb", "hgb", "g/dL")];

    static readonly string[] Drugs = ["MP", "MTX"];

    public static IReadOnlyList<SourceSubject> Subjects(string folder) =>
    [
        .. SourceFile.Read(folder, "counts.csv", row => (Patient: row("patient_id"), Rows: Week(row).ToList())).GroupBy(row => row.Patient)
            .Select(child => (child.Key, Rows: child.SelectMany(row => row.Rows).ToList()))
            .Select(child => new SourceSubject(child.Key.Replace('_', '-'), null, null, ObservationSource.Import, [child.Rows.Min(row => row.At).AddHours(-1)], child.Rows)),
    ];

    static IEnumerable<SourceRow> Week(Func<string, string> row)
    {
        var at = WeekZero.AddDays(7 * SourceFile.Number(row("Weeks")));
        foreach (var (column, code, unit) in Columns)
        {
            var source = new SourceRow($"counts {column}", at, at, row(column), null);
            yield return row(column).Length == 0 ? source with { Unmapped = "no result" } : source with { Item = new CheckItem(code, row(column), unit) };
        }

        foreach (var drug in Drugs)
        {
            yield return new SourceRow($"counts {drug}", at, at, row(drug), null, "a dose of chemotherapy by mouth is no code of the catalogue");
        }
    }
}
