using System.Diagnostics;
using System.Globalization;

/// <summary>
/// Ends the program as a power cut would, at one named step of the path. The runtime loads it into the unchanged program through
/// <c>DOTNET_STARTUP_HOOKS</c>, which prescribes the name and the missing namespace. <c>KILL_AT=after notice.claim</c> is the moment at which
/// that step is committed, <c>before notice.nudge</c> the one before that step has done anything, and <c>after event.store:2</c> its second time.
/// </summary>
sealed class StartupHook
{
    readonly string _step;
    int _left;

    StartupHook(string step, int times) => (_step, _left) = (step, times);

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("KILL_AT") is not { Length: > 0 } order)
            return;
        var parts = order.Split(' ', ':');
        var hook = new StartupHook(parts[1], parts.Length > 2 ? int.Parse(parts[2], CultureInfo.InvariantCulture) : 1);
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "CarNkMonitor",
            Sample = (ref _) => ActivitySamplingResult.AllData,
        };
        _ = parts[0] switch
        {
            "before" => listener.ActivityStarted = hook.Count,
            "after" => listener.ActivityStopped = hook.Count,
            _ => throw new ArgumentException($"KILL_AT is '{order}'; it begins with before or after."),
        };
        ActivitySource.AddActivityListener(listener);
    }

    void Count(Activity activity)
    {
        if (activity.OperationName == _step && Interlocked.Decrement(ref _left) == 0)
            Process.GetCurrentProcess().Kill();
    }
}
