using System.Globalization;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Quantities;
using CsvHelper;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>Reads a line of <c>observations.csv</c> and refuses what nobody could enter or grade.</summary>
static class CatalogRow
{
    /// <exception cref="InvalidDataException">The line breaks a rule of the catalogue.</exception>
    public static ObservationType Read(CsvReader csv)
    {
        var (code, loinc) = (csv.GetString("code"), csv.GetString("loinc"));
        var valueType = ValueType(csv.GetString("value_type"));
        var codes = csv.GetString("codes").Split('|', StringSplitOptions.RemoveEmptyEntries);
        Demand(code, loinc.Length == 0 || Loinc.IsValid(loinc), $"LOINC {loinc} has a wrong check digit");
        Demand(code, valueType == ObservationValueType.Coded == codes.Length > 0, "a coded value has codes, and no other has");
        return new ObservationType(code, csv.GetString("display"), Enum.Parse<ObservationKind>(csv.GetString("kind"), ignoreCase: true), valueType,
            loinc.Length == 0 ? null : loinc, IsNumber(valueType) ? Rule(csv, code, valueType) : null, codes,
            bool.Parse(csv.GetString("multiple")), csv.GetString("panel"), csv.GetString("notes"))
        {
            NormalOfMen = Normal(csv, code, "lln_male", "uln_male"), NormalOfWomen = Normal(csv, code, "lln_female", "uln_female"),
        };
    }

    static ReferenceRange? Normal(CsvReader csv, string code, string lowest, string highest)
    {
        var limits = new ReferenceRange(Number(csv, lowest), Number(csv, highest));
        Demand(code, !(limits.Lower > limits.Upper), "limits of normal begin with the lower one");
        return limits == default ? null : limits;
    }

    static ObservationValueType ValueType(string word) => word switch
    {
        "quantity" => ObservationValueType.Quantity,
        "integer" => ObservationValueType.WholeNumber,
        "boolean" => ObservationValueType.YesNo,
        "coded" => ObservationValueType.Coded,
        _ => throw new InvalidDataException($"Observation catalogue: '{word}' is not a type of value."),
    };

    static bool IsNumber(ObservationValueType valueType) => valueType is ObservationValueType.Quantity or ObservationValueType.WholeNumber;

    static QuantityRule Rule(CsvReader csv, string code, ObservationValueType valueType)
    {
        var (unit, lowest, highest) = (csv.GetString("ucum"), Number(csv, "possible_min"), Number(csv, "possible_max"));
        Demand(code, unit.Length > 0, "a number has a unit");
        Demand(code, lowest <= highest, "a number has possible limits, the lower one first");
        var others = csv.GetString("alt_units").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(UnitFactor.Parse).ToList();
        return new QuantityRule(unit, others, lowest!.Value, highest!.Value,
            Number(csv, "confirm_below"), Number(csv, "confirm_above"), (int)(Number(csv, "decimals") ?? 0), valueType == ObservationValueType.WholeNumber);
    }

    static decimal? Number(CsvReader csv, string column) =>
        csv.GetString(column) is { Length: > 0 } text ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    static void Demand(string code, bool holds, string rule)
    {
        if (!holds)
        {
            throw new InvalidDataException($"Observation catalogue, {code}: {rule}.");
        }
    }
}
