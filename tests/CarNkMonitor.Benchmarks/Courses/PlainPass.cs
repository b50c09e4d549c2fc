using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Benchmarks.Courses;

/// <summary>What a course is measured against: one pass over the facts that only looks for fever.</summary>
static class PlainPass
{
    public static int Fevers(IReadOnlyList<Fact> facts)
    {
        var fevers = 0;
        foreach (var fact in facts)
        {
            fevers += fact.Code == "temperature" && fact.Value >= 38.0m ? 1 : 0;
        }

        return fevers;
    }
}
