namespace CarNkMonitor.Monitoring.Observations;

/// <summary>Which rate belongs to which agent: the codes of the catalogue that end in <c>_rate</c>. Pure.</summary>
public static class VasopressorRates
{
    /// <summary>In the order of the catalogue.</summary>
    public static IReadOnlyList<(string Agent, string Code)> All { get; } =
    [
        .. from agent in ObservationCatalog.Default["vasopressor_agent"].Codes
           where ObservationCatalog.Default.Find(CodeOf(agent)) is not null
           select (agent, CodeOf(agent)),
    ];

    static string CodeOf(string agent) => $"{agent}_rate";
}
