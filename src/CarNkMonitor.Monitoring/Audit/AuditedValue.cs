using System.Text.Json;

namespace CarNkMonitor.Monitoring.Audit;

/// <summary>One field of an audit row as a person reads it; pure.</summary>
/// <param name="Field">The column, or the name of a detail of an act.</param>
/// <param name="Old">Null where nothing was there before, or the act has no old value.</param>
/// <param name="New">Null where nothing is there any more.</param>
public sealed record AuditedValue(string Field, string? Old, string? New)
{
    /// <param name="changeJson">See <see cref="AuditEntry.ChangeJson"/>.</param>
    /// <param name="names">What stands for an id that means something to a person: people, subjects, sites.</param>
    /// <returns>In stored order; a field that was and stays empty is left out.</returns>
    public static IReadOnlyList<AuditedValue> Of(string changeJson, IReadOnlyDictionary<Guid, string> names)
    {
        using var change = JsonDocument.Parse(changeJson);
        return [.. change.RootElement.EnumerateObject().Select(field => Read(field, names)).Where(value => value.Old is not null || value.New is not null)];
    }

    static AuditedValue Read(JsonProperty field, IReadOnlyDictionary<Guid, string> names) =>
        field.Value is { ValueKind: JsonValueKind.Array } pair && pair.GetArrayLength() == 2
            ? new AuditedValue(field.Name, Text(pair[0], names), Text(pair[1], names))
            : new AuditedValue(field.Name, null, Text(field.Value, names));

    static string? Text(JsonElement value, IReadOnlyDictionary<Guid, string> names) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.TryGetGuid(out var id) && names.TryGetValue(id, out var name) ? name : value.GetString(),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Number or JsonValueKind.Array or JsonValueKind.Object => value.GetRawText(),
    };
}
