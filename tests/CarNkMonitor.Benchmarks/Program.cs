// Ratios on one machine, not a part of the tests: dotnet run -c Release --project tests/CarNkMonitor.Benchmarks -- --filter '*'
// Where CARNK_BENCHMARKS names a file, the figures are written there for tests/proof.sh.
var summaries = BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(CarNkMonitor.Benchmarks.Figures).Assembly).Run(args);
if (Environment.GetEnvironmentVariable("CARNK_BENCHMARKS") is { Length: > 0 } file)
{
    File.WriteAllLines(file, CarNkMonitor.Benchmarks.Figures.Of(summaries));
}
