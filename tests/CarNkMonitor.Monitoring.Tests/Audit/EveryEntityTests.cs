using System.Data.Common;
using System.Reflection;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CarNkMonitor.Monitoring.Tests.Audit;

/// <summary>
/// Every kind of row of the record, found in the model: nobody can add one that changes without a trace. A row is made of any values, with foreign keys
/// off, because only what the trail says of it is looked at.
/// </summary>
public class EveryEntityTests(MonitorTemplate databases)
{
    static readonly DateTime At = new(2026, 5, 24, 9, 0, 0, DateTimeKind.Utc);
    static readonly StaffMember Person = new() { DisplayName = "Dr Li", UserName = "li", Role = StaffRole.Physician, CreatedAt = At };

    /// <summary>Their own reasons stand in the attribute; a new one must be added here by hand.</summary>
    static readonly string[] NotAudited = ["AuditEntry", "AuditHead", "Heartbeat", "NextGrading", "ProviderEvent", "SpentCode"];

    [Theory, OnBothDatabases]
    public async Task Adding_changing_and_deleting_a_row_of_any_kind_says_who(DatabaseProvider provider)
    {
        await using var database = await databases.Create(provider);
        foreach (var type in await Types(database))
        {
            Assert.True(await Deed(database, type, Add) > 0, $"Adding a {type.Name} left no row.");
            Assert.True(ChangedField(type) is null || await Deed(database, type, Change) > 0, $"Changing a {type.Name} left no row.");
            Assert.True(await Deed(database, type, Delete) > 0, $"Deleting a {type.Name} left no row.");
        }
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_of_any_kind_is_stored_without_who(DatabaseProvider provider)
    {
        await using var database = await databases.Create(provider);
        foreach (var type in await Types(database))
        {
            await using var db = await Loose(database);
            db.Act = null;
            db.Add(Some(type));
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task The_kinds_that_are_not_audited_are_known_by_name()
    {
        await using var database = await databases.Create(DatabaseProvider.Sqlite);
        await using var db = database.Open(TimeProvider.System);

        var left = db.Model.GetEntityTypes().Where(type => !type.IsOwned() && !IsAudited(type)).Select(type => type.ClrType.Name);

        Assert.Equal(NotAudited, left.Order(StringComparer.Ordinal));
    }

    /// <summary>How many rows of the trail it left; each names the person. A table that refuses the deed counts as well: then nothing changed.</summary>
    static async Task<int> Deed(TestDatabase database, IEntityType type, Func<MonitorContext, IEntityType, Task> deed)
    {
        await using var db = await Loose(database);
        var before = await db.AuditEntries.MaxAsync(entry => (long?)entry.Sequence, TestContext.Current.CancellationToken) ?? 0;
        try
        {
            await deed(db, type);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        catch (DbUpdateException refused) when (refused.InnerException is DbException { Message: var why } && why.Contains("never changed or deleted", StringComparison.Ordinal))
        {
            return 1;
        }

        var name = type.ClrType.Name.Split('`')[0];
        var rows = await db.AuditEntries.AsNoTracking().Where(entry => entry.Sequence > before && entry.Entity == name).ToListAsync(TestContext.Current.CancellationToken);
        Assert.All(rows, row => Assert.Equal((Person.Id, "Dr Li", "TestDeed"), (row.ActorId, row.Actor, row.Act)));
        return rows.Count;
    }

    static Task Add(MonitorContext db, IEntityType type)
    {
        db.Add(Some(type));
        return Task.CompletedTask;
    }

    static async Task Change(MonitorContext db, IEntityType type)
    {
        var field = db.Entry(await Stored(db, type)).Property(ChangedField(type)!.Name);
        field.CurrentValue = Other(field);
    }

    static async Task Delete(MonitorContext db, IEntityType type) => db.Remove(await Stored(db, type));

    static async Task<object> Stored(MonitorContext db, IEntityType type)
    {
        var set = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type.ClrType).Invoke(db, null)!;
        return await set.FirstAsync(TestContext.Current.CancellationToken);
    }

    static async Task<IReadOnlyList<IEntityType>> Types(TestDatabase database)
    {
        await using var db = database.Open(TimeProvider.System);
        return [.. db.Model.GetEntityTypes().Where(type => !type.IsOwned() && IsAudited(type))];
    }

    static bool IsAudited(IEntityType type) => type.ClrType != typeof(AuditEntry) && type.ClrType.GetCustomAttribute<NotAuditedAttribute>() is null;

    static async Task<MonitorContext> Loose(TestDatabase database)
    {
        var db = database.Open(TimeProvider.System);
        db.Act = AuditAct.By(Person, "TestDeed");
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlRawAsync(db.IsPostgres ? "SET session_replication_role = replica" : "PRAGMA foreign_keys = OFF", TestContext.Current.CancellationToken);
        return db;
    }

    /// <summary>A field that a use case could change; null for a row of keys alone.</summary>
    static IProperty? ChangedField(IEntityType type) => type.GetProperties().FirstOrDefault(property =>
        !property.IsKey() && !property.IsForeignKey() && !property.IsConcurrencyToken && (property.ClrType == typeof(string) || property.ClrType == typeof(bool) || property.ClrType == typeof(int)));

    static object Other(PropertyEntry field) => field.CurrentValue switch
    {
        bool flag => !flag,
        int number => number + 1,
        _ => "y",
    };

    static object Some(IEntityType type)
    {
        var row = Activator.CreateInstance(type.ClrType, nonPublic: true)!;
        foreach (var property in type.GetProperties().Where(property => !property.IsNullable && property.PropertyInfo is not null))
        {
            Fill(row, property.PropertyInfo!);
        }

        foreach (var part in type.GetNavigations().Where(navigation => navigation.TargetEntityType.IsOwned()).Select(navigation => navigation.PropertyInfo!)
            .Concat(type.GetComplexProperties().Select(complex => complex.PropertyInfo!)))
        {
            var value = Activator.CreateInstance(part.PropertyType, nonPublic: true)!;
            foreach (var field in part.PropertyType.GetProperties().Where(field => field.CanWrite))
            {
                Fill(value, field);
            }

            part.SetValue(row, value);
        }

        return row;
    }

    static void Fill(object row, PropertyInfo property)
    {
        var (type, value) = (property.PropertyType, property.GetValue(row));
        var isEmpty = value is null || (type.IsValueType && !type.IsEnum && value.Equals(Activator.CreateInstance(type)));
        var filled = type == typeof(string) ? "x" : type == typeof(Guid) ? Guid.CreateVersion7() : type == typeof(DateTime) ? At : type == typeof(DateTimeOffset) ? new DateTimeOffset(At)
            : type == typeof(DateOnly) ? DateOnly.FromDateTime(At) : type == typeof(int) ? 1 : type == typeof(long) ? 1L : type == typeof(decimal) ? 1m
            : type == typeof(byte[]) ? new byte[] { 1 } : (object?)null;
        if (isEmpty && filled is not null)
        {
            property.SetValue(row, filled);
        }
    }
}
