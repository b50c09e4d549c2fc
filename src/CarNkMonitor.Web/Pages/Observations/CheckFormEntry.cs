using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Web.Pages.Observations;

/// <summary>What the form asks to record, and which of its fields each item came from.</summary>
/// <param name="Fields">Names of the form's fields for each item of the entry: of its value, and of its time.</param>
public sealed record CheckFormEntry(CheckEntry Entry, IReadOnlyList<(string Value, string Time)> Fields)
{
    /// <summary>A blood pressure that was not done is two codes that were not done.</summary>
    static readonly Dictionary<string, string[]> NotDoneTogether = new() { ["sbp"] = ["sbp", "dbp"] };

    public static CheckFormEntry Of(CheckForm form, Guid subjectId)
    {
        List<(CheckItem Item, string Field, string Time)> typed = [.. Single(form), .. Several(form)];
        var items = ScoreTotals.Added([.. typed.Select(item => item.Item)]);
        var notDone = form.NotDone.Where(item => !string.IsNullOrWhiteSpace(item.Value))
            .SelectMany(item => NotDoneTogether.GetValueOrDefault(item.Key, [item.Key]), (item, code) => new ItemNotDone(code, item.Value!));
        return new CheckFormEntry(
            new CheckEntry(form.SubmissionId, subjectId, ObservedTime.Text(form.ObservedAt ?? ""), items, [.. notDone], form.IncompleteReason),
            [.. typed.Select(item => (item.Field, item.Time)), .. items.Skip(typed.Count).Select(total => (FieldOfTotal(total.Code), ""))]);
    }

    /// <summary>The field that a problem is about.</summary>
    public string FieldOf(EntryProblem problem) => problem switch
    {
        { Item: { } item, IsAboutTime: true } => Fields[item].Time,
        { Item: { } item } => Fields[item].Value,
        { Field: "observedAt" } => nameof(CheckForm.ObservedAt),
        { Field: "check" or "notDone" } => "",
        _ => $"{nameof(CheckForm.NotDone)}[{problem.Field}]",
    };

    /// <summary>The code that a problem is about, where it is about one.</summary>
    public string? CodeOf(EntryProblem problem) => problem.Item is { } item ? Entry.Items[item].Code : problem.Field;

    static IEnumerable<(CheckItem, string, string)> Single(CheckForm form) => form.Values
        .Where(value => !string.IsNullOrWhiteSpace(value.Value))
        .Select(value => (ItemOf(form, value.Key), $"{nameof(CheckForm.Values)}[{value.Key}]", TimeField(TimeKey(value.Key))));

    static CheckItem ItemOf(CheckForm form, string code) => new(
        code, form.Typed(code), ObservationCatalog.Default.Find(code)?.Quantity is null ? null : form.UnitOf(code),
        form.Confirmed.Contains(form.Confirmation(code)), form.Notes.GetValueOrDefault(code), ReferenceLow: form.Lows.GetValueOrDefault(code),
        ReferenceHigh: form.Highs.GetValueOrDefault(code), ObservedAt: TimeOf(form, TimeKey(code)));

    /// <summary>Each of several has its own time and note, where the form asks for one; a culture is of the common sample.</summary>
    static IEnumerable<(CheckItem, string, string)> Several(CheckForm form) =>
        from code in form.Several
        from value in code.Value
        let key = IsOfSample(code.Key) ? CheckForm.Sample : $"{code.Key}:{value}"
        select (new CheckItem(code.Key, value, Note: form.Notes.GetValueOrDefault($"{code.Key}:{value}") ?? form.Notes.GetValueOrDefault(code.Key),
            ObservedAt: TimeOf(form, key)), $"{nameof(CheckForm.Several)}[{code.Key}]", TimeField(key));

    static string TimeKey(string code) => IsOfSample(code) ? CheckForm.Sample : code;

    static bool IsOfSample(string code) => ObservationCatalog.Default.Find(code) is { } type && CheckField.IsOfSample(type);

    static string TimeField(string key) => $"{nameof(CheckForm.Times)}[{key}]";

    static ObservedTime? TimeOf(CheckForm form, string key) =>
        form.Times.GetValueOrDefault(key) is { Length: > 0 } time && !string.IsNullOrWhiteSpace(time) ? ObservedTime.Text(time) : null;

    static string FieldOfTotal(string total) =>
        $"{nameof(CheckForm.Values)}[{BedsideScore.All.First(score => score.Total == total).Items[0]}]";
}
