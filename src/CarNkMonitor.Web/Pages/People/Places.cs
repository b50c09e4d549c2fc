using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Pages.People;

/// <summary>The places where a person can work, as choices of a form: a site, a whole study, or the installation.</summary>
public sealed class Places
{
    readonly Dictionary<StaffPlace, string> _names;

    Places(Dictionary<StaffPlace, string> names) => _names = names;

    public static async Task<Places> All(MonitorContext db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var studies = await db.Studies.AsNoTracking().OrderBy(study => study.Code).ToListAsync(cancel);
        var sites = await db.Sites.AsNoTracking().OrderBy(site => site.Name).ToListAsync(cancel);
        var names = new Dictionary<StaffPlace, string> { [StaffPlace.Installation] = "This installation" };
        foreach (var study in studies)
        {
            names[new StaffPlace(study.Id, null)] = $"{study.Code}, all sites";
            foreach (var site in sites.Where(site => site.StudyId == study.Id))
            {
                names[new StaffPlace(study.Id, site.Id)] = $"{study.Code}, {site.Name}";
            }
        }

        return new Places(names);
    }

    /// <summary>False in an installation where no site is open yet.</summary>
    public bool HasSite => _names.Keys.Any(place => place.SiteId is not null);

    public string NameOf(StaffPlace place) => _names.GetValueOrDefault(place, "An unknown place");

    public IEnumerable<SelectListItem> Choices => _names.Select(entry => new SelectListItem(entry.Value, ValueOf(entry.Key)));

    /// <summary>The place that a form names; null when there is no such place.</summary>
    public StaffPlace? Chosen(string? value) => _names.Keys.SingleOrDefault(place => ValueOf(place) == (value ?? ""));

    public static string ValueOf(StaffPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return $"{place.StudyId}/{place.SiteId}";
    }
}
