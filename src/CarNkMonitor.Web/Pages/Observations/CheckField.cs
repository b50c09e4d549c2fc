using CarNkMonitor.Grading.Quantities;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CarNkMonitor.Web.Pages.Observations;

/// <summary>A page with questions of the catalogue on it: the bedside form, or the form that amends some of its values.</summary>
public interface IEntryPage
{
    CheckForm Form { get; }

    /// <summary>By field.</summary>
    Dictionary<string, UnitOffer> Offers { get; }

    /// <summary>Alarming values.</summary>
    IReadOnlyList<AskedQuestion> Questions { get; }

    ModelStateDictionary ModelState { get; }

    /// <summary>What stands above the field to compare with; null when nothing does.</summary>
    string? HintOf(CheckField field);
}

/// <summary>One question of a form, drawn by its row of the catalogue, with everything that may stand beside it.</summary>
/// <param name="RowKey">What the form calls it, where that is not its code: the stored row that is amended.</param>
public sealed record CheckField(IEntryPage Page, string Code, string? RowKey = null)
{
    public ObservationType Type => ObservationCatalog.Default[Code];

    public string Label => RecordWords.Name(Code);

    /// <summary>The form's own name for the question.</summary>
    public string Key => RowKey ?? Code;

    public string Name => IsSeveral ? $"{nameof(CheckForm.Several)}[{Code}]" : $"{nameof(CheckForm.Values)}[{Key}]";

    public string Id => TagBuilder.CreateSanitizedId(Name, "_");

    /// <summary>Of a stored row one value is amended, also where several can stand.</summary>
    public bool IsSeveral => RowKey is null && Type.IsMultiple && Type.Codes.Count > 0;

    public string? Typed => Page.Form.Value(Key);

    public bool IsWrong => Page.ModelState.TryGetValue(Name, out var entry) && entry.Errors.Count > 0;

    public UnitOffer? Offer => Page.Offers.GetValueOrDefault(Name);

    /// <summary>To compare with; null when there is nothing.</summary>
    public string? Hint => Page.HintOf(this);

    /// <summary>The partial that draws it.</summary>
    public string Look => this switch
    {
        { IsSeveral: true, HasOwnTime: true } => "_Doses",
        { IsSeveral: true } => "_Several",
        { Type.Codes.Count: > 0 } => "_Choice",
        { Type.ValueType: ObservationValueType.YesNo } => "_YesNo",
        { Scale: not null } => "_Scale",
        _ => "_Number",
    };

    /// <summary>Ids of the texts that explain the field to a screen reader.</summary>
    public string DescribedBy => $"{Id}-hint {Id}-error";

    public string InputMode => Type.ValueType == ObservationValueType.Quantity ? "decimal" : "numeric";

    public string Unit => Page.Form.UnitOf(Key);

    public string UnitName => $"{nameof(CheckForm.Units)}[{Key}]";

    /// <summary>A laboratory prints its own name of a unit: all are offered. At the bedside those that make a difference are enough, and a monitor shows one.</summary>
    public IReadOnlyList<string> Units => Type.Quantity is null || Offered.Contains(Unit) ? Offered : [Unit, .. Offered];

    /// <summary>The unit that stands in the form may be another spelling of one of these: it must not change by being shown.</summary>
    IReadOnlyList<string> Offered => Type.Quantity is not { } rule ? []
        : IsOfLaboratory ? [.. rule.Units.DistinctBy(RecordWords.Unit)]
        : Type.Panel == "V" && Code != "temperature" ? [rule.Unit]
        : [.. rule.Units.DistinctBy(unit => (rule.ToCanonical(0, unit), rule.ToCanonical(1, unit))).Where(unit => unit != "K"), .. Pump];

    /// <summary>Many pumps show the rate without the weight.</summary>
    IEnumerable<string> Pump => RatesByWeight.IsByWeight(Type) ? [RatesByWeight.Unit] : [];

    public bool IsOfLaboratory => HasBound(Code);

    /// <summary>A laboratory value has a field of its own for <c>&lt;</c> and <c>&gt;</c>; elsewhere they are typed with the number.</summary>
    public static bool HasBound(string code) => ObservationCatalog.Default[code].Kind == ObservationKind.Lab;

    /// <summary>An event has its own time: a dose, a transfusion, a death.</summary>
    public bool HasOwnTime => Type.Kind == ObservationKind.Event && Type.Panel == "E";

    /// <summary>What the free text beside it is for; null where the catalogue asks for none.</summary>
    public string? NoteLabel => CheckNotes.LabelOf(Code);

    /// <summary>It is judged on the sample whose time is given once for all.</summary>
    public static bool IsOfSample(ObservationType type) => type.Kind == ObservationKind.Lab || type.Code == "fasting_sample";

    /// <summary>In the order of the bedside where there is one.</summary>
    public IReadOnlyList<string> Codes => Code switch
    {
        "oxygen_device" => BedsideChoices.OxygenDevices,
        "vasopressor_agent" => BedsideChoices.Vasopressors,
        _ => Type.Codes,
    };

    public string Word(string coded) => RecordWords.Coded(Code, coded);

    /// <summary>The whole numbers of a small scale, which are quicker to tap than to type; null for a number to type.</summary>
    public IReadOnlyList<int>? Scale => Type is { ValueType: ObservationValueType.WholeNumber, Quantity: { Unit: "{score}" } rule } && rule.PossibleMax - rule.PossibleMin <= 6
        ? [.. Enumerable.Range((int)rule.PossibleMin, (int)(rule.PossibleMax - rule.PossibleMin) + 1)] : null;
}

/// <summary>The time of one dose or event, or of the sample.</summary>
public sealed record TimeField(IEntryPage Page, string Key, string Label, string What)
{
    public string Name => $"{nameof(CheckForm.Times)}[{Key}]";

    public string Id => TagBuilder.CreateSanitizedId(Name, "_");

    public string? Typed => Page.Form.Times.GetValueOrDefault(Key);

    public bool IsWrong => Page.ModelState.TryGetValue(Name, out var entry) && entry.Errors.Count > 0;
}

/// <summary>Free text beside a value.</summary>
public sealed record NoteField(IEntryPage Page, string Key, string Label, string What)
{
    public string Name => $"{nameof(CheckForm.Notes)}[{Key}]";

    public string Id => TagBuilder.CreateSanitizedId(Name, "_");

    public string? Typed => Page.Form.Notes.GetValueOrDefault(Key);
}

/// <summary>"Not done, because" of one item; the pressure stands for both of its numbers.</summary>
public sealed record NotDoneField(IEntryPage Page, string Code, string What)
{
    /// <summary>What the form asks about in a card of plain fields, so that it can be answered there as well.</summary>
    static readonly HashSet<string> Beside = ["consciousness", "rash_bsa_pct", "nausea_days", "vomiting_episodes", "anorexia_with_weight_loss", "stool_volume"];

    public static bool IsOfferedBeside(string code) => Beside.Contains(code);

    public string Name => $"{nameof(CheckForm.NotDone)}[{Code}]";

    public string Id => TagBuilder.CreateSanitizedId(Name, "_");

    public string? Chosen => Page.Form.NotDone.GetValueOrDefault(Code);
}

/// <summary>Where the catalogue asks for a text note: what to write there.</summary>
public static class CheckNotes
{
    static readonly Dictionary<string, string> Labels = new()
    {
        ["steroid_dose"] = "Dose in mg", ["conditioning_dose"] = "Dose in mg/m²", ["antimicrobial_start"] = "Agent and indication",
        ["anticytokine_dose"] = "Dose", ["antipyretic_dose"] = "Dose", ["gvhd_biopsy"] = "Organ and date of the specimen", ["blood_culture"] = "Organism",
        ["alternative_sole_cause"] = "Which cause, and why",
    };

    public static string? LabelOf(string code) => Labels.GetValueOrDefault(code);
}
