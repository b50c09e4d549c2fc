using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace CarNkMonitor.Web.Tests.Support;

/// <summary>A browser without a screen: keeps cookies, fetches the antiforgery token before it posts, and does not follow redirects.</summary>
public sealed partial class Visitor : IDisposable
{
    readonly SocketsHttpHandler _handler;
    string? _token;

    /// <param name="cookies">Those of an earlier visit; none by default.</param>
    public Visitor(Uri address, CookieContainer? cookies = null)
    {
        Cookies = cookies ?? new();
        _handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies };
        Client = new HttpClient(_handler) { BaseAddress = address };
    }

    public CookieContainer Cookies { get; }

    /// <summary>The client itself, for requests with headers of their own.</summary>
    public HttpClient Client { get; }

    public Task<HttpResponseMessage> Get(string path) => Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>The page's text; fails the test unless the answer is 200.</summary>
    public async Task<string> Read(string path)
    {
        using var answer = await Get(path);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"GET {path} answered {(int)answer.StatusCode} {answer.Headers.Location}\n{text}");
        return WebUtility.HtmlDecode(text);
    }

    /// <summary>Fills in and sends a form of the page at <paramref name="path"/>; its hidden antiforgery token goes with it.</summary>
    /// <param name="handler">Named page handler, as in <c>?handler=Disable</c>.</param>
    public async Task<HttpResponseMessage> Post(string path, Dictionary<string, string> fields, string? handler = null)
    {
        ArgumentNullException.ThrowIfNull(fields);
        fields["__RequestVerificationToken"] = await Token(path);
        var address = handler is null ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}";
        return await Send(address, fields);
    }

    /// <summary>Sends exactly these fields.</summary>
    public async Task<HttpResponseMessage> Send(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await Client.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    /// <summary>Posts JSON to an interface, with an antiforgery token for whoever is signed in.</summary>
    public async Task<HttpResponseMessage> PostJson(string path, string json, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        _token ??= await TokenIfSignedIn();
        if (_token is { } token)
        {
            request.Headers.Add("X-Antiforgery", token);
        }

        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>From a page that everybody may see who is signed in.</summary>
    async Task<string?> TokenIfSignedIn()
    {
        using var page = await Get("/account/password");
        return page.StatusCode == HttpStatusCode.OK ? await Token("/account/password") : null;
    }

    /// <summary>The antiforgery token of the page at <paramref name="path"/>.</summary>
    public async Task<string> Token(string path)
    {
        using var answer = await Get(path);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var token = TokenField().Match(page);
        Assert.True(token.Success, $"GET {path} answered {(int)answer.StatusCode} {answer.Headers.Location} without a form.\n{page}");
        return WebUtility.HtmlDecode(token.Groups[1].Value);
    }

    public void Dispose()
    {
        Client.Dispose();
        _handler.Dispose();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
