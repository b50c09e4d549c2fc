using System.Text.RegularExpressions;
using CarNkMonitor.Monitoring.Observations;
using NodaTime;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>How studies, sites, teams and zones may be called, pure.</summary>
static partial class TrialNames
{
    const int Longest = 200;

    public static IEnumerable<EntryProblem> OfCode(string field, string? code, bool isTaken)
    {
        if (!Code().IsMatch(code?.Trim() ?? ""))
            yield return new(field, "A code has 1 to 20 letters, digits and hyphens.");
        if (isTaken)
            yield return new(field, "This code is taken.");
    }

    public static IEnumerable<EntryProblem> OfName(string field, string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > Longest)
            yield return new(field, $"A name has 1 to {Longest} characters.");
    }

    /// <summary>By its IANA name only: <c>CET</c> is one, <c>UTC+01:00</c> or a city alone is not.</summary>
    public static IEnumerable<EntryProblem> OfZone(string field, string? zone)
    {
        if (!DateTimeZoneProviders.Tzdb.Ids.Contains(zone?.Trim() ?? ""))
            yield return new(field, "No time zone has this name. Write it as Asia/Shanghai or Europe/Berlin.");
    }

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,20}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
