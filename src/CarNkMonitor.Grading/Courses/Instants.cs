namespace CarNkMonitor.Grading.Courses;

/// <summary>The instants that a walk visits.</summary>
static class Instants
{
    /// <summary>Ascending, each once; sorts in place.</summary>
    public static IEnumerable<DateTime> Sorted(DateTime[] instants)
    {
        Array.Sort(instants);
        for (var index = 0; index < instants.Length; index++)
        {
            if (index == 0 || instants[index] != instants[index - 1])
            {
                yield return instants[index];
            }
        }
    }
}
