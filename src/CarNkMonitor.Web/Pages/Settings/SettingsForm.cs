using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Web.Pages.Settings;

/// <summary>Which part of the settings a form changes; the others stay as they are.</summary>
public enum SettingsPart { Tables, Mas, Cytopenia, Entry, Laboratory }

/// <summary>What was typed to change one part of a study's settings.</summary>
public sealed class SettingsForm
{
    /// <summary>Number of the version that the form was opened on.</summary>
    public int BasedOn { get; set; }
    public string? Reason { get; set; }

    /// <summary>Criteria ids but CTCAE, and its edition or nothing.</summary>
    public List<string> Tables { get; set; } = [];
    public string? Ctcae { get; set; }

    /// <summary>Thresholds by their name in the settings.</summary>
    public Dictionary<string, string?> Values { get; set; } = [];
    public string? LateAfterHours { get; set; }
    public bool TextDetail { get; set; }

    /// <summary>Places of the ranges to take out.</summary>
    public List<int> Remove { get; set; } = [];
    public List<RangeRow> Added { get; set; } = [];

    public static SettingsForm Of(SettingsVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        var settings = version.Settings;
        return new SettingsForm
        {
            BasedOn = version.Number, TextDetail = settings.TextDetail, LateAfterHours = settings.LateAfterHours.ToString(CultureInfo.InvariantCulture),
            Tables = [.. settings.Criteria.Where(id => !SettingsWords.Editions.Contains(id))], Ctcae = settings.Criteria.FirstOrDefault(SettingsWords.Editions.Contains),
            Values = Threshold.Mas.Concat(Threshold.Cytopenia).ToDictionary(one => one.Name, one => (string?)one.Of(settings)),
            Added = [new(), new(), new()],
        };
    }

    /// <summary>The settings with this part as it was typed, or what cannot be read of it.</summary>
    public (StudySettings Wanted, IReadOnlyList<EntryProblem> Problems) Wanted(SettingsPart part, StudySettings now)
    {
        ArgumentNullException.ThrowIfNull(now);
        List<EntryProblem> problems = [];
        var wanted = part switch
        {
            SettingsPart.Tables => now with { Criteria = [.. Tables.Append(AstctCrs.Criteria).Append(Ctcae).OfType<string>().Where(id => id.Length > 0).Distinct().Order(StringComparer.Ordinal)] },
            SettingsPart.Mas => now with { Mas = Typed(now.Mas, Threshold.Mas, problems) },
            SettingsPart.Cytopenia => now with { Cytopenia = Typed(now.Cytopenia, Threshold.Cytopenia, problems) },
            SettingsPart.Entry => now with { TextDetail = TextDetail, LateAfterHours = (int)Number(LateAfterHours, "lateAfterHours", isWhole: true, problems) },
            SettingsPart.Laboratory => now with { LaboratoryRanges = [.. Kept(now), .. NewRanges(problems).Select(row => row.Range)] },
        };
        return (wanted, problems);
    }

    /// <summary>Problems of the use case beside the fields of this form: a range that was added has its row.</summary>
    public IEnumerable<EntryProblem> Placed(IEnumerable<EntryProblem> problems, StudySettings now)
    {
        var (kept, rows) = (Kept(now).Count(), NewRanges([]).Select(row => row.Row).ToList());
        return problems.Select(problem => RangePlace.Of(problem.Field) is var (index, field) && index >= kept && index - kept < rows.Count
            ? problem with { Field = $"Added[{rows[index - kept]}].{field}" } : problem);
    }

    IEnumerable<LaboratoryRange> Kept(StudySettings now) => now.LaboratoryRanges.Where((_, place) => !Remove.Contains(place));

    List<(int Row, LaboratoryRange Range)> NewRanges(List<EntryProblem> problems) =>
        [.. Added.Select((row, place) => (row, place)).Where(typed => !typed.row.IsBlank).Select(typed => (typed.place, typed.row.Read($"Added[{typed.place}]", problems)))];

    T Typed<T>(T now, IEnumerable<Threshold> thresholds, List<EntryProblem> problems)
    {
        var values = JsonSerializer.SerializeToNode(now, Json.Options)!.AsObject();
        foreach (var threshold in thresholds)
        {
            var name = threshold.Name.Split('.')[1];
            var isWhole = typeof(T).GetProperties().Single(one => JsonNamingPolicy.CamelCase.ConvertName(one.Name) == name).PropertyType == typeof(int);
            var number = Number(Values.GetValueOrDefault(threshold.Name), threshold.Name, isWhole, problems);
            values[name] = isWhole ? JsonValue.Create((int)number) : JsonValue.Create(number);
        }

        return values.Deserialize<T>(Json.Options)!;
    }

    /// <summary>1 in the place of what cannot be read, so that the rest is judged as well.</summary>
    internal static decimal Number(string? text, string field, bool isWhole, List<EntryProblem> problems)
    {
        var (number, reason) = TypedNumber.Read(text ?? "");
        var problem = string.IsNullOrWhiteSpace(text) ? "Write a number."
            : number is null ? reason
            : number.Comparator != Comparator.Equal ? "Write a number without < or >."
            : number.Otherwise is { } otherwise ? $"'{text.Trim()}' may be {number.Plain} or {otherwise}. Write it without the comma."
            : isWhole && (!decimal.IsInteger(number.Value) || Math.Abs(number.Value) > 1_000_000) ? "Write a whole number."
            : null;
        if (problem is not null)
        {
            problems.Add(new EntryProblem(field, problem));
        }

        return problem is null ? number!.Value : 1;
    }
}
