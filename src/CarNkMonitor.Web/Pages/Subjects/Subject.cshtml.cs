using CarNkMonitor.Monitoring.Decisions;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages.Subjects;

/// <summary>A participant's page.</summary>
[Authorize(Policy = Policies.CanReadSubjects)]
public sealed class SubjectModel(ReadSubject subjects, CurrentStaff staff) : PageModel
{
    public SubjectOverview Overview { get; private set; } = null!;
    public WallClock Clock { get; private set; } = null!;

    public bool ShowsGrades => staff.Person.May(Permission.ReadGrades);

    /// <summary>The latest that a physician signed of CRS; it stands beside the calculated grade, also when it no longer holds.</summary>
    public SignedGrade? CrsSignature => Overview.Signatures.FirstOrDefault(signed => signed.Grade.Criteria == Overview.Crs?.Criteria);

    public bool MayRecord => staff.Person.May(Permission.Record) && Overview.Subject.Status == SubjectStatus.OnStudy;

    public bool MayManage => staff.Person.May(Permission.ManageSubjects) && Overview.Subject.Status == SubjectStatus.OnStudy;

    public bool MaySetAlarmLimits => Policies.Allows(Policies.CanManageTrial, staff.Person);

    public bool OpensAlerts => Policies.Allows(Policies.CanReadAlerts, staff.Person);

    public async Task<IActionResult> OnGet(Guid id, CancellationToken cancel)
    {
        if (await subjects.For(staff.Person, id, cancel) is not { } found)
        {
            return NotFound();
        }

        (Overview, Clock) = (found, new WallClock(found.Calendar.ZoneAt(found.Now).Id, found.Now));
        return Page();
    }
}
