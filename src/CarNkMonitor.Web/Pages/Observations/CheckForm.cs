using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Web.Pages.Observations;

/// <summary>The bedside form as it was typed, keyed by the codes of the catalogue. It decides nothing: <see cref="RecordCheck"/> reads it.</summary>
public sealed class CheckForm
{
    /// <summary>Key of the time that all laboratory values share: when the sample was taken.</summary>
    public const string Sample = "laboratory";

    /// <summary>Made when the form was rendered, so that pressing Save again stores nothing twice.</summary>
    public Guid SubmissionId { get; set; }

    /// <summary>On the clock of the site, or with an offset.</summary>
    public string? ObservedAt { get; set; }

    /// <summary>The screen that is open.</summary>
    public string? Panel { get; set; }

    /// <summary>Numbers, single coded values and yes/no items.</summary>
    public Dictionary<string, string?> Values { get; set; } = [];

    /// <summary>Of codes that several values can stand for at one moment: agents, doses, signs.</summary>
    public Dictionary<string, List<string>> Several { get; set; } = [];

    /// <summary>Only where it differs from the canonical unit.</summary>
    public Dictionary<string, string?> Units { get; set; } = [];

    /// <summary><c>&lt;</c> or <c>&gt;</c> before a number, for keyboards that have digits only.</summary>
    public Dictionary<string, string?> Bounds { get; set; } = [];

    /// <summary>Limits of normal printed by the laboratory, in the unit of the value.</summary>
    public Dictionary<string, string?> Lows { get; set; } = [];
    public Dictionary<string, string?> Highs { get; set; } = [];

    /// <summary>When it was, by code, by <c>code:value</c> where several can stand, or <see cref="Sample"/>; blank = with the check.</summary>
    public Dictionary<string, string?> Times { get; set; } = [];

    /// <summary>Free text by code, or by <c>code:value</c>.</summary>
    public Dictionary<string, string?> Notes { get; set; } = [];

    /// <summary>Reason by code; the blood pressure is one item of two codes.</summary>
    public Dictionary<string, string?> NotDone { get; set; } = [];

    /// <summary>Alarming values that the nurse has confirmed, as <see cref="Confirmation"/> writes them: another value is asked about again.</summary>
    public List<string> Confirmed { get; set; } = [];

    /// <summary>An offered unit that was taken: code and unit, separated by a blank.</summary>
    public string? Use { get; set; }
    public string? IncompleteReason { get; set; }

    /// <summary>The form was opened to add what an earlier check left out.</summary>
    public bool IsCompletion { get; set; }

    public string? Value(string code) => Values.GetValueOrDefault(code);

    /// <summary>The value with its bound, as a person would have typed both.</summary>
    public string? Typed(string code) => Value(code) is { } value && !value.TrimStart().StartsWith('<') && !value.TrimStart().StartsWith('>')
        ? Bounds.GetValueOrDefault(code) + value : Value(code);

    public bool Has(string code, string value) => Several.TryGetValue(code, out var chosen) && chosen.Contains(value);

    public string UnitOf(string code) => Units.GetValueOrDefault(code) is { Length: > 0 } chosen ? chosen
        : ObservationCatalog.Default.Find(code)?.Quantity?.Unit ?? "";

    public string Confirmation(string code) => $"{code}={Typed(code)?.Trim()} {UnitOf(code)}";

    public void TakeOffer()
    {
        if (Use?.Split(' ', 2) is [var code, var unit])
        {
            Units[code] = unit;
        }
    }
}
