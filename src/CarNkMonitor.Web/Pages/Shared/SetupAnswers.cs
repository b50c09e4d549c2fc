using CarNkMonitor.Monitoring.Observations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages.Shared;

/// <summary>How a form shows what a use case refused: beside the field of the same name.</summary>
public static class SetupAnswers
{
    /// <summary>The page again with 400.</summary>
    /// <param name="form">Name of the page's property that holds the form's fields.</param>
    public static IActionResult Again(this PageModel page, string form, IEnumerable<EntryProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(problems);
        foreach (var problem in problems)
        {
            page.ModelState.AddModelError($"{form}.{problem.Field}", problem.Reason);
        }

        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        return page.Page();
    }
}
