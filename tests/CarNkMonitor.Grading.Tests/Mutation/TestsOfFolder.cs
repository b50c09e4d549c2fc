using System.Reflection;
using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Tests.Mutation;
using Xunit.Sdk;
using Xunit.v3;

[assembly: Xunit.TestFramework(typeof(TestsOfFolder))]
[assembly: Xunit.TestCollectionOrderer(typeof(LawsLast))]

namespace CarNkMonitor.Grading.Tests.Mutation;

/// <summary>
/// In mutation testing only the tests of the folders that <c>CARNK_MUTATION_TESTS</c> names run, and the worked cases: what the mutants of one table
/// do is for its own tests to find, and thousands of mutants are tried. A run ends with the first test that fails, since one is enough to notice a mutant,
/// and begins with nothing remembered, since one process tries many mutants.
/// </summary>
public sealed class TestsOfFolder : XunitTestFramework
{
    protected override ITestFrameworkDiscoverer CreateDiscoverer(Assembly assembly) => new Discoverer(TestAssembly(assembly));

    protected override ITestFrameworkExecutor CreateExecutor(Assembly assembly) => new Executor(TestAssembly(assembly));

    IXunitTestAssembly TestAssembly(Assembly assembly) => ((XunitTestFrameworkDiscoverer)base.CreateDiscoverer(assembly)).TestAssembly;

    sealed class Executor(IXunitTestAssembly assembly) : XunitTestFrameworkExecutor(assembly)
    {
        public override ValueTask RunTestCases(
            IReadOnlyCollection<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions, CancellationToken cancellationToken)
        {
            ActiveMutant.ReadOnce();
            KnownMissing.Forget();
            executionOptions.SetValue(TestOptionsNames.Execution.StopOnFail, (bool?)true);
            return base.RunTestCases(testCases, executionMessageSink, executionOptions, cancellationToken);
        }
    }

    sealed class Discoverer(IXunitTestAssembly assembly) : XunitTestFrameworkDiscoverer(assembly)
    {
        static readonly string[] Folders = Environment.GetEnvironmentVariable("CARNK_MUTATION_TESTS") is { Length: > 0 } named ? named.Split(' ') : [];

        protected override ValueTask<bool> FindTestsForType(
            IXunitTestClass testClass, ITestFrameworkDiscoveryOptions discoveryOptions, Func<ITestCase, ValueTask<bool>> discoveryCallback) =>
            Folders.Length == 0 || Folders.Any(folder => testClass.Class.FullName!.StartsWith($"CarNkMonitor.Grading.Tests.{folder}", StringComparison.Ordinal))
                ? base.FindTestsForType(testClass, discoveryOptions, discoveryCallback)
                : ValueTask.FromResult(true);
    }
}
