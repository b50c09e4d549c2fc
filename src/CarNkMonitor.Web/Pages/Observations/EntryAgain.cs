using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages.Observations;

/// <summary>What the form for a check and the form that amends one do alike with an answer that stores nothing.</summary>
static class EntryAgain
{
    /// <summary>The page again with 400: each problem beside its field, with the unit that may have been meant.</summary>
    public static PageResult ShowAgain<TPage>(this TPage page, IEnumerable<EntryProblem> problems, Func<EntryProblem, string> fieldOf)
        where TPage : PageModel, IEntryPage
    {
        foreach (var problem in problems)
        {
            var field = fieldOf(problem);
            page.ModelState.AddModelError(field, RecordWords.Sentence(problem.Reason));
            if (problem.Offer is { } offer)
            {
                page.Offers[field] = offer;
            }
        }

        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        return page.Page();
    }
}
