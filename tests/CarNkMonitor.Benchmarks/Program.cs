// Ratios on one machine, not a part of the tests: dotnet run -c Release --project tests/CarNkMonitor.Benchmarks -- --filter '*'
BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(CarNkMonitor.Benchmarks.Trends.TemperatureChart).Assembly).Run(args);
