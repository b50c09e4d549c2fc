using System.Security.Cryptography;
using System.Text;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Access;

/// <summary>Proves that the first visitor of an empty installation can read its log. Made anew at every start; useless once somebody exists.</summary>
public sealed class SetupCode
{
    readonly string _code = TemporaryPassword.NewCode();

    public bool Is(string? typed) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(_code), Encoding.UTF8.GetBytes(typed?.Trim().ToLowerInvariant() ?? ""));

    /// <summary>Prints the code in the log, once, if nobody can sign in yet.</summary>
    public static async Task AnnounceIfEmpty(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<MonitorContext>().Users.AnyAsync(cancel))
        {
            services.GetRequiredService<ILogger<SetupCode>>().LogWarning(
                "Nobody can sign in yet. Open /setup in a browser and enter the setup code {SetupCode} to create the administrator.",
                services.GetRequiredService<SetupCode>()._code);
        }
    }
}
