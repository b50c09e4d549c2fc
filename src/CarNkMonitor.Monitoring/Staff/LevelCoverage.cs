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
    /// <summary>Of the contacts of one level of a site, with their staff members loaded.</summary>
    public static LevelCoverage Of(IEnumerable<Contact> contacts, Site site)
    {
        var reachable = contacts.Where(contact => OnCallList.CanAnswer(contact, site)).ToList();
        return reachable.Count == 0 ? LevelCoverage.NobodyReachable
            : reachable.TrueForAll(HasOneWayTexts) ? LevelCoverage.OnlyOneWayTexts
            : LevelCoverage.Covered;
    }

    static bool HasOneWayTexts(Contact contact) => contact.Phone.StartsWith("+86", StringComparison.Ordinal);
}
