using System.Net;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

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
}
