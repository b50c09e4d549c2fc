using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CarNkMonitor.Monitoring.Tests.Data;

public class MigrationTests(MonitorTemplate databases)
{
    /// <summary>Fails when the model changed and <c>migrations/add.sh</c> was not run for this provider.</summary>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=:memory:")]
    [InlineData(DatabaseProvider.Postgres, "Host=nowhere")]
    public void No_change_of_the_model_waits_for_its_migration(DatabaseProvider provider, string connection)
    {
        using var db = MonitorTemplate.Open(provider, connection, TimeProvider.System);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory, OnBothDatabases]
    public async Task An_empty_database_migrates_to_the_last_one(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Empty(provider);
        await using var db = database.Open(TimeProvider.System);

        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);

        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await db.Users.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Both_databases_have_the_same_migrations()
    {
        Assert.Equal(NamesFor(DatabaseProvider.Sqlite, "Data Source=:memory:"), NamesFor(DatabaseProvider.Postgres, "Host=nowhere"));

        static IEnumerable<string> NamesFor(DatabaseProvider provider, string connection)
        {
            using var db = MonitorTemplate.Open(provider, connection, TimeProvider.System);
            return [.. db.Database.GetMigrations().Select(id => id.Split('_', 2)[1])];
        }
    }

    [Theory, OnBothDatabases]
    public async Task Phones_that_are_off_keep_why_when_it_becomes_more_than_a_sentence(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Empty(provider);
        await using var db = database.Open(TimeProvider.System);
        await db.GetService<IMigrator>().MigrateAsync("Initial", TestContext.Current.CancellationToken);
        string?[] sentences =
        [
            null, "The person replied STOP.", "The provider says that texts cannot reach this phone (error 21610).",
            "The provider says that texts cannot reach this phone (error 30005).", "Replied that the phone is not on duty.", "replaced",
        ];
        foreach (var (number, sentence) in sentences.Index())
        {
            var (id, phone) = (Guid.CreateVersion7(), $"+4915100000{number:D3}");
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO contacts (id, label, phone, is_enabled, disabled_because) VALUES ({id}, 'Ward', {phone}, {sentence is null}, {sentence})",
                TestContext.Current.CancellationToken);
        }

        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            [null, PhoneOff.Stopped, PhoneOff.Stopped, PhoneOff.OfNoUse, PhoneOff.NotOnDuty, PhoneOff.Replaced],
            await db.Contacts.OrderBy(contact => contact.Phone).Select(contact => contact.Off).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory, OnBothDatabases]
    public async Task Migrating_again_changes_nothing(DatabaseProvider provider)
    {
        await using var database = await databases.Create(provider);
        await using var db = database.Open(TimeProvider.System);

        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
    }
}
