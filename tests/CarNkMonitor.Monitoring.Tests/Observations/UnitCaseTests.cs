using System.Globalization;
using CarNkMonitor.Grading.Quantities;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Testing.RealParts;
using CsvHelper;

namespace CarNkMonitor.Monitoring.Tests.Observations;

/// <summary>The worked cases of <c>tests/cases/units.csv</c>.</summary>
public class UnitCaseTests
{
    public static IEnumerable<TheoryDataRow<UnitCase>> Cases()
    {
        using var csv = CsvReader.FromFile(Path.Combine(RepositoryRoot.Find(), "tests", "cases", "units.csv"));
        while (csv.Read())
        {
            var row = new UnitCase(csv.GetString("obs_code"), csv.GetString("value"), csv.GetString("unit"),
                csv.GetString("expected_display"), csv.GetString("expected_unit"), csv.GetString("expected_disposition"));
            yield return new(row) { TestDisplayName = $"{csv.GetString("case_id")} {csv.GetString("deciding_rule")}" };
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Worked_case(UnitCase row)
    {
        var rule = ObservationCatalog.Default[row.Code].Quantity!;
        var value = decimal.Parse(row.Value, CultureInfo.InvariantCulture);

        Assert.Equal(Enum.Parse<Disposition>(row.Disposition), rule.Judge(value, row.Unit));
        if (rule.ToCanonical(value, row.Unit) is { } canonical)
        {
            Assert.Equal((row.Display, row.CanonicalUnit), (rule.Display(canonical, row.Unit != rule.Unit), rule.Unit));
        }
    }
}

public sealed record UnitCase(string Code, string Value, string Unit, string Display, string CanonicalUnit, string Expected)
{
    /// <summary>The file spells an enum member <c>unknown_unit</c>.</summary>
    public string Disposition => string.Concat(Expected.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
