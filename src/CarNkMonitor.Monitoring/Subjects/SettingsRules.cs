using System.Text.Json;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Quantities;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>What a version of a study's settings must hold, pure. A problem names its place in the JSON (<c>laboratoryRanges[2]</c>).</summary>
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
        var problem = !sites.Contains(range.SiteId) ? "The site is none of this study."
            : Quantity(range.Code) is not { } rule ? $"'{range.Code}' is no number of the observation catalogue."
            : !rule.Units.Contains(range.Unit) ? $"{range.Code} is accepted in {string.Join(", ", rule.Units)}; got '{range.Unit}'."
            : range is { Lower: null, Upper: null } ? "Give a lower or an upper limit of normal."
            : range.Lower > range.Upper || range.Lower < 0 ? "Limits of normal begin with the lower one, not below 0."
            : null;
        return problem is null ? [] : [new EntryProblem(field, problem)];
    }

    static IEnumerable<EntryProblem> OfLimit(string field, AlarmLimit limit, IReadOnlySet<Guid> subjects)
    {
        var problem = !subjects.Contains(limit.SubjectId) ? "The participant is none of this study."
            : Quantity(limit.Code) is not { } rule ? $"'{limit.Code}' is no number of the observation catalogue."
            : limit.Below > limit.Above ? "The lower alarm limit lies above the upper one."
            : new[] { limit.Below, limit.Above }.Any(one => one < rule.PossibleMin || one > rule.PossibleMax)
                ? FormattableString.Invariant($"{limit.Code} is possible between {rule.PossibleMin} and {rule.PossibleMax} {rule.Unit}.")
            : string.IsNullOrWhiteSpace(limit.Reason) ? "Say why this participant differs."
            : StoredText.Problem(limit.Reason, StoredText.LongestReason);
        return problem is null ? [] : [new EntryProblem(field, problem)];
    }

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
