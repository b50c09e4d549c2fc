using System.Text.RegularExpressions;
using CarNkMonitor.Web.Access;
using Xunit;

namespace CarNkMonitor.Web.Tests.Support;

/// <summary>Somebody whom the administrator has just added, at the first sign-in.</summary>
public static partial class Newcomer
{
    public const string OwnPassword = "lantern orchid bicycle";

    /// <summary>Adds the person on the administrator's pages; answers the page about the person and the temporary password, shown once.</summary>
    public static async Task<(string Page, string Password)> Add(Visitor administrator, string userName, string name, string role, string place)
    {
        ArgumentNullException.ThrowIfNull(administrator);
        var added = await administrator.Post("/people/add", new() { ["DisplayName"] = name, ["UserName"] = userName, ["Role"] = role, ["Place"] = place });
        var page = added.Headers.Location!.OriginalString;
        return (page, PasswordOnPage().Match(await administrator.Read(page)).Groups[1].Value);
    }

    /// <summary>Signs in with the temporary password, replaces it, and sets up the authenticator where the role needs one.</summary>
    public static async Task<Visitor> Arrives(MonitorHost host, string userName, string password)
    {
        ArgumentNullException.ThrowIfNull(host);
        var visitor = host.Visitor();
        await visitor.Post("/account/sign-in", new() { ["UserName"] = userName, ["Password"] = password });
        await visitor.Post("/account/password", new() { ["Old"] = password, ["New"] = OwnPassword, ["Again"] = OwnPassword });
        using var start = await visitor.Get("/");
        if (start.Headers.Location?.OriginalString == "/account/second-factor")
        {
            await SetUpAuthenticator(host, visitor);
        }

        return visitor;
    }

    public static async Task SetUpAuthenticator(MonitorHost host, Visitor visitor)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(visitor);
        var key = KeyOnPage().Match(await visitor.Read("/account/second-factor")).Groups[1].Value;
        using var done = await visitor.Post("/account/second-factor", new() { ["Code"] = Totp.Code(Base32.Decode(key), Totp.StepOf(host.Clock.GetUtcNow().UtcDateTime)) });
        Assert.True(done.IsSuccessStatusCode);
    }

    [GeneratedRegex("into the app: <span class=\"code\">([A-Z2-7 ]+)</span>")]
    private static partial Regex KeyOnPage();

    [GeneratedRegex("<h2>Temporary password</h2>\\s*<p class=\"code\">([^<]+)</p>")]
    private static partial Regex PasswordOnPage();
}
