using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace CarNkMonitor.Testing.Databases;

/// <summary>Runs a theory with one argument, a <see cref="DatabaseProvider"/>, once per database.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnBothDatabasesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<DatabaseProvider>().Select(provider => new TheoryDataRow<DatabaseProvider>(provider))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
