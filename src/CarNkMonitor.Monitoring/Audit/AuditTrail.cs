using System.Reflection;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CarNkMonitor.Monitoring.Audit;

/// <summary>Turns the changes that a context is about to store into audit rows: nobody can forget to write one.</summary>
static class AuditTrail
{
    /// <summary>Identity's own columns that must not be copied, and types whose content is a secret as a whole.</summary>
    static readonly HashSet<string> Secrets =
    [
        nameof(IdentityUser.PasswordHash), nameof(IdentityUser.SecurityStamp), nameof(IdentityUser.ConcurrencyStamp),
        nameof(IdentityUser.PhoneNumber), nameof(IdentityUserToken<Guid>.Value), nameof(DataProtectionKey.Xml), nameof(Notice.ReplyCode),
        nameof(Notice.Body), "Phone", "Data",
    ];

    public static bool Concerns(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && entry.Entity is not AuditEntry
        && entry.Metadata.ClrType.GetCustomAttribute<NotAuditedAttribute>() is null;

    public static string ChangeOf(EntityEntry entry)
    {
        // Identity marks a whole row as modified; what did not change is no change.
        var changed = entry.Properties.Where(property => entry.State != EntityState.Modified
            || (property.IsModified && !Equals(property.OriginalValue, property.CurrentValue)));
        return Json.Write(changed.ToDictionary(property => property.Metadata.Name, property => Values(entry.State, property)));
    }

    public static AuditSubject AboutOf(EntityEntry entry) => new(
        entry.Metadata.ClrType.Name.Split('`')[0],
        string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(key => entry.CurrentValues[key]?.ToString())),
        SubjectOf(entry),
        entry.Entity is Alert alert ? alert.Id : GuidIn(entry, "AlertId"));

    /// <summary>Parts of a check or an alert are about its subject too, so that a trail by subject misses none of them.</summary>
    static Guid? SubjectOf(EntityEntry entry) => entry.Entity switch
    {
        Subject subject => subject.Id,
        NotDone item => Tracked<BedsideCheck>(entry, item.CheckId)?.SubjectId,
        _ => GuidIn(entry, "SubjectId") ?? (GuidIn(entry, "AlertId") is { } alert ? Tracked<Alert>(entry, alert)?.SubjectId : null),
    };

    /// <summary>Asks the database nothing.</summary>
    static T? Tracked<T>(EntityEntry part, Guid id) where T : class => part.Context.Set<T>().Local.FindEntry(id)?.Entity;

    static object?[] Values(EntityState state, PropertyEntry property) =>
        Secrets.Contains(property.Metadata.Name) ? ["(secret)", "(secret)"]
        : [state == EntityState.Added ? null : property.OriginalValue, state == EntityState.Deleted ? null : property.CurrentValue];

    static Guid? GuidIn(EntityEntry entry, string property) =>
        entry.Metadata.FindProperty(property) is null ? null : entry.CurrentValues[property] as Guid?;
}
