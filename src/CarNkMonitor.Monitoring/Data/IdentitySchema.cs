using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CarNkMonitor.Monitoring.Data;

/// <summary>Identity's schema is the one that knows passkeys, chosen before the first migration so that they can come later without one.</summary>
public static class IdentitySchema
{
    public static void Choose(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

    internal static readonly IServiceProvider Services =
        new ServiceCollection().AddOptions().Configure<IdentityOptions>(Choose).BuildServiceProvider();
}
