using System.Reflection;

namespace CarNkMonitor.Grading.Tests.Mutation;

/// <summary>
/// Which mutant is alive in a run. Stryker's code asks its file anew at each of the thousands of places that it changed, which makes the tests some twenty
/// times slower; the runner writes the file before each run, so that once a run is enough.
/// </summary>
static class ActiveMutant
{
    const BindingFlags Fields = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <exception cref="InvalidOperationException">Stryker's code is another than the one this was written for (5.1.0).</exception>
    public static void ReadOnce()
    {
        // The first run of all meets the library as it was built.
        if (Environment.GetEnvironmentVariable("STRYKER_MUTANT_FILE") is not { Length: > 0 } file
            || typeof(GradeResult).Assembly.GetTypes().SingleOrDefault(type => type.Name == "MutantControl") is not { } control)
        {
            return;
        }

        Set(control, "_mutantFilePathCached", true);
        Set(control, "_cachedMutantFilePath", "");
        Set(control, "ActiveMutant", BitConverter.ToInt32(File.ReadAllBytes(file)));
    }

    static void Set(Type control, string field, object value)
    {
        var found = control.GetField(field, Fields)
            ?? throw new InvalidOperationException($"Stryker's MutantControl has no field {field} any more: compare Mutation/ActiveMutant.cs with its version.");
        found.SetValue(null, value);
    }
}
