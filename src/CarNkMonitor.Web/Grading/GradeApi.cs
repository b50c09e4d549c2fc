using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CarNkMonitor.Web.Grading;

/// <summary>
/// Grades one case by one table and forgets it: the same tables, cells and answers as the verb <c>grade</c>. For everybody who is signed in; nothing of
/// a subject is read or stored.
/// </summary>
public static class GradeApi
{
    public const string Root = "/api/grade";

    const int LargestCase = 64 * 1024;

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    public static void AddGradeApi(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<GradeLimit>();
        builder.Services.AddOpenApi(GradeDocument.Name, GradeDocument.Describe);
    }

    public static void MapGradeApi(this IEndpointRouteBuilder endpoints)
    {
        var grade = endpoints.MapGroup(Root);
        grade.MapGet("", () => TypedResults.Json(CaseTables.All.Select(TableJson.Of), Json));
        grade.MapPost("/{criteria}", Grade)
            .AddEndpointFilter(Limit).AddEndpointFilter<DemandAntiforgery>().WithMetadata(new RequestSizeLimitAttribute(LargestCase));
        endpoints.MapOpenApi("/api/openapi/{documentName}.json");
    }

    static async Task<IResult> Grade(string criteria, HttpContext http)
    {
        if (CaseTables.Find(criteria) is not { } table)
        {
            return NoSuchTable(criteria);
        }

        if (!http.Request.HasJsonContentType())
        {
            return TypedResults.Problem("Send one case as application/json.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            var cells = await CaseJson.Read(http.Request.Body, table, http.RequestAborted);
            return Answer(http, AnswerJson.Of(table, table.Grade(cells), Language(http.Request)));
        }
        catch (CaseInputException refused)
        {
            return TypedResults.ValidationProblem(refused.Problems.GroupBy(problem => problem.Column)
                .ToDictionary(field => field.Key, field => field.Select(problem => $"{field.Key}: {problem.Message}").ToArray()));
        }
        catch (BadHttpRequestException broken)
        {
            return TypedResults.Problem(broken.Message, statusCode: broken.StatusCode);
        }
    }

    static JsonHttpResult<AnswerJson> Answer(HttpContext http, AnswerJson answer)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Vary = "Accept-Language";
        return TypedResults.Json(answer, Json);
    }

    static ProblemHttpResult NoSuchTable(string criteria) => TypedResults.Problem(
        CaseTables.WhyNotFound(criteria), statusCode: StatusCodes.Status404NotFound,
        extensions: new Dictionary<string, object?> { ["tables"] = CaseTables.All.Select(table => table.Name) });

    /// <summary>Chinese where it is preferred to English, else English.</summary>
    static CultureInfo Language(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage.Where(language => language.Quality is not 0).OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString()).FirstOrDefault(language => Is(language, "zh") || Is(language, "en"));
        return wanted is not null && Is(wanted, "zh") ? CarNkMonitor.Grading.Explanations.Sentence.Chinese : CultureInfo.InvariantCulture;
    }

    static bool Is(string language, string code) =>
        language.Equals(code, StringComparison.OrdinalIgnoreCase) || language.StartsWith(code + "-", StringComparison.OrdinalIgnoreCase);

    static ValueTask<object?> Limit(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        call.HttpContext.RequestServices.GetRequiredService<GradeLimit>().InvokeAsync(call, next);
}
