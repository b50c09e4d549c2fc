using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages.Account;

/// <summary>The two ways in which a form is answered.</summary>
public static class Answers
{
    /// <summary>To where the person wanted to go, if that lies on this host; else to the start.</summary>
    public static IActionResult Onward(this PageModel page, string? returnUrl)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.LocalRedirect(page.Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }

    /// <summary>The form again, with what is wrong with it.</summary>
    public static IActionResult Again(this PageModel page, params IEnumerable<string> why)
    {
        ArgumentNullException.ThrowIfNull(page);
        foreach (var sentence in why)
        {
            page.ModelState.AddModelError("", sentence);
        }

        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        return page.Page();
    }
}
