using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Web.Pages.Observations;

/// <summary>
/// Which stored rows the form amends, and why; what was typed for each stands in a <see cref="CheckForm"/> under the row's id. It decides nothing:
/// <see cref="AmendObservation"/> reads it.
/// </summary>
public sealed class AmendForm
{
    /// <summary>Code of each row, by its id.</summary>
    public Dictionary<string, string> Codes { get; set; } = [];

    /// <summary>Ids of the rows that nothing takes the place of.</summary>
    public List<string> Withdrawn { get; set; } = [];

    /// <summary>One of <see cref="BedsideChoices.WhyAmended"/>.</summary>
    public string? Why { get; set; }

    /// <summary>In the person's own words.</summary>
    public string? Words { get; set; }

    /// <summary>Both together, as they are stored; null while nothing is chosen, or "other" without a word.</summary>
    public string? Reason => (Why, Words?.Trim()) switch
    {
        (null or "", _) => null,
        (BedsideChoices.OtherReason, null or "") => null,
        (BedsideChoices.OtherReason, { } words) => words,
        ({ } why, null or "") => why,
        ({ } why, { } words) => $"{why}: {words}",
    };

    /// <summary>The rows in their order on the form.</summary>
    public Amendment Read(CheckForm typed) => new([.. Codes.Select(row => new AmendedValue(
        Guid.Parse(row.Key), Withdrawn.Contains(row.Key) ? null : ItemOf(typed, row.Key, row.Value)))], Reason);

    /// <summary>A blank note or limit is taken away; one that the form does not ask for stays.</summary>
    static CheckItem ItemOf(CheckForm typed, string key, string code) => new(
        code, typed.Typed(key), ObservationCatalog.Default.Find(code)?.Quantity is null ? null : typed.UnitOf(key),
        typed.Confirmed.Contains(typed.Confirmation(key)), Told(typed.Notes, key),
        ReferenceLow: Told(typed.Lows, key), ReferenceHigh: Told(typed.Highs, key));

    static string? Told(Dictionary<string, string?> texts, string key) => texts.TryGetValue(key, out var text) ? text ?? "" : null;

    /// <summary>Fills the form with what is stored.</summary>
    public static (AmendForm Form, CheckForm Typed) Of(IEnumerable<Observation> rows)
    {
        var (form, typed) = (new AmendForm(), new CheckForm());
        foreach (var row in rows)
        {
            form.Codes[$"{row.Id}"] = row.Code;
            Fill(typed, $"{row.Id}", row);
        }

        return (form, typed);
    }

    /// <summary>Only a laboratory value has a field for its bound; everywhere else the bound stays in the text, or it would be lost with the next Save.</summary>
    static void Fill(CheckForm typed, string key, Observation row)
    {
        var (bound, number) = row.EnteredValue is ['<' or '>', ..] entered && CheckField.HasBound(row.Code)
            ? (entered[..1], entered[1..]) : (null, row.EnteredValue);
        (typed.Bounds[key], typed.Values[key], typed.Units[key]) = (bound, number, row.EnteredUnit ?? row.Unit);
        (typed.Lows[key], typed.Highs[key], typed.Notes[key]) = (Plain(row.ReferenceLow), Plain(row.ReferenceHigh), row.Note);
    }

    static string? Plain(decimal? limit) => limit?.ToString("0.####################", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Somebody else was faster: what was typed now stands for the row that holds. A value that was withdrawn has none any more.</summary>
    public void Follow(CheckForm typed, MovedValue moved)
    {
        var (seen, now) = ($"{moved.Seen.Id}", $"{moved.Now.Id}");
        Codes.Remove(seen);
        if (moved.Now.IsWithdrawal)
        {
            return;
        }

        Codes[now] = moved.Now.Code;
        foreach (var texts in (Dictionary<string, string?>[])[typed.Values, typed.Bounds, typed.Units, typed.Lows, typed.Highs, typed.Notes])
        {
            if (texts.Remove(seen, out var text))
            {
                texts[now] = text;
            }
        }

        if (Withdrawn.Remove(seen))
        {
            Withdrawn.Add(now);
        }
    }
}
