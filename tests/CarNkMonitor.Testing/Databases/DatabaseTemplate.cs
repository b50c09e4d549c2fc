namespace CarNkMonitor.Testing.Databases;

/// <summary>
/// Migrates each database once per test program, and gives every test a copy of the result: much faster than migrating per test.
/// Derive from it and register the derived class with <c>[assembly: AssemblyFixture(typeof(...))]</c>; test classes then take it
/// in their constructor.
/// </summary>
/// <param name="migrate">Brings an empty database to the state that tests start from, and leaves no open connection behind
/// (idle ones in the driver's pool are no matter).</param>
public abstract class DatabaseTemplate(Func<DatabaseProvider, string, Task> migrate) : IAsyncDisposable
{
    readonly Dictionary<DatabaseProvider, TestDatabase> templates = [];
    readonly SemaphoreSlim gate = new(1);

    /// <summary>
    /// A migrated database of the test's own. Without PostgreSQL on this machine, a test that asks for it is skipped,
    /// or fails with <c>CI=true</c>.
    /// </summary>
    public async Task<TestDatabase> Create(DatabaseProvider provider)
    {
        await gate.WaitAsync();
        try
        {
            return await (await Template(provider)).Copy();
        }
        finally
        {
            gate.Release();
        }
    }

    async Task<TestDatabase> Template(DatabaseProvider provider)
    {
        if (!templates.ContainsKey(provider))
            templates.Add(provider, await Migrated(provider));
        return templates[provider];
    }

    async Task<TestDatabase> Migrated(DatabaseProvider provider)
    {
        var database = await TestDatabase.Empty(provider);
        try
        {
            await migrate(provider, database.ConnectionString);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var template in templates.Values)
            await template.DisposeAsync();
        gate.Dispose();
        GC.SuppressFinalize(this);
    }
}
