using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Icans;
using CarNkMonitor.Monitoring.Decisions;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;
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

    /// <summary>CRS always, ICANS where the study grades it; a table that says nothing yet is not assessed.</summary>
    public IReadOnlyList<HeadGrade> Heads => [.. HeadTables.Select(table => HeadOf(table, Overview.Grades.FirstOrDefault(grade => grade.Table == table)?.Now))];

    static readonly TablePart[] HeadTables = [TablePart.Crs, new(AstctIcans.Criteria, "")];

    HeadGrade HeadOf(TablePart table, ToxicityNow? now) => new(
        new GradeBadge(TableNames.Of(table), now?.Low ?? 0, now?.High ?? 0, now?.State ?? GradeState.NotAssessed, IsBig: true), now, SignatureOf(table));

    /// <summary>The latest that a physician signed of a table; it stands beside the calculated grade, also when it no longer holds.</summary>
    public SignedGrade? SignatureOf(TablePart table) => Overview.Signatures.FirstOrDefault(signed => signed.Table == table);

    public bool MayRecord => staff.Person.May(Permission.Record) && Overview.Subject.Status == SubjectStatus.OnStudy;

    /// <summary>Who left may come back.</summary>
    public bool MayBringBack => staff.Person.May(Permission.ManageSubjects) && Overview.Subject.HasLeft;

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

/// <summary>CRS or ICANS, large.</summary>
/// <param name="Now">Null when the table has said nothing yet.</param>
public sealed record HeadGrade(GradeBadge Badge, ToxicityNow? Now, SignedGrade? Signature);
