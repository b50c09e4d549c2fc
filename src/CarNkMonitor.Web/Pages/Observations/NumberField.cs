using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CarNkMonitor.Web.Pages.Observations;

/// <summary>One number of the bedside form, with everything that may stand beside it: its last value, an error, an offer.</summary>
public sealed record NumberField(CheckModel Page, string Code, string Label, bool HasDecimals = false)
{
    public string Name => $"{nameof(CheckForm.Values)}[{Code}]";

    public string Id => TagBuilder.CreateSanitizedId(Name, "_");

    public string? Typed => Page.Form.Value(Code);

    public string Unit => Page.Form.UnitOf(Code);

    public string UnitName => $"{nameof(CheckForm.Units)}[{Code}]";

    public bool IsWrong => Page.ModelState.TryGetValue(Name, out var entry) && entry.Errors.Count > 0;

    public UnitOffer? Offer => Page.Offers.GetValueOrDefault(Name);

    /// <summary>What was recorded last, to compare with; null when nothing was within a day.</summary>
    public string? Last => Page.LastOf(Code);

    public string InputMode => HasDecimals ? "decimal" : "numeric";

    /// <summary>Ids of the texts that explain the field to a screen reader.</summary>
    public string DescribedBy => $"{Id}-hint {Id}-error";
}

/// <summary>"Not done, because" of one item; the pressure stands for both of its numbers.</summary>
public sealed record NotDoneField(CheckModel Page, string Code, string What)
{
    public string Name => $"{nameof(CheckForm.NotDone)}[{Code}]";

    public string Id => TagBuilder.CreateSanitizedId(Name, "_");

    public string? Chosen => Page.Form.NotDone.GetValueOrDefault(Code);
}
