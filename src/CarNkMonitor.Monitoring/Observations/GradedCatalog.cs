using CarNkMonitor.Grading.Quantities;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>What grading needs of the catalogue, checked once at start: better no program than one that grades a number without unit or limits. Pure.</summary>
public static class GradedCatalog
{
    /// <returns>The catalogue, if every number that a table reads can be entered, judged and compared with limits of normal where a laboratory gives it.</returns>
    /// <exception cref="InvalidDataException">It cannot; the message names the first code and what is missing.</exception>
    public static ObservationCatalog Checked(ObservationCatalog catalog)
    {
        foreach (var code in QuantityRules.Codes.Where(GradedInputs.Contains).Order(StringComparer.Ordinal))
        {
            if (Missing(catalog.Find(code), QuantityRules.Find(code)!) is { } missing)
            {
                throw new InvalidDataException($"Observation catalogue, {code}: it is graded, and {missing}.");
            }
        }

        return catalog;
    }

    static string? Missing(ObservationType? type, QuantityRule rule) =>
        type is null ? "has no row"
        : type.Quantity is not { } own ? "is no number there: it has neither unit nor limits"
        : own.Unit != rule.Unit ? $"its unit is '{own.Unit}' where the tables read '{rule.Unit}'"
        : (own.PossibleMin, own.PossibleMax) != (rule.PossibleMin, rule.PossibleMax) ? "its possible limits are not those of the tables"
        : type is { Kind: ObservationKind.Lab, NormalOfMen: null } or { Kind: ObservationKind.Lab, NormalOfWomen: null } ? "has no limits of normal for both sexes"
        : null;
}
