using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Web.Pages.Observations;

/// <summary>What the form asks to record, and which of its fields each item came from.</summary>
/// <param name="Fields">Name of the form's field for each item of the entry.</param>
public sealed record CheckFormEntry(CheckEntry Entry, IReadOnlyList<string> Fields)
{
    /// <summary>A blood pressure that was not done is two codes that were not done.</summary>
    static readonly Dictionary<string, string[]> NotDoneTogether = new() { ["sbp"] = ["sbp", "dbp"] };

    public static CheckFormEntry Of(CheckForm form, Guid subjectId)
    {
        List<(CheckItem Item, string Field)> items = [.. Typed(form), .. Agents(form), .. Masking(form)];
        var notDone = form.NotDone.Where(item => !string.IsNullOrWhiteSpace(item.Value))
            .SelectMany(item => NotDoneTogether.GetValueOrDefault(item.Key, [item.Key]), (item, code) => new ItemNotDone(code, item.Value!));
        return new CheckFormEntry(
            new CheckEntry(form.SubmissionId, subjectId, ObservedTime.Text(form.ObservedAt), [.. items.Select(item => item.Item)],
                [.. notDone], form.IncompleteReason),
            [.. items.Select(item => item.Field)]);
    }

    /// <summary>The field that a problem is about.</summary>
    public string FieldOf(EntryProblem problem) => problem switch
    {
        { Item: { } item } => Fields[item],
        { Field: "observedAt" } => nameof(CheckForm.ObservedAt),
        { Field: "check" or "notDone" } => "",
        _ => $"{nameof(CheckForm.NotDone)}[{problem.Field}]",
    };

    static IEnumerable<(CheckItem, string)> Typed(CheckForm form) => form.Values
        .Where(value => !string.IsNullOrWhiteSpace(value.Value))
        .Select(value => (new CheckItem(value.Key, value.Value, UnitOrNone(form, value.Key), form.Confirmed.Contains(form.Confirmation(value.Key))),
            $"{nameof(CheckForm.Values)}[{value.Key}]"));

    static IEnumerable<(CheckItem, string)> Agents(CheckForm form) =>
        form.Vasopressors.Select(agent => (new CheckItem("vasopressor_agent", agent), nameof(CheckForm.Vasopressors)));

    /// <summary>"None given" is the statement that the chart was reviewed; a dose of tocilizumab is a number, and typed.</summary>
    static IEnumerable<(CheckItem, string)> Masking(CheckForm form) => form.Masking
        .Where(chosen => chosen != MedicineChoice.Tocilizumab || string.IsNullOrWhiteSpace(form.Values.GetValueOrDefault("tocilizumab_dose")))
        .Select(chosen => (chosen == MedicineChoice.None ? new CheckItem("masking_drugs_reviewed", "true") : Dose(chosen), nameof(CheckForm.Masking)));

    static CheckItem Dose(string chosen) => chosen.Split(':', 2) is [var code, var drug] ? new CheckItem(code, drug) : new CheckItem(chosen, "");

    static string? UnitOrNone(CheckForm form, string code) =>
        ObservationCatalog.Default.Find(code)?.Quantity is null ? null : form.UnitOf(code);
}
