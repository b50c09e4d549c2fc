using CarNkMonitor.Monitoring.Alerts;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>Whether a text to a level of the on-call list can reach anybody.</summary>
public enum LevelCoverage
{
    Covered,
    NobodyReachable,

    /// <summary>Only phones of mainland China: texts there go one way and may be held back (escalation: the texts).</summary>
    OnlyOneWayTexts,
}

static class LevelCoverages
{
    /// <summary>Of the contacts of one level, with their staff members loaded.</summary>
    public static LevelCoverage Of(IEnumerable<Contact> contacts)
    {
        var reachable = contacts.Where(OnCallList.CanBeReached).ToList();
        return reachable.Count == 0 ? LevelCoverage.NobodyReachable
            : reachable.TrueForAll(HasOneWayTexts) ? LevelCoverage.OnlyOneWayTexts
            : LevelCoverage.Covered;
    }

    static bool HasOneWayTexts(Contact contact) => contact.Phone.StartsWith("+86", StringComparison.Ordinal);
}
