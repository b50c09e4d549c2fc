using CarNkMonitor.Web.Tests.Audit;
using CarNkMonitor.Web.Tests.Demo;
using CarNkMonitor.Web.Tests.Phone;
using CarNkMonitor.Web.Tests.RealData;
using CarNkMonitor.Web.Tests.Support;
using CarNkMonitor.Web.Tests.WholePath;
using Xunit.Sdk;
using Xunit.v3;

[assembly: Xunit.TestCollectionOrderer(typeof(LongestFirst))]

namespace CarNkMonitor.Web.Tests.Support;

/// <summary>
/// The classes that take minutes begin first. A class runs its tests one after the other, and one of these that began last would keep the whole run waiting
/// while nothing else is left to do beside it.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    static readonly Type[] Long =
        [typeof(KilledOnPostgresTests), typeof(KilledOnSqliteTests), typeof(AccessibilityTests), typeof(DemoTests), typeof(RealDataTests), typeof(EveryUseCaseTests)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(collection => Place(collection.TestCollectionDisplayName))];

    static int Place(string name) => Array.FindIndex(Long, type => name.Contains($"{type.FullName} ", StringComparison.Ordinal)) is >= 0 and var place ? place : Long.Length;
}
