using System.Text.Json;
using Polly.Timeout;

namespace CarNkMonitor.Web.Phone;

/// <summary>How the provider's answers are read, and which failures are its own.</summary>
static class TwilioHttp
{
    static readonly JsonSerializerOptions SnakeCase =
        new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static async Task<T> Read<T>(this HttpResponseMessage answer, CancellationToken cancel) =>
        await answer.Content.ReadFromJsonAsync<T>(SnakeCase, cancel) ?? throw new JsonException("An empty answer.");

    /// <summary>The connection could not even be made.</summary>
    public static bool NothingLeft(HttpRequestException error) => error.HttpRequestError
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;

    /// <summary>Anything but our own wish to stop, or a mistake of ours.</summary>
    public static bool IsProvidersFault(Exception error, CancellationToken cancel) => error switch
    {
        HttpRequestException or TimeoutRejectedException or IOException => true,
        JsonException or NotSupportedException => true,   // no JSON, or not the JSON we know
        OperationCanceledException => !cancel.IsCancellationRequested,
        _ => false,
    };
}
