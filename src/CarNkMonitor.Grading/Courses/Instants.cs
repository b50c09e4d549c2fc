using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Courses;

/// <summary>The instants that a walk visits.</summary>
static class Instants
{
    /// <summary>Those of all these facts, ascending, each once.</summary>
    public static DateTime[] Of(IEnumerable<Fact[]> facts)
    {
        HashSet<DateTime> instants = [];
        foreach (var some in facts)
        {
            instants.AddAll(some);
        }

        return Sorted(instants);
    }

    /// <summary>Each fact's own instant, and when each of these times has passed since.</summary>
    public static void AddAll(this HashSet<DateTime> instants, Fact[] facts, params ReadOnlySpan<TimeSpan> lives)
    {
        foreach (var fact in facts)
        {
            instants.Add(fact.ObservedAt);
            foreach (var life in lives)
            {
                instants.Add(fact.ObservedAt + life);
            }
        }
    }

    /// <summary>
    /// Each fact's own instant, and when what only the latest fact tells has run out: this long after it, unless another one has come.
    /// </summary>
    public static void AddLatest(this HashSet<DateTime> instants, Fact[] sorted, TimeSpan life)
    {
        for (var index = 0; index < sorted.Length; index++)
        {
            var at = sorted[index].ObservedAt;
            instants.Add(at);
            if (Timed.At(sorted, index + 1) >= at + life)
            {
                instants.Add(at + life);
            }
        }
    }

    /// <summary>Ascending. Checks come in step, so that most instants are named many times: a set is sorted much sooner than a list.</summary>
    public static DateTime[] Sorted(HashSet<DateTime> instants)
    {
        DateTime[] sorted = [.. instants];
        Array.Sort(sorted);
        return sorted;
    }
}
