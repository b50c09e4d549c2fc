using System.Globalization;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CarNkMonitor.Monitoring.Audit;

/// <summary>
/// Writes every row that a filter shows as CSV, the oldest first, one line for each field. The export stands in the trail before its first line
/// is written, and ends at the row before that: a file never tells of itself.
/// </summary>
public sealed class ExportAudit(MonitorContext db)
{
    static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true };

    static readonly string[] Header =
        ["row", "at_utc", "at_site", "zone", "who", "who_id", "act", "entity", "entity_id", "subject", "field", "old", "new", "reason", "request_id", "address", "hash"];

    /// <param name="file">UTF-8 with a byte order mark, so that spreadsheets read names of every language.</param>
    /// <exception cref="UnauthorizedAccessException">The person does not read audit.</exception>
    public async Task Run(StaffMember person, AuditFilter filter, Stream file, CancellationToken cancel)
    {
        person.Demand(Permission.ReadAudit);
        var last = await db.AuditEntries.MaxAsync(entry => (long?)entry.Sequence, cancel) ?? 0;
        var found = filter.Of(await db.AuditFor(person, cancel), db).Where(entry => entry.Sequence <= last);
        var names = await AuditNames.Of(db, person, cancel);
        await Note(person, filter, await found.CountAsync(cancel), last, cancel);
        await using var csv = CsvWriter.Create(file, Options, leaveOpen: true);
        await csv.WriteRecordAsync(Header, cancel);
        await foreach (var entry in found.OrderBy(entry => entry.Sequence).AsAsyncEnumerable().WithCancellation(cancel))
        {
            foreach (var line in Lines(names.Row(entry)))
            {
                await csv.WriteRecordAsync([.. line.Select(CsvCell.Guarded)], cancel);
            }
        }
    }

    async Task Note(StaffMember person, AuditFilter filter, int rows, long lastRow, CancellationToken cancel)
    {
        db.Note(AuditAct.By(person, nameof(ExportAudit)), new AuditSubject(nameof(AuditEntry), "", filter.SubjectId), new { rows, lastRow, filter });
        await db.SaveChangesAsync(cancel);
    }

    static IEnumerable<string?[]> Lines(AuditRow row) =>
        row.Values.Count == 0 ? [Cells(row, new AuditedValue("", null, null))] : row.Values.Select(value => Cells(row, value));

    static string?[] Cells(AuditRow row, AuditedValue value)
    {
        var entry = row.Entry;
        return
        [
            entry.Sequence.ToString(CultureInfo.InvariantCulture), entry.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            AtSite(row), row.Zone, entry.Actor, entry.ActorId?.ToString(), entry.Act, entry.Entity, entry.EntityId, row.SubjectCode,
            value.Field, value.Old, value.New, entry.Reason, entry.RequestId, entry.Address, entry.Hash,
        ];
    }

    static string? AtSite(AuditRow row) => row.Zone is { } zone
        ? Instant.FromDateTimeUtc(row.Entry.At).InZone(DateTimeZoneProviders.Tzdb[zone]).ToString("uuuu-MM-dd'T'HH:mm:ss.fffo<m>", CultureInfo.InvariantCulture)
        : null;
}
