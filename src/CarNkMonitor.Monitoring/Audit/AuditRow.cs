using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Audit;

/// <summary>A row of the trail with what a reader needs beside it.</summary>
/// <param name="SubjectCode">Null when it is about no subject.</param>
/// <param name="Zone">IANA zone of the site that it is about, or of the reader's; null when neither is known, and then UTC stands alone.</param>
/// <param name="Values">What was set or changed.</param>
public sealed record AuditRow(AuditEntry Entry, string? SubjectCode, string? Zone, IReadOnlyList<AuditedValue> Values);

/// <summary>What stands for the ids of a trail, within the reader's scope.</summary>
/// <param name="ById">People, subjects and sites.</param>
/// <param name="Subjects">Code and zone of each subject.</param>
/// <param name="OwnZone">Zone of the reader's site.</param>
sealed record AuditNames(
    IReadOnlyDictionary<Guid, string> ById, IReadOnlyDictionary<Guid, (string Code, string Zone)> Subjects, string? OwnZone)
{
    public static async Task<AuditNames> Of(MonitorContext db, StaffMember reader, CancellationToken cancel)
    {
        var sites = await db.SitesFor(reader).AsNoTracking().ToDictionaryAsync(site => site.Id, cancel);
        var subjects = await db.SubjectsFor(reader).AsNoTracking().Select(subject => new { subject.Id, subject.SubjectCode, subject.Site!.Zone }).ToListAsync(cancel);
        var people = await db.PeopleOf(reader).Select(person => new { person.Id, person.DisplayName }).ToListAsync(cancel);
        var names = people.Select(person => KeyValuePair.Create(person.Id, person.DisplayName))
            .Concat(subjects.Select(subject => KeyValuePair.Create(subject.Id, subject.SubjectCode)))
            .Concat(sites.Values.Select(site => KeyValuePair.Create(site.Id, site.Name)));
        return new AuditNames(new Dictionary<Guid, string>(names), subjects.ToDictionary(subject => subject.Id, subject => (subject.SubjectCode, subject.Zone)),
            reader.SiteId is { } own ? sites.GetValueOrDefault(own)?.Zone : sites.Count == 1 ? sites.Values.Single().Zone : null);
    }

    public AuditRow Row(AuditEntry entry)
    {
        var isAboutSubject = entry.SubjectId is { } id && Subjects.ContainsKey(id);
        var subject = isAboutSubject ? Subjects[entry.SubjectId!.Value] : default;
        return new AuditRow(entry, isAboutSubject ? subject.Code : null, isAboutSubject ? subject.Zone : OwnZone, AuditedValue.Of(entry.ChangeJson, ById));
    }
}
