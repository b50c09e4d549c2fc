using System.Net;
using System.Text.RegularExpressions;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Access;

public partial class SetupTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task The_first_visitor_becomes_administrator_and_sets_up_the_second_factor(DatabaseProvider provider)
    {
        var (host, code) = await Empty(provider);
        await using var _ = host;
        using var visitor = host.Visitor();
        Assert.Equal("/setup", (await visitor.Get("/account/sign-in")).Headers.Location?.OriginalString);

        var created = await visitor.Post("/setup", Form(code, "root.person"));
        Assert.Equal("/account/second-factor", created.Headers.Location?.OriginalString);
        Assert.Equal("/account/second-factor", (await visitor.Get("/people")).Headers.Location?.OriginalString);

        var key = KeyOnPage().Match(await visitor.Read("/account/second-factor")).Groups[1].Value;
        var enrolled = await visitor.Post("/account/second-factor", new() { ["Code"] = Totp.Code(Base32.Decode(key), Totp.StepOf(host.Clock.Now())) });
        var page = await enrolled.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(10, RecoveryCode().Count(page));
        Assert.Contains("Root Person", await visitor.Read("/people"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/setup")).StatusCode);
    }

    [Theory, OnBothDatabases]
    public async Task Of_many_first_visitors_at_once_exactly_one_becomes_administrator(DatabaseProvider provider)
    {
        var (host, code) = await Empty(provider);
        await using var _ = host;

        var visitors = Enumerable.Range(0, 6).Select(_ => host.Visitor()).ToList();
        // All have the form open before the first sends it: afterwards nobody gets one.
        var tokens = await Task.WhenAll(visitors.Select(visitor => visitor.Token("/setup")));

        var answers = await Task.WhenAll(visitors.Select(async (visitor, number) =>
            (await visitor.Send("/setup", Form(code, $"root.{number}").Append(new("__RequestVerificationToken", tokens[number])))).StatusCode));

        visitors.ForEach(visitor => visitor.Dispose());
        Assert.Single(answers, HttpStatusCode.Redirect);
        Assert.Equal(1, await host.InDatabase(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_wrong_setup_code_creates_nobody()
    {
        var (host, _) = await Empty(DatabaseProvider.Sqlite);
        await using var _1 = host;
        using var visitor = host.Visitor();

        var answer = await visitor.Post("/setup", Form("aaaaa-bbbbb", "root.person"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, await host.InDatabase(db => db.Users.CountAsync()));
    }

    Task<(MonitorHost Host, string Code)> Empty(DatabaseProvider provider) => EmptyInstallation.Start(databases, provider);

    static Dictionary<string, string> Form(string code, string userName) => new()
    {
        ["SetupCode"] = code, ["DisplayName"] = "Root Person", ["UserName"] = userName, ["Password"] = Trial.Password,
    };

    [GeneratedRegex("into the app: <span class=\"code\">([A-Z2-7 ]+)</span>")]
    private static partial Regex KeyOnPage();

    [GeneratedRegex("<li class=\"code\">[A-Z0-9]{5}-[A-Z0-9]{5}</li>")]
    private static partial Regex RecoveryCode();
}
