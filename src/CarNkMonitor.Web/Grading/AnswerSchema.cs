using System.Text.Json.Nodes;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Cases;
using Microsoft.OpenApi;
using static Microsoft.OpenApi.JsonSchemaType;

namespace CarNkMonitor.Web.Grading;

/// <summary>What comes back, as a JSON schema.</summary>
static class AnswerSchema
{
    public static readonly OpenApiSchema Problem = Object(("type", Of(JsonSchemaType.String)), ("title", Of(JsonSchemaType.String)), ("status", Of(Integer)),
        ("detail", Of(JsonSchemaType.String | Null)), ("errors", new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = List(Of(JsonSchemaType.String)) }));

    public static OpenApiSchema Of(CaseTable table)
    {
        var answer = Result();
        answer.Properties!["answers"] = Object([.. table.Answers.Select(name => (name, Of(Number | JsonSchemaType.String | JsonSchemaType.Boolean | Null)))]);
        answer.Properties["others"] = List(Result());
        return answer;
    }

    static OpenApiSchema Result() => Object(
        ("criteria", Of(JsonSchemaType.String)),
        ("scale", Object(("lowest", Level()), ("highest", Level()), ("codes", List(Of(JsonSchemaType.String))))),
        ("low", Level("At least this; null when there is no grade.")),
        ("high", Level("This cannot be excluded.")),
        ("index", Of(Number | Null, "The number of a table without levels.")),
        ("state", new OpenApiSchema { Type = JsonSchemaType.String | Null, Enum = [.. Enum.GetNames<GradeState>().Select(State)] }),
        ("drivers", List(Object(("code", Of(JsonSchemaType.String)), ("value", Of(JsonSchemaType.String)), ("unit", Of(JsonSchemaType.String | Null)),
            ("observedAt", Of(JsonSchemaType.String | Null))))),
        ("flags", List(Of(JsonSchemaType.String))),
        ("missing", List(Object(("code", Of(JsonSchemaType.String)), ("couldReach", List(Level()))))),
        ("sentence", Of(JsonSchemaType.String | Null)));

    static JsonNode State(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(name);

    static OpenApiSchema Level(string? description = null) => Of(Integer | JsonSchemaType.String | Null, description);

    static OpenApiSchema Of(JsonSchemaType type, string? description = null) => new() { Type = type, Description = description };

    static OpenApiSchema List(OpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items };

    static OpenApiSchema Object(params (string Name, OpenApiSchema Schema)[] fields) => new()
    {
        Type = JsonSchemaType.Object, Properties = fields.ToDictionary(field => field.Name, IOpenApiSchema (field) => field.Schema),
    };
}
