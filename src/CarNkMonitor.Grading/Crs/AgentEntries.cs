using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Crs;

/// <summary>The agents seen running at one instant; all of them are one set.</summary>
sealed record AgentSet(Vasopressors Agents, IReadOnlyList<Fact> Facts);

/// <summary>Turns vasopressor entries into stretches over which each set stands.</summary>
static class AgentEntries
{
    public static Standing<AgentSet>[] Of(IEnumerable<Fact> facts)
    {
        var sets = facts.GroupBy(fact => fact.ObservedAt).OrderBy(set => set.Key).Select(set => set.ToArray()).ToArray();
        return [.. sets.SelectMany((set, index) => Stretches(set, index + 1 < sets.Length ? sets[index + 1][0].ObservedAt : null))];
    }

    /// <summary>One stretch for each time an agent of the set ends.</summary>
    static IEnumerable<Standing<AgentSet>> Stretches(Fact[] set, DateTime? nextSet)
    {
        var entered = set[0].ObservedAt;
        var limit = StandingEntries.Earlier(entered + CrsTimes.LatestWithin, nextSet);
        var from = entered;
        foreach (var end in set.Select(fact => StandingEntries.Earlier(limit, fact.EndedAt)).Distinct().Order())
        {
            var running = set.Where(fact => StandingEntries.Earlier(limit, fact.EndedAt) >= end).ToArray();
            yield return Stretch(entered, from, end, running);
            from = end;
        }
    }

    static Standing<AgentSet> Stretch(DateTime entered, DateTime from, DateTime to, Fact[] running)
    {
        var agents = running.Aggregate(Vasopressors.None, (all, fact) => all | CrsCodes.Agent(fact.Coded ?? ""));
        return new Standing<AgentSet>(entered, from, to, new AgentSet(agents, running), (int)(HypotensionFinding.OnAgents(agents) ?? Hypotension.Absent));
    }
}
