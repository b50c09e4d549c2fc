using CarNkMonitor.Grading.Quantities;
using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Monitoring.Tests.Observations;

/// <summary>The catalogue that the record uses and the quantity rules that stand alone in Grading say the same, row by row.</summary>
public class CatalogQuantitiesTests
{
    static IEnumerable<ObservationType> Numbers => ObservationCatalog.Default.All.Where(type => type.Quantity is not null);

    public static TheoryData<string> Codes => [.. Numbers.Select(type => type.Code)];

    [Fact]
    public void Both_know_the_same_quantities() =>
        Assert.Equal(Numbers.Select(type => type.Code).Order(StringComparer.Ordinal), QuantityRules.Codes.Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Codes))]
    public void Both_have_the_same_units_and_limits(string code)
    {
        var (catalog, grading) = (ObservationCatalog.Default[code].Quantity!, QuantityRules.Find(code)!);

        Assert.Equal(catalog.OtherUnits, grading.OtherUnits);
        Assert.Equal(catalog with { OtherUnits = [] }, grading with { OtherUnits = [] });
    }

    [Theory, MemberData(nameof(Codes))]
    public void Whole_numbers_are_whole_in_both(string code) =>
        Assert.Equal(ObservationCatalog.Default[code].ValueType == ObservationValueType.WholeNumber, QuantityRules.Find(code)!.IsWhole);
}
