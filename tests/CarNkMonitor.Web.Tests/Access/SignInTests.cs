using System.Net;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

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

    [Theory, OnBothDatabases]
    public async Task Five_wrong_passwords_lock_the_account_and_each_is_on_the_record(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        using var visitor = host.Visitor();
        await Lock(visitor, "nurse.sh");

        var answer = await TryPassword(visitor, "nurse.sh", Trial.Password);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var failures = await host.InDatabase(db => db.AuditEntries.CountAsync(entry => entry.Act == "FailedSignIn" && entry.Entity == "StaffMember" && entry.EntityId != ""
            && entry.ActorId == null));
        Assert.Equal(6, failures);
    }

    /// <summary>A new version of the framework asks for more work than the one that made the hash.</summary>
    [Theory, OnBothDatabases]
    public async Task A_hash_of_an_earlier_version_is_renewed_at_the_first_right_password_and_that_is_on_the_record(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var nurse = host.Trial.Person(StaffRole.Nurse);
        var earlier = Trial.HashOf(Trial.HashIterations - 1);
        await host.InDatabase(db => db.Users.Where(user => user.Id == nurse.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, earlier)));
        using var visitor = host.Visitor();
        await TryPassword(visitor, nurse.UserName!, "not this one at all");
        Assert.Equal(earlier, await Hash());

        await host.SignIn(visitor, nurse);

        Assert.NotEqual(earlier, await Hash());
        var entry = await host.InDatabase(db => db.AuditEntries.SingleAsync(entry => entry.Act == "RenewPasswordHash"));
        Assert.Equal((nurse.Id, nurse.Id.ToString()), (entry.ActorId, entry.EntityId));
        using var again = host.Visitor();
        await host.SignIn(again, nurse);

        Task<string?> Hash() => host.InDatabase(db => db.Users.Where(user => user.Id == nurse.Id).Select(user => user.PasswordHash).SingleAsync());
    }

    /// <summary>A right password for a locked account reads so as well: it must not be told that it is right.</summary>
    [Theory, OnBothDatabases]
    public async Task Unknown_wrong_locked_and_disabled_read_the_same_and_cost_one_look_at_a_hash_each(DatabaseProvider provider)
    {
        var hasher = new CountingHasher();
        await using var host = await MonitorHost.Start(databases, provider, builder => builder.Services.AddSingleton<IPasswordHasher<StaffMember>>(hasher));
        using var visitor = host.Visitor();
        await Lock(visitor, "nurse.sh");
        await host.Run<DisableStaffMember, StaffAnswer>(use =>
            use.Run(host.Trial.Administrator, host.Trial.Person(StaffRole.Monitor).Id, "left", TestContext.Current.CancellationToken));
        hasher.Verified = 0;

        var unknown = await TryPassword(visitor, "nobody", Trial.Password);
        var expected = await Errors(unknown);

        Assert.Equal((HttpStatusCode.BadRequest, 1), (unknown.StatusCode, hasher.Verified));
        Assert.Contains("locked for 15 minutes: if that may be so, wait", expected, StringComparison.Ordinal);
        foreach (var (name, password) in new[] { ("nurse.be", "not this one at all"), ("nurse.sh", Trial.Password), ("nurse.sh", "wrong again today"), ("monitor.sh", Trial.Password) })
        {
            hasher.Verified = 0;
            var answer = await TryPassword(visitor, name, password);
            Assert.Equal((HttpStatusCode.BadRequest, 1), (answer.StatusCode, hasher.Verified));
            Assert.Equal(expected, await Errors(answer));
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_locked_account_raises_an_alarm_that_administrators_see_for_a_day(DatabaseProvider provider)
    {
        var log = new LogLines();
        await using var host = await MonitorHost.Start(databases, provider, builder => builder.Logging.AddProvider(log));
        using var visitor = host.Visitor();
        var administrator = await host.SignedIn(StaffRole.Administrator);
        await Lock(visitor, "nurse.sh");

        var page = await administrator.Read("/people");

        Assert.Contains("2026-05-24 09:00 UTC, Nurse SH, from 127.0.0.1. Several failures in a row: the account is locked for a while.", page, StringComparison.Ordinal);
        Assert.Single(log.All, line => line.StartsWith("Error: Sign-in alarm", StringComparison.Ordinal));
        var alarm = await host.InDatabase(db => db.AuditEntries.SingleAsync(entry => entry.Act == FailedSignIns.AlarmAct));
        Assert.Equal((host.Trial.Person(StaffRole.Nurse).Id.ToString(), "127.0.0.1"), (alarm.EntityId, alarm.Address));
        host.Clock.Advance(FailedSignIns.Shown);
        var tomorrow = host.Visitor();
        await host.SignIn(tomorrow, host.Trial.Administrator);
        Assert.DoesNotContain("guessing passwords", await tomorrow.Read("/people"), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Ten_failures_from_one_address_raise_one_alarm_whatever_names_were_tried(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        using var visitor = host.Visitor();
        for (var times = 1; times <= FailedSignIns.FromOneAddress - 1; times++)
        {
            await TryPassword(visitor, $"guess{times}", "whatever this may be");
        }

        Assert.Equal(0, await host.Run((FailedSignIns failures) => failures.CountAlarms(TestContext.Current.CancellationToken)));
        await TryPassword(visitor, "nurse.sh", "whatever this may be");
        await TryPassword(visitor, "another", "whatever this may be");

        var alarm = Assert.Single(await host.Run((FailedSignIns failures) => failures.ReadAlarms(TestContext.Current.CancellationToken)));
        Assert.Equal(((string?)null, "127.0.0.1", "At least 10 failures within 15 min from one address."), (alarm.Name, alarm.Address, alarm.What));
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

    static async Task Lock(Visitor visitor, string userName)
    {
        for (var times = 0; times < 5; times++)
        {
            await TryPassword(visitor, userName, "not this one at all");
        }
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

    sealed class CountingHasher : PasswordHasher<StaffMember>
    {
        public int Verified { get; set; }

        public override PasswordVerificationResult VerifyHashedPassword(StaffMember user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
