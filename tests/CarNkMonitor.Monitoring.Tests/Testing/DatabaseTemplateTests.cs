using System.Globalization;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Testing;

public class DatabaseTemplateTests(NotesTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task Each_test_gets_what_the_template_holds(DatabaseProvider provider)
    {
        await using var database = await databases.Create(provider);

        Assert.Equal(provider, database.Provider);
        Assert.Equal("from the template", await Ask(database, "SELECT words FROM note"));
    }

    [Theory, OnBothDatabases]
    public async Task What_one_test_writes_no_other_test_sees(DatabaseProvider provider)
    {
        await using var one = await databases.Create(provider);
        await using var other = await databases.Create(provider);

        await one.Execute("INSERT INTO note VALUES ('mine')");

        Assert.Equal("2", await Ask(one, "SELECT count(*) FROM note"));
        Assert.Equal("1", await Ask(other, "SELECT count(*) FROM note"));
    }

    [Theory, OnBothDatabases]
    public async Task Many_tests_at_once_share_one_migration(DatabaseProvider provider)
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => databases.Create(provider)));

        Assert.Equal(8, made.Select(database => database.ConnectionString).Distinct().Count());
        Assert.InRange(NotesTemplate.Migrations, 1, 2);   // at most one per provider
        foreach (var database in made)
            await database.DisposeAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_disposed_database_is_gone_even_when_somebody_is_still_connected(DatabaseProvider provider)
    {
        var database = await databases.Create(provider);
        await using var forgotten = await database.Connect();

        await database.DisposeAsync();

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Ask(database, "SELECT words FROM note"));
    }

    [Theory, OnBothDatabases]
    public async Task A_failing_migration_fails_the_test_and_not_the_next_one(DatabaseProvider provider)
    {
        await using var template = new SecondTimeLucky();

        await Assert.ThrowsAsync<InvalidOperationException>(() => template.Create(provider));

        await using var database = await template.Create(provider);
        Assert.Equal("1", await Ask(database, "SELECT 1"));
    }

    [Fact]
    public async Task Sqlite_writes_ahead_as_the_program_does()
    {
        await using var database = await databases.Create(DatabaseProvider.Sqlite);

        Assert.Equal("wal", await Ask(database, "PRAGMA journal_mode"));
    }

    static async Task<string?> Ask(TestDatabase database, string sql)
    {
        await using var connection = await database.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    sealed class SecondTimeLucky : DatabaseTemplate
    {
        public SecondTimeLucky() : this(new Queue<string>(["the first time"])) { }

        SecondTimeLucky(Queue<string> failures)
            : base((_, _) => failures.TryDequeue(out var why) ? throw new InvalidOperationException(why) : Task.CompletedTask) { }
    }
}
