using System.Globalization;
using System.Text.RegularExpressions;
using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Web.Pages.Audit;

/// <summary>Names of the code as words: an auditor need not read C#.</summary>
public static partial class TrailWords
{
    /// <summary>What is longer is folded away.</summary>
    const int LongestInLine = 90;

    /// <summary>Columns whose names can be asked for, and the codes of the catalogue.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["Role", "SiteId", "IsDisabled", "MustChangePassword", "Phone", "IsEnabled", "State", "Status", "Reason",
        "SettingsJson", "TimersJson", .. ObservationCatalog.Default.All.Select(type => type.Code)];

    /// <summary>RecordCheck is "Record check"; a door ("POST /people/add") stays as it is.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Contains(' ', StringComparison.Ordinal) || name.Length == 0 ? name
            : $"{char.ToUpperInvariant(name[0])}{Hump().Replace(name[1..], found => $" {found.Value.ToLowerInvariant()}")}";
    }

    /// <summary>An instant is written as one; everything else as it is stored.</summary>
    public static string Value(string? value) => value switch
    {
        null => "nothing",
        "" => "(empty)",
        _ when Guid.TryParseExact(value, "D", out _) => $"id …{value[^12..]}", // whole in the export
        _ when DateTime.TryParseExact(value, Stored, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at) =>
            at.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture),
        _ => value,
    };

    public static bool IsLong(string? value) => value?.Length > LongestInLine;

    public static string Utc(DateTime at) => at.ToString("yyyy-MM-dd HH:mm:ss.fff 'UTC'", CultureInfo.InvariantCulture);

    static readonly string[] Stored = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex Hump();
}
