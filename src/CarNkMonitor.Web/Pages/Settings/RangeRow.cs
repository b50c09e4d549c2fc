using System.Globalization;
using System.Text.RegularExpressions;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Web.Pages.Settings;

/// <summary>One line of the form for limits of normal, as it was typed.</summary>
public sealed class RangeRow
{
    public Guid? SiteId { get; set; }

    /// <summary>Code and unit in one choice (<c>ast U/L</c>), so that they always fit.</summary>
    public string? Analyte { get; set; }
    public Sex? Sex { get; set; }
    public string? From { get; set; }
    public string? Lower { get; set; }
    public string? Upper { get; set; }

    /// <summary>A site that stands there from the start is nothing that was typed.</summary>
    public bool IsBlank => new[] { Analyte, From, Lower, Upper }.All(string.IsNullOrWhiteSpace);

    /// <param name="field">Of the row in the form.</param>
    internal LaboratoryRange Read(string field, List<EntryProblem> problems)
    {
        var analyte = (Analyte ?? "").Split(' ', 2);
        if (analyte.Length < 2)
        {
            problems.Add(new EntryProblem($"{field}.code", "Choose what is measured."));
        }

        if (!DateOnly.TryParseExact(From, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
        {
            problems.Add(new EntryProblem($"{field}.from", "Write the first day on which it holds."));
        }

        return new LaboratoryRange(SiteId ?? Guid.Empty, analyte[0], analyte.Length < 2 ? "" : analyte[1],
            Limit(Lower, $"{field}.lower", problems), Limit(Upper, $"{field}.upper", problems), Sex, from);
    }

    static decimal? Limit(string? text, string field, List<EntryProblem> problems) =>
        string.IsNullOrWhiteSpace(text) ? null : SettingsForm.Number(text, field, isWhole: false, problems);
}

/// <summary>Where a problem of the use case belongs.</summary>
static partial class RangePlace
{
    /// <summary>Place and field of <c>laboratoryRanges[2].unit</c>; -1 for any other.</summary>
    public static (int Index, string Field) Of(string field) => Shape().Match(field) is { Success: true } match
        ? (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Value is "unit" ? "code" : match.Groups[2].Value) : (-1, field);

    [GeneratedRegex(@"^laboratoryRanges\[([0-9]+)\]\.([a-zA-Z]+)$")]
    private static partial Regex Shape();
}
