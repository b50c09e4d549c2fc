using System.Text.Json.Nodes;
using CarNkMonitor.Grading.Cases;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CarNkMonitor.Web.Grading;

/// <summary>The OpenAPI description of the stateless interface: one path for each table, with unit and possible range of each field.</summary>
static class GradeDocument
{
    public const string Name = "grade";

    /// <summary>Extension that holds the UCUM unit of a field.</summary>
    public const string Unit = "x-ucum-unit";

    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/grade", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
    }

    static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "CarNkMonitor grading", Version = typeof(GradeDocument).Assembly.GetName().Version!.ToString(3),
            Description = "Grades one case by one table and stores nothing. Needs a session and, to post, the header X-Antiforgery with the token of a page. "
                + "null, or a field that is left out, means not recorded. Accept-Language en or zh-Hans chooses the language of the sentence.",
        };
        var grade = document.Paths[$"{GradeApi.Root}/{{criteria}}"];
        document.Paths.Remove($"{GradeApi.Root}/{{criteria}}");
        foreach (var table in CaseTables.All)
        {
            document.Paths.Add($"{GradeApi.Root}/{table.Name}", new OpenApiPathItem
            {
                Operations = new() { [HttpMethod.Post] = Operation(table, grade.Operations![HttpMethod.Post]) },
            });
        }
    }

    static OpenApiOperation Operation(CaseTable table, OpenApiOperation mapped) => new()
    {
        OperationId = $"grade-{table.Name}", Summary = $"{string.Join(", ", table.Criteria)}", Description = table.Citation, Tags = mapped.Tags,
        RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new OpenApiMediaType { Schema = FieldSchema.Of(table) } },
        },
        Responses = new OpenApiResponses
        {
            ["200"] = Response("The result.", "application/json", AnswerSchema.Of(table)),
            ["400"] = Response("A field is unknown, unreadable or outside its possible range; errors names each.", "application/problem+json", AnswerSchema.Problem),
            ["401"] = new OpenApiResponse { Description = "Nobody is signed in." },
            ["404"] = Response("There is no such table; tables names them all.", "application/problem+json", AnswerSchema.Problem),
            ["429"] = Response("Too many cases in this minute.", "application/problem+json", AnswerSchema.Problem),
        },
    };

    static OpenApiResponse Response(string description, string type, IOpenApiSchema schema) => new()
    {
        Description = description, Content = new Dictionary<string, OpenApiMediaType> { [type] = new OpenApiMediaType { Schema = schema } },
    };
}
