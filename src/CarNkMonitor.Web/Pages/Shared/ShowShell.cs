using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Decisions;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Health;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CarNkMonitor.Web.Pages.Shared;

/// <summary>Puts who is signed in, where one can go, and what everybody must know around every page.</summary>
public sealed class ShowShell(CurrentStaff staff, JobsPulse pulse, Navigation navigation, AlertList alerts, OpenDecisions decisions, FailedSignIns signIns) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (context.Result is PageResult { ViewData: var viewData } page)
        {
            var shown = viewData ?? (page.ViewData = ((PageModel)page.Model!).ViewData);
            (await Shell(context.HttpContext.RequestAborted)).ShowOn(shown);
        }

        await next();
    }

    async Task<PageShell> Shell(CancellationToken cancel)
    {
        var person = staff.PersonOrNull;
        var shell = person is null || UnfinishedSignIn.NextStepOf(person) is not null
            ? PageShell.SignedOut
            : new PageShell(person.DisplayName, WordFor(person.Role), person.Site?.Name, person.Site?.Zone, await Places(person, cancel));
        return shell with { IsDemo = navigation.IsDemo, Alarm = person is null ? null : await pulse.Glance(cancel) };
    }

    async Task<IReadOnlyList<Place>> Places(StaffMember person, CancellationToken cancel)
    {
        List<Place> counted = [];
        foreach (var place in navigation.For(person))
        {
            counted.Add(place with { Count = await CountAt(place, person, cancel) });
        }

        return counted;
    }

    /// <summary>Beside the alerts stands how many nobody has accepted, beside the decisions how many wait, beside the people how often somebody seems to have guessed a password.</summary>
    async Task<int> CountAt(Place place, StaffMember person, CancellationToken cancel) => place.Path switch
    {
        Navigation.Alerts => await alerts.CountCalling(person, cancel),
        Navigation.Decisions => await decisions.Count(person, cancel),
        Navigation.People => await signIns.CountAlarms(cancel),
        _ => 0,
    };

    /// <summary>The role in the words of the screen.</summary>
    public static string WordFor(StaffRole role) => role switch
    {
        StaffRole.Nurse => "Nurse",
        StaffRole.Physician => "Physician",
        StaffRole.Investigator => "Investigator",
        StaffRole.Coordinator => "Coordinator",
        StaffRole.HomeOncologist => "Home oncologist",
        StaffRole.Monitor => "Monitor",
        StaffRole.Administrator => "Administrator",
    };
}
