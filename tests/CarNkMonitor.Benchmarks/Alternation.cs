using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;

namespace CarNkMonitor.Benchmarks;

/// <summary>
/// The ratio of two methods that are run in turns, a few milliseconds each: the clock of a shared machine moves by half between one benchmark and the next,
/// and in turns it moves for both. Each turn goes through every place that a call may have on the stack within a line of the cache, because a large value
/// that lies across two lines is copied at half the speed. The median of all rounds counts.
/// </summary>
static class Alternation
{
    const int Rounds = 61;
    const int LineOfCache = 64, Alignment = 16;
    static readonly TimeSpan Warming = TimeSpan.FromMilliseconds(600);
    static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(1);

    public static double Ratio(BenchmarkCase method, BenchmarkCase baseline)
    {
        var instance = InstanceOf(method);
        var (one, other) = (Timer.Of(instance, method.Descriptor.WorkloadMethod), Timer.Of(instance, baseline.Descriptor.WorkloadMethod));
        var (calls, otherCalls) = (Warm(one), Warm(other));
        var ratios = Enumerable.Range(0, Rounds).Select(_ => PerCall(one, calls) / PerCall(other, otherCalls)).Order().ToArray();
        return ratios[Rounds / 2];
    }

    static double PerCall(Timer timer, int calls)
    {
        var nanoseconds = 0d;
        for (var place = 0; place < LineOfCache; place += Alignment)
        {
            nanoseconds += timer.Time(calls, place);
        }

        return nanoseconds / calls;
    }

    static object InstanceOf(BenchmarkCase method)
    {
        var type = method.Descriptor.Type;
        var instance = Activator.CreateInstance(type)!;
        foreach (var parameter in method.Parameters.Items)
        {
            type.GetProperty(parameter.Name)!.SetValue(instance, parameter.Value);
        }

        foreach (var setup in type.GetMethods().Where(one => one.IsDefined(typeof(GlobalSetupAttribute))))
        {
            setup.Invoke(instance, null);
        }

        return instance;
    }

    /// <summary>Until it is compiled fully; says how many calls make one turn.</summary>
    static int Warm(Timer timer)
    {
        var (began, calls) = (Stopwatch.GetTimestamp(), 1);
        while (Stopwatch.GetElapsedTime(began) < Warming)
        {
            calls = (int)Math.Clamp(Turn.TotalNanoseconds * calls / timer.Time(calls, 0), 1, 1_000_000);
        }

        return calls;
    }

    abstract class Timer
    {
        public static Timer Of(object instance, MethodInfo method) =>
            (Timer)Activator.CreateInstance(typeof(Timer<>).MakeGenericType(method.ReturnType), method.CreateDelegate(typeof(Func<>).MakeGenericType(method.ReturnType), instance))!;

        /// <summary>Nanoseconds of so many calls, made so many bytes further down the stack.</summary>
        public abstract double Time(int calls, int place);
    }

    sealed class Timer<T>(Func<T> call) : Timer
    {
        /// <summary>Compiled once: a runtime that watches it run would write one of the two methods into the loop and not the other.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override double Time(int calls, int place)
        {
            Span<byte> further = stackalloc byte[place];
            further.Clear();
            var last = call();
            var began = Stopwatch.GetTimestamp();
            for (var left = calls; left > 0; left--)
            {
                last = call();
            }

            var took = Stopwatch.GetElapsedTime(began);
            GC.KeepAlive(last);
            return took.TotalNanoseconds;
        }
    }
}
