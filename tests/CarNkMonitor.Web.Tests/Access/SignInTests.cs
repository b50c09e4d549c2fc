using System.Net;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Access;

public class SignInTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task A_nurse_gets_in_with_a_password_and_an_administrator_needs_a_code(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);

        var nurse = await host.SignedIn(StaffRole.Nurse);
        var administrator = await host.SignedIn(StaffRole.Administrator);

        Assert.Contains("Nurse SH", await nurse.Read("/account/sign-out"), StringComparison.Ordinal);
        Assert.Contains("Nurse BE", await administrator.Read("/people"), StringComparison.Ordinal);
        var acts = await host.InDatabase(db => db.AuditEntries.Where(entry => entry.Act == "SignIn").ToListAsync());
        Assert.Equal(["Nurse SH", "Administrator"], acts.Select(entry => entry.Actor));
        Assert.All(acts, entry => Assert.Equal("127.0.0.1", entry.Address));
    }

    [Theory, OnBothDatabases]
    public async Task A_code_opens_once_even_for_two_at_the_same_moment(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var physician = host.Trial.Person(StaffRole.Physician);
        using var one = await HalfWay(host, physician);
        using var other = await HalfWay(host, physician);
        var code = host.NextCode(physician);

        var answers = await Task.WhenAll(
            one.Post("/account/code", new() { ["Code"] = code }), other.Post("/account/code", new() { ["Code"] = code }));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.BadRequest], answers.Select(answer => answer.StatusCode).Order());
    }

    [Fact]
    public async Task A_code_without_the_password_before_it_opens_nothing()
    {
        await using var host = await MonitorHost.Start(databases);
        using var visitor = host.Visitor();
        var token = await visitor.Token("/account/sign-in");

        var answer = await visitor.Send("/account/code", new Dictionary<string, string>
        {
            ["Code"] = host.NextCode(host.Trial.Administrator), ["__RequestVerificationToken"] = token,
        });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Get("/")).StatusCode);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_each_is_on_the_record()
    {
        await using var host = await MonitorHost.Start(databases);
        using var visitor = host.Visitor();
        for (var times = 0; times < 5; times++)
        {
            await TryPassword(visitor, "nurse.sh", "not this one at all");
        }

        var answer = await TryPassword(visitor, "nurse.sh", Trial.Password);

        Assert.Contains("locked", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var failures = await host.InDatabase(db => db.AuditEntries.CountAsync(entry => entry.Act == "FailedSignIn" && entry.Entity == "StaffMember" && entry.EntityId != ""
            && entry.ActorId == null));
        Assert.Equal(6, failures);
    }

    [Fact]
    public async Task An_unknown_name_and_a_wrong_password_read_the_same()
    {
        await using var host = await MonitorHost.Start(databases);
        using var visitor = host.Visitor();

        var unknown = await TryPassword(visitor, "nobody", Trial.Password);
        var wrong = await TryPassword(visitor, "nurse.sh", "not this one at all");

        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Equal(await Errors(unknown), await Errors(wrong));
    }

    [Fact]
    public async Task Too_many_tries_from_one_address_are_turned_away()
    {
        await using var host = await MonitorHost.Start(databases, settings: [("Access:SignInsPerMinute", "3")]);
        using var visitor = host.Visitor();

        var answers = new List<HttpStatusCode>();
        for (var times = 0; times < 4; times++)
        {
            answers.Add((await TryPassword(visitor, "nobody", "whatever this may be")).StatusCode);
        }

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests], answers);
    }

    [Theory]
    [InlineData("/people", "/people")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    public async Task Only_an_address_on_this_host_is_gone_back_to(string asked, string went)
    {
        await using var host = await MonitorHost.Start(databases);
        using var visitor = host.Visitor();

        var answer = await visitor.Post("/account/sign-in", new() { ["UserName"] = "nurse.sh", ["Password"] = Trial.Password, ["returnUrl"] = asked });

        Assert.Equal(went, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_disabled_person_is_refused_with_the_right_password()
    {
        await using var host = await MonitorHost.Start(databases);
        await host.Run<DisableStaffMember, StaffAnswer>(use => use.Run(host.Trial.Administrator, host.Trial.Person(StaffRole.Nurse).Id, "left", CancellationToken.None));
        using var visitor = host.Visitor();

        Assert.Equal(HttpStatusCode.BadRequest, (await TryPassword(visitor, "nurse.sh", Trial.Password)).StatusCode);
    }

    static Task<HttpResponseMessage> TryPassword(Visitor visitor, string userName, string password) =>
        visitor.Post("/account/sign-in", new() { ["UserName"] = userName, ["Password"] = password });

    static async Task<Visitor> HalfWay(MonitorHost host, StaffMember person)
    {
        var visitor = host.Visitor();
        await TryPassword(visitor, person.UserName!, Trial.Password);
        return visitor;
    }

    static async Task<string> Errors(HttpResponseMessage answer)
    {
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var from = page.IndexOf("error-summary", StringComparison.Ordinal);
        return page[from..page.IndexOf("</div>", from, StringComparison.Ordinal)];
    }
}
