using System.Globalization;
using System.Text.Json.Nodes;
using CarNkMonitor.Grading.Cases;
using Microsoft.OpenApi;

namespace CarNkMonitor.Web.Grading;

/// <summary>The inputs of a table as a JSON schema.</summary>
static class FieldSchema
{
    public static OpenApiSchema Of(CaseTable table) => new()
    {
        Type = JsonSchemaType.Object,
        AdditionalPropertiesAllowed = false,
        Properties = table.Inputs.ToDictionary(column => column.Name, IOpenApiSchema (column) => Of(column)),
        Required = table.Inputs.Where(column => column.IsRequired).Select(column => column.Name).ToHashSet(),
    };

    static OpenApiSchema Of(Column column)
    {
        var schema = Shape(column);
        schema.Type |= column.IsRequired ? 0 : JsonSchemaType.Null;
        schema.Minimum = column.Min?.ToString(CultureInfo.InvariantCulture);
        schema.Maximum = column.Max?.ToString(CultureInfo.InvariantCulture);
        schema.Description = column.Unit is { } unit ? $"{column.Meaning} Unit: {unit}.".TrimStart() : column.Meaning;
        if (column.Unit is not null)
        {
            schema.Extensions = new Dictionary<string, IOpenApiExtension> { [GradeDocument.Unit] = new JsonNodeExtension(column.Unit) };
        }

        return schema;
    }

    static OpenApiSchema Shape(Column column) => column.Kind switch
    {
        ColumnKind.Number when column.MayBeBound => new() { Type = JsonSchemaType.Number | JsonSchemaType.String, Pattern = @"^\s*[<>]?\s*[-+]?[0-9.]+\s*$" },
        ColumnKind.Number => new() { Type = JsonSchemaType.Number },
        ColumnKind.WholeNumber => new() { Type = JsonSchemaType.Integer },
        ColumnKind.Flag => new() { Type = JsonSchemaType.Boolean },
        ColumnKind.Word => new() { Type = JsonSchemaType.String, Enum = Codes(column) },
        ColumnKind.List => new()
        {
            Type = JsonSchemaType.Array, MinItems = 1, Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = Codes(column) },
        },
        ColumnKind.Text => new() { Type = JsonSchemaType.String },
    };

    /// <summary>A word that may be null lists null too: an enum admits nothing else.</summary>
    static List<JsonNode> Codes(Column column) =>
    [
        .. column.Codes.Select(code => (JsonNode)code),
        .. column is { Kind: ColumnKind.Word, IsRequired: false } ? [JsonNullSentinel.JsonNull] : Array.Empty<JsonNode>(),
    ];
}
