using System.Diagnostics;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Data;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CarNkMonitor.Web.Tests.Data;

public class BringUpToDateTests
{
    [Theory, OnBothDatabases]
    public async Task Two_programs_that_start_at_once_on_an_empty_database_both_come_up(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Empty(provider);
        await using var one = Program(database);
        await using var other = Program(database);

        await Task.WhenAll(BringUpToDate.Now(one.Services, TestContext.Current.CancellationToken), BringUpToDate.Now(other.Services, TestContext.Current.CancellationToken));

        await AssertComplete(database);
    }

    /// <summary>EF Core's lock on SQLite is a row; a killed process leaves it behind and every later start would wait for it for ever.</summary>
    [Fact]
    public async Task A_lock_that_a_killed_process_left_behind_holds_nobody_up()
    {
        await using var database = await TestDatabase.Empty(DatabaseProvider.Sqlite);
        await database.Execute("""
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-05-24 09:00:00.0000000+00:00');
            """);
        await using var program = Program(database);

        await BringUpToDate.Now(program.Services, TestContext.Current.CancellationToken);

        await AssertComplete(database);
    }

    /// <summary>Kills the real program at its first, second, third … write to the file, until one run gets through.</summary>
    [Fact]
    public async Task A_migration_that_is_killed_at_any_write_is_finished_by_the_next_start()
    {
        await using var database = await TestDatabase.Empty(DatabaseProvider.Sqlite);
        for (var writes = 1; writes <= 8; writes++)
        {
            await MigrateAndKillAfter(writes, database);
        }

        Assert.Equal(0, await MigrateAndKillAfter(int.MaxValue, database));
        await AssertComplete(database);
    }

    static WebApplication Program(TestDatabase database)
    {
        var builder = MonitorApp.CreateBuilder();
        builder.Configuration["ConnectionStrings:Monitor"] = database.ConnectionString;
        builder.Configuration["Database:Provider"] = database.Provider.ToString();
        builder.Configuration["Jobs:Enabled"] = "false";
        builder.Logging.ClearProviders();
        return MonitorApp.Build(builder);
    }

    static async Task AssertComplete(TestDatabase database)
    {
        await using var db = MonitorTemplate.Open(database.Provider, database.ConnectionString, TimeProvider.System);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await db.Users.CountAsync(TestContext.Current.CancellationToken));
    }

    static async Task<int> MigrateAndKillAfter(int writes, TestDatabase database)
    {
        var file = database.ConnectionString.Split('=')[1];
        using var watcher = new FileSystemWatcher(Path.GetDirectoryName(file)!);
        var seen = 0;
        var enough = new TaskCompletionSource();
        watcher.Changed += (_, _) =>
        {
            if (Interlocked.Increment(ref seen) >= writes)
            {
                enough.TrySetResult();
            }
        };
        watcher.EnableRaisingEvents = true;
        using var program = Process.Start(new ProcessStartInfo("dotnet", [typeof(MonitorApp).Assembly.Location, "migrate"])
        {
            Environment = { ["ConnectionStrings__Monitor"] = database.ConnectionString }, RedirectStandardOutput = true,
        })!;
        var ended = program.WaitForExitAsync(TestContext.Current.CancellationToken);
        if (await Task.WhenAny(ended, enough.Task) == enough.Task)
        {
            program.Kill();
        }

        await ended;
        return program.ExitCode;
    }
}
