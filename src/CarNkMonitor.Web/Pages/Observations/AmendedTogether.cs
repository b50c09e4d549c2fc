using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Web.Pages.Observations;

/// <summary>Which values of a check stand on one form to amend, because one without the other may contradict it. Pure.</summary>
public static class AmendedTogether
{
    static readonly string[][] Groups =
    [
        ["sbp", "dbp"], ["oxygen_device", "oxygen_flow", "fio2"], ["vasopressor_agent", .. VasopressorRates.All.Select(rate => rate.Code)],
        [.. BedsideScore.Ice.Items, BedsideScore.Ice.NotDone], [.. BedsideScore.Capd.Items, BedsideScore.Capd.NotDone],
        ["seizure", "seizure_duration"], ["icp_sign", "papilloedema"], ["bilirubin_total", "bilirubin_direct"],
    ];

    /// <summary>The value and its partners of the same moment, in the order of the check; all rows of a code that several can stand for.</summary>
    public static IReadOnlyList<Observation> Of(Observation value, IEnumerable<Observation> ofCheck)
    {
        ArgumentNullException.ThrowIfNull(value);
        var codes = Groups.FirstOrDefault(group => group.Contains(value.Code)) ?? [value.Code];
        return [.. ofCheck.Where(row => row.ObservedAt == value.ObservedAt && codes.Contains(row.Code))];
    }

    /// <summary>What is not amended here: an infusion moves the calendar, and the total of a score follows its items.</summary>
    public static bool CanBeAmended(Observation value, IReadOnlyList<Observation> ofCheck)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(ofCheck);
        return value.Code != "infusion" && !value.Code.EndsWith("_attribution", StringComparison.Ordinal)
            && BedsideScore.All.All(score => score.Total != value.Code || !ofCheck.Any(row => score.Items.Contains(row.Code) && row.ObservedAt == value.ObservedAt));
    }
}
