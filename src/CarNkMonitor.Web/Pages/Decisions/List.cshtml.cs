using CarNkMonitor.Monitoring.Decisions;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages.Decisions;

/// <summary>What waits for a physician: proposed causes, statements to renew, own signatures that no longer stand.</summary>
[Authorize(Policies.CanConfirmGrade)]
public sealed class ListModel(OpenDecisions decisions, CurrentStaff staff) : PageModel
{
    public DecisionList Open { get; private set; } = null!;

    public async Task OnGet(CancellationToken cancel) => Open = await decisions.For(staff.Person, cancel);

    /// <summary>Every time is on the clock where the participant is.</summary>
    public WallClock ClockOf(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return new WallClock(subject.DischargedHomeAt <= Open.Now && subject.HomeZone is { } home ? home : subject.Site!.Zone, Open.Now);
    }
}
