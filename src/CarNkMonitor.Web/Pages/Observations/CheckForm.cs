using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Web.Pages.Observations;

/// <summary>The bedside form as it was typed, keyed by the codes of the catalogue. It decides nothing: <see cref="RecordCheck"/> reads it.</summary>
public sealed class CheckForm
{
    /// <summary>Made when the form was rendered, so that pressing Save again stores nothing twice.</summary>
    public Guid SubmissionId { get; set; }

    /// <summary>On the clock of the site, or with an offset.</summary>
    public string ObservedAt { get; set; } = "";

    /// <summary>Numbers, the oxygen device and the yes/no items.</summary>
    public Dictionary<string, string?> Values { get; set; } = [];

    /// <summary>Only where it differs from the canonical unit.</summary>
    public Dictionary<string, string?> Units { get; set; } = [];

    /// <summary>Reason by code; the blood pressure is one item of two codes.</summary>
    public Dictionary<string, string?> NotDone { get; set; } = [];
    public List<string> Vasopressors { get; set; } = [];
    public List<string> Masking { get; set; } = [];

    /// <summary>Alarming values that the nurse has confirmed, as <see cref="Confirmation"/> writes them: another value is asked about again.</summary>
    public List<string> Confirmed { get; set; } = [];

    /// <summary>An offered unit that was taken: code and unit, separated by a blank.</summary>
    public string? Use { get; set; }
    public string? IncompleteReason { get; set; }

    /// <summary>The form was opened to add what an earlier check left out.</summary>
    public bool IsCompletion { get; set; }

    public string? Value(string code) => Values.GetValueOrDefault(code);

    public string UnitOf(string code) => Units.GetValueOrDefault(code) is { Length: > 0 } chosen ? chosen
        : ObservationCatalog.Default.Find(code)?.Quantity?.Unit ?? "";

    public string Confirmation(string code) => $"{code}={Value(code)?.Trim()} {UnitOf(code)}";

    public void TakeOffer()
    {
        if (Use?.Split(' ', 2) is [var code, var unit])
        {
            Units[code] = unit;
        }
    }
}
