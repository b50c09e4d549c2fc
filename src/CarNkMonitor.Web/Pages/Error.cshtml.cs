using CarNkMonitor.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages;

/// <summary>One plain page for everything that went wrong; it names no cause that an attacker could use.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, OpenToUnfinished, ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Status { get; set; }

    public string RequestId => HttpContext.TraceIdentifier;

    public string Heading => Status switch
    {
        400 => "This could not be understood",
        403 => "You may not do this",
        404 => "There is nothing here for you",
        429 => "Too many tries",
        _ => "Something went wrong",
    };

    public string Advice => Status switch
    {
        400 => "Nothing was saved. Go back, reload the page and try again.",
        403 => "Your role does not allow it. Ask your administrator if that is a surprise.",
        404 => "The address is wrong, or what it names does not belong to your site.",
        429 => "Wait a minute and try again.",
        _ => "Nothing was saved by this step. Go back and try again; the operator can see what happened.",
    };

    public void OnGet() => Answer();

    public void OnPost() => Answer();

    // Asked for by its own address, it must not look like an error of something else.
    void Answer() => Response.StatusCode = Status is >= 400 and <= 599 ? Status : StatusCodes.Status404NotFound;
}
