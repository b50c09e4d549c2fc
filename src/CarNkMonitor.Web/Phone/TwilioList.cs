using System.Text.Json;
using CarNkMonitor.Monitoring.Alerts;

namespace CarNkMonitor.Web.Phone;

/// <summary>
/// The provider's list of messages to one phone, newest first. It is not filtered by <c>DateSent</c>: a message that still waits at the
/// provider has none, and would be taken for missing and sent again.
/// </summary>
sealed class TwilioList(HttpClient http, string account, string toPhone)
{
    const int PageSize = 100;
    const int MostPages = 20;

    /// <summary>The newest message with these words, created at or after this moment. Reading stops where a whole page is older.</summary>
    /// <exception cref="HttpRequestException">The list could not be read to its end.</exception>
    public async Task<ProviderMessage?> Find(DateTime sentAfter, string words, CancellationToken cancel)
    {
        var earliest = sentAfter.AddTicks(-(sentAfter.Ticks % TimeSpan.TicksPerSecond));   // the list knows whole seconds only
        string? next = $"/{account}/Messages.json?To={Uri.EscapeDataString(toPhone)}&PageSize={PageSize}";
        for (var page = 0; page < MostPages && next is not null; page++)
        {
            var (messages, following) = await Page(next, cancel);
            var recent = messages.Where(message => message.CreatedAt >= earliest).ToList();
            if (recent.Find(message => message.Body.Contains(words, StringComparison.Ordinal)) is { } found)
                return found;
            next = recent.Count > 0 ? following : null;
        }

        return next is null ? null : throw new HttpRequestException("The provider's list does not end.");
    }

    async Task<(IReadOnlyList<ProviderMessage> Messages, string? Next)> Page(string address, CancellationToken cancel)
    {
        var url = new Uri(http.BaseAddress!, address);
        if (url.Authority != http.BaseAddress!.Authority)
            throw new HttpRequestException("The provider's list continues on another host, which must not see our token.");
        try
        {
            using var answer = await http.GetAsync(url, cancel);
            answer.EnsureSuccessStatusCode();
            var page = await answer.Read<TwilioPage>(cancel);
            var messages = page.Messages ?? throw new JsonException("A page without messages.");
            return ([.. messages.Select(message => message.AsProviderMessage())], page.NextPageUri);
        }
        catch (Exception error) when (error is not HttpRequestException && TwilioHttp.IsProvidersFault(error, cancel))
        {
            throw new HttpRequestException($"The provider's list could not be read ({error.GetType().Name}).", error);
        }
    }
}
