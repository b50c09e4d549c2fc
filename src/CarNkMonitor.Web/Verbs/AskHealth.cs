using System.CommandLine;
using System.CommandLine.Parsing;

namespace CarNkMonitor.Web.Verbs;

/// <summary>Asks a running program whether it is well: the container's health check, which then needs no other tool in the image.</summary>
public static class AskHealth
{
    static readonly Option<Uri> At = new("--at")
    {
        Description = "Address of the running program.",
        DefaultValueFactory = _ => new Uri("http://127.0.0.1:8080"),
        CustomParser = Address,
    };

    static readonly Option<bool> Ready = new("--ready") { Description = "Ask whether it is ready to work, not only whether it is alive." };

    public static Command Command()
    {
        var verb = new Command("health", "Asks a running program how it is; ends with 0 if well, with 1 if not.") { At, Ready };
        verb.SetAction((parsed, cancel) => Ask(new Uri(parsed.GetValue(At)!, parsed.GetValue(Ready) ? "/health/ready" : "/health/live"), cancel));
        return verb;
    }

    static Uri? Address(ArgumentResult typed)
    {
        if (Uri.TryCreate(typed.Tokens.Single().Value, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal))
        {
            return address;
        }

        typed.AddError($"'{typed.Tokens.Single().Value}' is not an address such as http://127.0.0.1:8080.");
        return null;
    }

    static async Task<int> Ask(Uri address, CancellationToken cancel)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var answer = await client.GetAsync(address, cancel);
            Console.WriteLine(await answer.Content.ReadAsStringAsync(cancel));
            return answer.IsSuccessStatusCode ? 0 : Usage.Disagreement;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"No answer from {address}: {error.Message}");
            return Usage.Disagreement;
        }
    }
}
