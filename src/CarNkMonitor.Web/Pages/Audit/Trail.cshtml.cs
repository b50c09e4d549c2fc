using System.Globalization;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages.Audit;

/// <summary>The audit trail of a study by a filter, and the same as a file. Addresses hold opaque ids and names of columns, never data of a subject.</summary>
[Authorize(Policies.CanReadAudit)]
public sealed class TrailModel(FindAudit find, ExportAudit export, CurrentStaff staff, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public TrailForm Form { get; set; } = new();

    /// <summary>Sequence of the last row of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Older { get; set; }

    public AuditPage Shown { get; private set; } = null!;

    /// <summary>On which the filter's times are read.</summary>
    public string Zone => staff.Person.Site?.Zone ?? "UTC";

    public WallClock ClockOf(AuditRow row) => new(row.Zone ?? Zone, time.Now());

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (Form.Read(Zone, ModelState) is not { } filter)
        {
            Shown = new AuditPage([], null, await find.Choices(staff.Person, cancel));
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Shown = await find.For(staff.Person, filter, Older, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostExport(CancellationToken cancel)
    {
        if (Form.Read(Zone, ModelState) is not { } filter)
        {
            return await OnGet(cancel);
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"audit-{time.Now():yyyyMMdd'T'HHmmss'Z'}.csv");
        (Response.ContentType, Response.Headers.ContentDisposition) = ("text/csv; charset=utf-8", $"attachment; filename=\"{name}\"");
        await export.Run(staff.Person, filter, Response.Body, cancel);
        return new EmptyResult();
    }
}
