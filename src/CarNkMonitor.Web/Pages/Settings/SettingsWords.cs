using System.Globalization;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Ctcae;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CarNkMonitor.Web.Pages.Settings;

/// <summary>Settings of a study in the words of the screen.</summary>
public static class SettingsWords
{
    /// <summary>A study uses one of them.</summary>
    public static readonly IReadOnlyList<string> Editions = [Ctcae5.Criteria, Ctcae6.Criteria];

    /// <summary>Those that a study may leave out: CRS always counts, and CTCAE is chosen by its edition.</summary>
    public static readonly IReadOnlyList<string> Optional =
        [.. StudySettings.Default.Criteria.Where(id => id != AstctCrs.Criteria && !Editions.Contains(id)).OrderBy(Table, StringComparer.OrdinalIgnoreCase)];

    static readonly Dictionary<Sex, string> Sexes = new() { [Sex.Female] = "Women", [Sex.Male] = "Men", [Sex.Unknown] = "Sex not known" };

    public static string Table(string id) => TableNames.Of(new TablePart(id, ""));

    public static string Whom(Sex? sex) => sex is { } one ? Sexes[one] : "Everybody";

    public static string Title(SettingsPart part) => part switch
    {
        SettingsPart.Tables => "Tables in force",
        SettingsPart.Mas => "MAS signal",
        SettingsPart.Cytopenia => "Expected cytopenia",
        SettingsPart.Entry => "Entries and texts",
        SettingsPart.Laboratory => "Limits of normal",
    };

    /// <summary>Everything that a laboratory measures, in each unit that is accepted.</summary>
    public static readonly IReadOnlyList<SelectListItem> Analytes =
    [
        .. from type in ObservationCatalog.Default.All
           where type is { Kind: ObservationKind.Lab, Quantity: not null }
           orderby RecordWords.Name(type.Code)
           from unit in type.Quantity!.Units
           select new SelectListItem($"{RecordWords.Name(type.Code)}, {RecordWords.Unit(unit)}".TrimEnd(' ', ','), $"{type.Code} {unit}"),
    ];

    public static string Limit(decimal? limit) => limit is { } value ? Threshold.Text(value) : "–";

    public static string Range(LaboratoryRange range, IReadOnlyList<Monitoring.Staff.Site> sites)
    {
        ArgumentNullException.ThrowIfNull(range);
        return $"{RecordWords.Name(range.Code)} {Limit(range.Lower)} to {Limit(range.Upper)} {RecordWords.Unit(range.Unit)}, {Whom(range.Sex).ToLowerInvariant()}, "
            + $"{Site(range.SiteId, sites)}, from {WallClock.Text(range.From)}";
    }

    public static string Limit(AlarmLimit limit, IReadOnlyDictionary<Guid, string> codes)
    {
        ArgumentNullException.ThrowIfNull(limit);
        ArgumentNullException.ThrowIfNull(codes);
        return codes.TryGetValue(limit.SubjectId, out var code) ? $"{code}: {Asked(limit)}" : "a participant of another site";
    }

    /// <summary>Heart rate below 34 or above 120 per min.</summary>
    public static string Asked(AlarmLimit limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        string?[] ends = [limit.Below is { } below ? $"below {Threshold.Text(below)}" : null, limit.Above is { } above ? $"above {Threshold.Text(above)}" : null];
        var unit = RecordWords.Unit(ObservationCatalog.Default.Find(limit.Code)?.Quantity?.Unit);
        return ends.Any(end => end is not null)
            ? $"{RecordWords.Name(limit.Code)} {string.Join(" or ", ends.OfType<string>())} {unit}".TrimEnd()
            : $"{RecordWords.Name(limit.Code)}: never";
    }

    /// <summary>Heart rate (below 40 or above 150 per min).</summary>
    public static string AskedOfEverybody(ObservationType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var asked = Asked(new AlarmLimit(Guid.Empty, type.Code, type.Quantity?.ConfirmBelow, type.Quantity?.ConfirmAbove, ""));
        return $"{RecordWords.Name(type.Code)} ({asked[(RecordWords.Name(type.Code).Length)..].TrimStart(':', ' ')})";
    }

    public static string Site(Guid id, IReadOnlyList<Monitoring.Staff.Site> sites) => sites.FirstOrDefault(site => site.Id == id)?.Name ?? "a site of another study";

    /// <summary>What a version changed, a line each.</summary>
    public static IEnumerable<string> Changes(SettingsDifference difference, ShownSettings shown)
    {
        ArgumentNullException.ThrowIfNull(difference);
        ArgumentNullException.ThrowIfNull(shown);
        return
        [
            .. difference.CriteriaOut.Select(id => $"No longer in force: {Table(id)} ({id})"), .. difference.CriteriaIn.Select(id => $"In force: {Table(id)} ({id})"),
            .. difference.Values.Select(value => $"{Name(value.Name)}: {Value(value.Before)} → {Value(value.After)}"),
            .. difference.RangesOut.Select(range => $"Taken out: {Range(range, shown.Sites)}"), .. difference.RangesIn.Select(range => $"Added: {Range(range, shown.Sites)}"),
            .. difference.LimitsOut.Select(limit => $"Lifted: alarm limit of {Limit(limit, shown.Codes)}"), .. difference.LimitsIn.Select(limit => $"Set: alarm limit of {Limit(limit, shown.Codes)}"),
        ];
    }

    static string Name(string name) => name switch
    {
        "textDetail" => "Texts name toxicity and grade",
        "lateAfterHours" => "An entry is late after hours",
        _ when Threshold.Find(name) is { } threshold => $"{(name.StartsWith("mas.", StringComparison.Ordinal) ? "MAS" : "Cytopenia")}, {threshold.Label}{(threshold.Unit.Length > 0 ? $" ({threshold.Unit})" : "")}",
        _ => name,
    };

    static string Value(string value) => value switch
    {
        "True" or "true" => "yes",
        "False" or "false" => "no",
        _ => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? Threshold.Text(number) : value,
    };
}
