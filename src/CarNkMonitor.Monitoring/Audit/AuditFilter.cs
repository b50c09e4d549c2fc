using CarNkMonitor.Monitoring.Data;

namespace CarNkMonitor.Monitoring.Audit;

/// <summary>Which rows of the trail somebody asks for; null means all (records A8: by subject, user, field and time).</summary>
/// <param name="SubjectId">Rows about this subject, its alerts included.</param>
/// <param name="ActorId">What this person did.</param>
/// <param name="Act">The use case or workflow act, by its exact name, for example <c>AmendObservation</c>.</param>
/// <param name="Field">A column that was set or changed (<c>Role</c>), or an observation code (<c>temperature</c>).</param>
/// <param name="From">UTC, inclusive.</param>
/// <param name="Before">UTC, exclusive.</param>
/// <param name="WithReading">Also who only looked; left out otherwise, because reading is most of a trail.</param>
public sealed record AuditFilter(
    Guid? SubjectId = null, Guid? ActorId = null, string? Act = null, string? Field = null, DateTime? From = null, DateTime? Before = null,
    bool WithReading = false)
{
    /// <summary>Acts that only look are called <c>Read…</c>; looking at the trail itself is one of them.</summary>
    const string Reading = "Read";

    internal IQueryable<AuditEntry> Of(IQueryable<AuditEntry> entries, MonitorContext db)
    {
        var found = WithReading || Act is not null ? entries : entries.Where(entry => !entry.Act.StartsWith(Reading) && entry.Act != nameof(FindAudit));
        found = SubjectId is { } subject
            ? found.Where(entry => entry.SubjectId == subject || db.Alerts.Any(alert => alert.Id == entry.AlertId && alert.SubjectId == subject))
            : found;
        found = ActorId is { } actor ? found.Where(entry => entry.ActorId == actor) : found;
        found = Act is { } act ? found.Where(entry => entry.Act == act) : found;
        found = From is { } from ? found.Where(entry => entry.At >= from) : found;
        found = Before is { } before ? found.Where(entry => entry.At < before) : found;
        return Field is { } field ? OfField(found, field) : found;
    }

    /// <summary>As <see cref="AuditTrail"/> writes a change: the name with old and new value, or the code of an observation.</summary>
    static IQueryable<AuditEntry> OfField(IQueryable<AuditEntry> entries, string field)
    {
        var (asColumn, asCode) = ($"{Json.Write(field)}:[", $"\"Code\":[null,{Json.Write(field)}]");
        return entries.Where(entry => entry.ChangeJson.Contains(asColumn) || entry.ChangeJson.Contains(asCode));
    }
}
