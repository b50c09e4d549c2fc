using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;
using Microsoft.EntityFrameworkCore;

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
    public async Task Migrating_again_changes_nothing(DatabaseProvider provider)
    {
        await using var database = await databases.Create(provider);
        await using var db = database.Open(TimeProvider.System);

        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
    }
}
