using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages;

/// <summary>The start: leads everybody to the first place of the own navigation.</summary>
public sealed class IndexModel(CurrentStaff staff, Navigation navigation) : PageModel
{
    public IActionResult OnGet() => navigation.For(staff.Person) is [var first, ..] ? LocalRedirect(first.Path) : Page();
}
