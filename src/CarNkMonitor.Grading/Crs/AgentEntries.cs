using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Crs;

/// <summary>The agents seen running at one instant; all of them are one set.</summary>
sealed record AgentSet(Vasopressors Agents, IReadOnlyList<Fact> Facts);

/// <summary>Turns vasopressor entries into stretches over which each set stands.</summary>
static class AgentEntries
{
    public static Standing<AgentSet>[] Of(Fact[] sorted)
    {
        var standing = new List<Standing<AgentSet>>(sorted.Length);
        for (var index = 0; index < sorted.Length;)
        {
            var set = Timed.SetFrom(sorted, index);
            index += set.Count;
            standing.AddRange(Stretches(set, StandingEntries.Earlier(set[0].ObservedAt + CrsTimes.LatestWithin, Timed.At(sorted, index))));
        }

        return [.. standing];
    }

    /// <summary>One stretch for each time an agent of the set ends.</summary>
    static IEnumerable<Standing<AgentSet>> Stretches(ArraySegment<Fact> set, DateTime limit)
    {
        var entered = set[0].ObservedAt;
        if (set.Count == 1)
        {
            return [Stretch(entered, entered, StandingEntries.Earlier(limit, set[0].EndedAt), set)];
        }

        DateTime[] ends = [.. set.Select(fact => StandingEntries.Earlier(limit, fact.EndedAt)).Distinct().Order()];
        return ends.Zip([entered, .. ends], (end, from) => Stretch(entered, from, end, [.. set.Where(fact => StandingEntries.Earlier(limit, fact.EndedAt) >= end)]));
    }

    static Standing<AgentSet> Stretch(DateTime entered, DateTime from, DateTime to, IReadOnlyList<Fact> running)
    {
        var agents = running.Aggregate(Vasopressors.None, (all, fact) => all | CrsCodes.Agent(fact.Coded ?? ""));
        return new Standing<AgentSet>(entered, from, to, new AgentSet(agents, running), (int)(HypotensionFinding.OnAgents(agents) ?? Hypotension.Absent));
    }
}
