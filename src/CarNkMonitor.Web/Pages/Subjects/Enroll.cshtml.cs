using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CarNkMonitor.Web.Pages.Subjects;

/// <summary>A coordinator enrolls a participant.</summary>
[Authorize(Policies.CanManageSubjects)]
public sealed class EnrollModel(MonitorContext db, EnrollSubject enroll, CurrentStaff staff, TimeProvider time) : PageModel
{
    public static readonly IReadOnlyList<(Sex Sex, string Word)> Sexes = [(Sex.Female, "Female"), (Sex.Male, "Male"), (Sex.Unknown, "Not known")];

    [BindProperty]
    public EnrollForm Form { get; set; } = new();

    public IReadOnlyList<Site> Sites { get; private set; } = [];

    public IEnumerable<SelectListItem> SiteChoices => Sites.Select(site => new SelectListItem(site.Name, site.Id.ToString()));

    public async Task OnGet(CancellationToken cancel) =>
        Sites = await db.SitesFor(staff.Person).AsNoTracking().OrderBy(site => site.Name).ToListAsync(cancel);

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        await OnGet(cancel);
        if (Form.Sex is null)
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.Sex)}", "Choose the sex, or that it is not known.");
        }

        if (!ModelState.IsValid)
        {
            return this.Again(nameof(Form), []);
        }

        return await enroll.Enroll(staff.Person, Form.Enrollment(Today()), cancel) switch
        {
            Enrolled enrolled => RedirectToPage("/Subjects/Subject", new { id = enrolled.SubjectId }),
            EnrollmentRefused refused => this.Again(nameof(Form), refused.Problems),
            _ => NotFound(),
        };
    }

    /// <summary>On the calendar of the chosen site.</summary>
    DateOnly Today()
    {
        var zone = DateTimeZoneProviders.Tzdb[Sites.FirstOrDefault(site => site.Id == Form.SiteId)?.Zone ?? "UTC"];
        return Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(zone).Date.ToDateOnly();
    }
}

/// <summary>What was typed; the names are those of <see cref="Enrollment"/>.</summary>
public sealed class EnrollForm
{
    public Guid? SiteId { get; set; }
    public string? SubjectCode { get; set; }
    public Sex? Sex { get; set; }
    public DateOnly? EnrolledOn { get; set; }
    public DateOnly? BirthDate { get; set; }
    public int? AgeDays { get; set; }
    public DateOnly? ConditioningFrom { get; set; }
    public DateOnly? ConditioningTo { get; set; }

    public Enrollment Enrollment(DateOnly today) => new(
        SiteId ?? Guid.Empty, SubjectCode ?? "", Sex ?? Monitoring.Subjects.Sex.Unknown, EnrolledOn ?? today, BirthDate, AgeDays, ConditioningFrom, ConditioningTo);
}
