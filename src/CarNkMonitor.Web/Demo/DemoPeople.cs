using System.Security.Cryptography;
using System.Text;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Access;

namespace CarNkMonitor.Web.Demo;

/// <summary>An invented person who can sign in. The phone's number comes from a range that is reserved for fiction.</summary>
/// <param name="Site">Code of the site; null for the whole study or installation.</param>
/// <param name="OnCallLevel">At which level the person is called; null when never.</param>
public sealed record DemoPerson(string UserName, string DisplayName, StaffRole Role, string? Site, string? Phone = null, int? OnCallLevel = null)
{
    /// <summary>One password for all of them: it protects nothing.</summary>
    public string Password => "seven quiet nights in a row";

    /// <summary>The authenticator's secret, base 32; the same in each run, so that a phone needs to be set up once.</summary>
    public string AuthenticatorKey { get; } = KeyOf(UserName);

    /// <summary>The six digits that sign this person in now; null where the role needs none.</summary>
    public string? CodeAt(DateTime utc) => Role.NeedsSecondFactor() ? Totp.Code(Base32.Decode(AuthenticatorKey), Totp.StepOf(utc)) : null;

    static string KeyOf(string userName) =>
        string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes($"demo {userName}")).Select(octet => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[octet % 32]));
}

/// <summary>Who exists in the demo: at least one person for each role, and somebody to call at each level of both sites.</summary>
public sealed class DemoPeople
{
    public const string Shanghai = "SH";
    public const string Berlin = "BE";

    public IReadOnlyList<DemoPerson> All { get; } =
    [
        new("nurse.shanghai", "Lin Yue", StaffRole.Nurse, Shanghai),
        new("nurse.berlin", "Jana Vogt", StaffRole.Nurse, Berlin),
        new("physician.shanghai", "Dr Chen Hao", StaffRole.Physician, Shanghai, "+447700900101", OnCallLevel: 1),
        new("deputy.shanghai", "Dr Wu Min", StaffRole.Physician, Shanghai, "+447700900102", OnCallLevel: 2),
        new("physician.berlin", "Dr Paula Brandt", StaffRole.Physician, Berlin, "+447700900103", OnCallLevel: 1),
        new("deputy.berlin", "Dr Emre Aydin", StaffRole.Physician, Berlin, "+447700900104", OnCallLevel: 2),
        new("investigator", "Prof Ada Sommer", StaffRole.Investigator, null, "+447700900105", OnCallLevel: 2),
        new("coordinator", "Mira Novak", StaffRole.Coordinator, null),
        new("oncologist.home", "Dr Aziza Karimova", StaffRole.HomeOncologist, null),
        new("monitor", "Tom Reed", StaffRole.Monitor, null),
        new("administrator", "Ines Falk", StaffRole.Administrator, null),
    ];

    public IReadOnlyList<DemoPerson> WithPhone => [.. All.Where(person => person.Phone is not null)];

    public DemoPerson Named(string userName) => All.Single(person => person.UserName == userName);
}
