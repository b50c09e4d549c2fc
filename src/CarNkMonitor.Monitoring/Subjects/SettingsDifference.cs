using System.Text.Json;
using CarNkMonitor.Monitoring.Data;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>What one version of a study's settings says otherwise than another, pure.</summary>
/// <param name="CriteriaIn">Criteria ids that came into force.</param>
/// <param name="CriteriaOut">Criteria ids that left force.</param>
/// <param name="Values">Single values: name in the JSON (<c>mas.fibrinogenBelow</c>), before and after.</param>
/// <param name="RangesIn">Laboratory ranges that were added.</param>
/// <param name="RangesOut">Laboratory ranges that were taken out.</param>
/// <param name="LimitsIn">Alarm limits that were set.</param>
/// <param name="LimitsOut">Alarm limits that were lifted.</param>
public sealed record SettingsDifference(
    IReadOnlyList<string> CriteriaIn, IReadOnlyList<string> CriteriaOut, IReadOnlyList<(string Name, string Before, string After)> Values,
    IReadOnlyList<LaboratoryRange> RangesIn, IReadOnlyList<LaboratoryRange> RangesOut, IReadOnlyList<AlarmLimit> LimitsIn, IReadOnlyList<AlarmLimit> LimitsOut)
{
    public bool IsEmpty => CriteriaIn.Count + CriteriaOut.Count + Values.Count + RangesIn.Count + RangesOut.Count + LimitsIn.Count + LimitsOut.Count == 0;

    public static SettingsDifference Between(StudySettings before, StudySettings after) => new(
        [.. after.Criteria.Except(before.Criteria)], [.. before.Criteria.Except(after.Criteria)],
        [
            .. Changed("", new { before.TextDetail, before.LateAfterHours }, new { after.TextDetail, after.LateAfterHours }),
            .. Changed("mas.", before.Mas, after.Mas), .. Changed("cytopenia.", before.Cytopenia, after.Cytopenia),
        ],
        [.. after.LaboratoryRanges.Except(before.LaboratoryRanges)], [.. before.LaboratoryRanges.Except(after.LaboratoryRanges)],
        [.. after.AlarmLimits.Except(before.AlarmLimits)], [.. before.AlarmLimits.Except(after.AlarmLimits)]);

    static IEnumerable<(string, string, string)> Changed<T>(string prefix, T before, T after) =>
        from pair in Fields(before).Zip(Fields(after))
        where !IsSame(pair.First.Value, pair.Second.Value)
        select (prefix + pair.First.Name, pair.First.Value.ToString(), pair.Second.Value.ToString());

    static JsonProperty[] Fields<T>(T values) => [.. JsonSerializer.SerializeToElement(values, Json.Options).EnumerateObject()];

    /// <summary>2 and 2.0 are the same threshold.</summary>
    static bool IsSame(JsonElement one, JsonElement other) => one.ValueKind == JsonValueKind.Number && other.ValueKind == JsonValueKind.Number
        ? one.GetDecimal() == other.GetDecimal() : one.ValueKind == other.ValueKind;
}
