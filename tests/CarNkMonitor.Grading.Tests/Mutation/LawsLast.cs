using Xunit.v3;

namespace CarNkMonitor.Grading.Tests.Mutation;

/// <summary>The quick tests before the laws: most mutants are noticed by the first few tests, and a law tries hundreds of inputs.</summary>
public sealed class LawsLast : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : Xunit.Sdk.ITestCollection =>
        [.. testCollections.OrderBy(collection => collection.TestCollectionDisplayName.Contains("Laws", StringComparison.Ordinal))];
}
