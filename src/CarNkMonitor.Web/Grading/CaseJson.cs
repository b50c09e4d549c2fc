using System.Globalization;
using System.Text.Json;
using CarNkMonitor.Grading.Cases;

namespace CarNkMonitor.Web.Grading;

/// <summary>Reads one case from JSON: numbers, texts, booleans, lists of texts, and null for what is not recorded. Becomes the cells of a sheet.</summary>
static class CaseJson
{
    const int MostPlaces = 50;

    static readonly JsonDocumentOptions Options = new() { MaxDepth = 3 };

    /// <exception cref="CaseInputException">It is no object, or a field is unknown, there twice or of a kind that no column has.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> Read(Stream body, CaseTable table, CancellationToken cancel)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(body, Options, cancel);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Cells(document.RootElement, table)
                : throw new CaseInputException("$", "must be a JSON object with one field for each input.");
        }
        catch (JsonException broken)
        {
            throw new CaseInputException("$", $"is no JSON of this form. {broken.Message}");
        }
    }

    static Dictionary<string, string> Cells(JsonElement body, CaseTable table)
    {
        var (cells, problems) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<CaseProblem>());
        foreach (var field in body.EnumerateObject())
        {
            if (table.Inputs.All(column => column.Name != field.Name))
            {
                problems.Add(new CaseProblem(field.Name, $"is not an input of {table.Name}."));
            }
            else if (Text(field.Value) is not { } text)
            {
                problems.Add(new CaseProblem(field.Name, "must be a number, a text, true or false, a list of texts that is not empty, or null when not recorded."));
            }
            else if (!cells.TryAdd(field.Name, text))
            {
                problems.Add(new CaseProblem(field.Name, "is there twice."));
            }
        }

        return problems.Count == 0 ? cells : throw new CaseInputException(problems);
    }

    /// <summary>As a cell; null for what no cell can hold. An empty list says neither "none" nor "not recorded".</summary>
    static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => Plain(value.GetRawText()),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array when value.GetArrayLength() > 0 && value.EnumerateArray().All(IsWord) =>
            string.Join('|', value.EnumerateArray().Select(word => word.GetString())),
        _ => null,
    };

    static bool IsWord(JsonElement word) => word.ValueKind == JsonValueKind.String && word.GetString() is { Length: > 0 } text && !text.Contains('|', StringComparison.Ordinal);

    /// <summary>JSON may write 38.5 as 3.85e1; a cell may not. The point is moved in the text, because a number type would round.</summary>
    static string Plain(string raw) =>
        raw.Split('e', 'E') is [var number, var power] && int.TryParse(power, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var places)
        && Math.Abs(places) <= MostPlaces
            ? (number.StartsWith('-') ? "-" : "") + Moved(number.TrimStart('-'), places)
            : raw;

    static string Moved(string number, int places)
    {
        var parts = number.Split('.');
        var digits = string.Concat(parts);
        var point = parts[0].Length + places;
        var padded = new string('0', Math.Max(0, 1 - point)) + digits + new string('0', Math.Max(0, point - digits.Length));
        return padded.Insert(Math.Max(1, point), ".").TrimEnd('.');
    }
}
