using System.Text.Json;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Quantities;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>What a version of a study's settings must hold, pure. A problem names its place in the JSON (<c>laboratoryRanges[2].unit</c>).</summary>
static class SettingsRules
{
    const int MostHoursLate = 24;

    /// <param name="wanted">The settings asked for.</param>
    /// <param name="sites">Ids of the study's sites.</param>
    /// <param name="subjects">Ids of the study's subjects that have an alarm limit here.</param>
    public static IEnumerable<EntryProblem> Problems(StudySettings wanted, IReadOnlySet<Guid> sites, IReadOnlySet<Guid> subjects) =>
    [
        .. Criteria(wanted), .. Thresholds("mas", wanted.Mas), .. Thresholds("cytopenia", wanted.Cytopenia),
        .. wanted.LateAfterHours is >= 1 and <= MostHoursLate ? Array.Empty<EntryProblem>() : [new("lateAfterHours", $"An entry is late after 1 to {MostHoursLate} hours.")],
        .. wanted.LaboratoryRanges.SelectMany((range, index) => OfRange($"laboratoryRanges[{index}]", range, sites)),
        .. wanted.AlarmLimits.SelectMany((limit, index) => OfLimit($"alarmLimits[{index}]", limit, subjects)),
        .. Twice(wanted),
    ];

    static IEnumerable<EntryProblem> Criteria(StudySettings wanted)
    {
        if (wanted.Grading.Problem is { } problem)
        {
            yield return new EntryProblem("criteria", problem);
        }

        // Alerts stand on it.
        if (!wanted.Criteria.Contains(AstctCrs.Criteria))
        {
            yield return new EntryProblem("criteria", $"{AstctCrs.Criteria} is always in force: it calls people.");
        }
    }

    static IEnumerable<EntryProblem> Thresholds<T>(string field, T thresholds) =>
        from threshold in JsonSerializer.SerializeToElement(thresholds, Json.Options).EnumerateObject()
        where threshold.Value.GetDecimal() <= 0
        select new EntryProblem($"{field}.{threshold.Name}", "A threshold is above 0.");

    static IEnumerable<EntryProblem> OfRange(string field, LaboratoryRange range, IReadOnlySet<Guid> sites)
    {
        (string Part, string Reason)? problem = !sites.Contains(range.SiteId) ? ("siteId", "The site is none of this study.")
            : Quantity(range.Code) is not { } rule ? ("code", $"'{range.Code}' is no number of the observation catalogue.")
            : !rule.Units.Contains(range.Unit) ? ("unit", $"{range.Code} is accepted in {string.Join(", ", rule.Units)}; got '{range.Unit}'.")
            : range is { Lower: null, Upper: null } ? ("lower", "Give a lower or an upper limit of normal.")
            : range.Lower < 0 || range.Upper < 0 ? (range.Lower < 0 ? "lower" : "upper", "A limit of normal is not below 0.")
            : range.Lower > range.Upper ? ("upper", "The upper limit of normal lies below the lower one.")
            : null;
        return problem is var (part, reason) ? [new EntryProblem($"{field}.{part}", reason)] : [];
    }

    static IEnumerable<EntryProblem> OfLimit(string field, AlarmLimit limit, IReadOnlySet<Guid> subjects)
    {
        (string Part, string Reason)? problem = !subjects.Contains(limit.SubjectId) ? ("subjectId", "The participant is none of this study.")
            : Quantity(limit.Code) is not { } rule ? ("code", $"'{limit.Code}' is no number of the observation catalogue.")
            : IsImpossible(limit.Below, rule) || IsImpossible(limit.Above, rule) ? (IsImpossible(limit.Below, rule) ? "below" : "above",
                FormattableString.Invariant($"{limit.Code} is possible between {rule.PossibleMin} and {rule.PossibleMax} {rule.Unit}."))
            : limit.Below > limit.Above ? ("above", "The lower alarm limit lies above the upper one.")
            : StoredText.ProblemOfReason(limit.Reason, "Say why this participant differs.") is { } unkept ? ("reason", unkept)
            : null;
        return problem is var (part, reason) ? [new EntryProblem($"{field}.{part}", reason)] : [];
    }

    static bool IsImpossible(decimal? limit, QuantityRule rule) => limit < rule.PossibleMin || limit > rule.PossibleMax;

    static IEnumerable<EntryProblem> Twice(StudySettings wanted)
    {
        if (wanted.LaboratoryRanges.GroupBy(range => (range.SiteId, range.Code, range.Sex, range.From)).FirstOrDefault(same => same.Count() > 1) is { } range)
        {
            yield return new EntryProblem("laboratoryRanges", $"Two ranges of {range.Key.Code} hold for the same site, sex and date.");
        }

        if (wanted.AlarmLimits.GroupBy(limit => (limit.SubjectId, limit.Code)).FirstOrDefault(same => same.Count() > 1) is { } limit)
        {
            yield return new EntryProblem("alarmLimits", $"A participant has two alarm limits of {limit.Key.Code}.");
        }
    }

    static QuantityRule? Quantity(string code) => ObservationCatalog.Default.Find(code)?.Quantity;
}
