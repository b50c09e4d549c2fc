using System.Globalization;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Tests.Approval;
using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Monitoring.Tests.Observations;

/// <summary>docs/observations.md is the catalogue for people; it is made from it and from nothing else.</summary>
public class CatalogDocumentTests
{
    static readonly Dictionary<string, string> Panels = new()
    {
        ["V"] = "Vital signs and oxygen", ["C"] = "Circulation and CRS", ["N"] = "Neurology", ["G"] = "GvHD", ["L1"] = "Blood count", ["L2"] = "Chemistry",
        ["L3"] = "Inflammation", ["L4"] = "Coagulation", ["L5"] = "Lipids", ["L6"] = "Cytokines and CAR-NK cells", ["L7"] = "Immune cells and viruses",
        ["I"] = "Infection and marrow", ["E"] = "Medicine and events", ["W"] = "Weekly",
    };

    [Fact]
    public void The_page_of_the_catalogue_is_what_the_catalogue_says() => Approved.Block("observations.md", "catalogue", Page());

    [Fact]
    public void Every_panel_of_the_catalogue_has_a_title() =>
        Assert.Empty(ObservationCatalog.Default.All.Select(type => type.Panel).Distinct().Except(Panels.Keys));

    static string Page() => string.Join("\n\n", Panels.Select(panel => Part(panel.Value, [.. ObservationCatalog.Default.All.Where(type => type.Panel == panel.Key)])));

    static string Part(string title, IReadOnlyList<ObservationType> types) =>
        $"## {title}\n\n| code | meaning | value | possible | asked about | normal, men / women | LOINC | graded | notes |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
        + string.Join('\n', types.Select(Row));

    static string Row(ObservationType type) => $"| `{type.Code}` | {Cell(type.Display)} | {Value(type)} | {Possible(type)} | {Asked(type)} | {Normal(type)} | {type.Loinc} | "
        + $"{(GradedInputs.Contains(type.Code) ? "yes" : "")} | {Cell(type.Notes)} |";

    static string Value(ObservationType type) => type switch
    {
        { Quantity: { } rule } => string.Join(", ", rule.Units.Select(unit => $"`{unit}`")) + (type.ValueType == ObservationValueType.WholeNumber ? ", whole" : ""),
        { Codes.Count: > 0 } => $"{(type.IsMultiple ? "several of " : "")}{string.Join(", ", type.Codes.Select(code => $"`{code}`"))}",
        _ => "yes or no",
    };

    static string Possible(ObservationType type) => type.Quantity is { } rule ? $"{Text(rule.PossibleMin)} to {Text(rule.PossibleMax)}" : "";

    static string Asked(ObservationType type) => type.Quantity is not { } rule ? ""
        : string.Join(", ", new[] { rule.ConfirmBelow is { } low ? $"below {Text(low)}" : null, rule.ConfirmAbove is { } high ? $"above {Text(high)}" : null }.OfType<string>());

    static string Normal(ObservationType type) => (type.NormalOfMen, type.NormalOfWomen) switch
    {
        (null, null) => "",
        var (men, women) when men == women => Range(men),
        var (men, women) => $"{Range(men)} / {Range(women)}",
    };

    static string Range(ReferenceRange? range) => range switch
    {
        null => "–",
        { Lower: { } lower, Upper: { } upper } => $"{Text(lower)} to {Text(upper)}",
        { Lower: { } lower } => $"from {Text(lower)}",
        { Upper: { } upper } => $"up to {Text(upper)}",
        _ => "–",
    };

    static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
