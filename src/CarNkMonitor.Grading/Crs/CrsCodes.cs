using System.Collections.Frozen;

namespace CarNkMonitor.Grading.Crs;

/// <summary>The catalogue codes that CRS grading reads, and the words of its coded values.</summary>
public static class CrsCodes
{
    internal const string Temperature = "temperature";
    internal const string Systolic = "sbp";
    internal const string Saturation = "spo2";
    internal const string Device = "oxygen_device";
    internal const string Flow = "oxygen_flow";
    internal const string Vasopressor = "vasopressor_agent";
    internal const string HypotensionSeen = "hypotension_clinician";
    internal const string FluidBolus = "fluid_bolus_for_hypotension";
    internal const string FeverAttribution = "fever_attribution";
    internal const string HypotensionAttribution = "hypotension_attribution";
    internal const string HypoxiaAttribution = "hypoxia_attribution";
    internal const string Antipyretic = "antipyretic_dose";
    internal const string Tocilizumab = "tocilizumab_dose";
    internal const string Steroid = "steroid_dose";
    internal const string Anticytokine = "anticytokine_dose";
    internal const string MaskingReviewed = "masking_drugs_reviewed";
    internal const string Death = "death";

    /// <summary>Every code that can change a CRS result; other observations need not be loaded.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Temperature, Systolic, Saturation, Device, Flow, Vasopressor, HypotensionSeen, FluidBolus, FeverAttribution, HypotensionAttribution,
        HypoxiaAttribution, Antipyretic, Tocilizumab, Steroid, Anticytokine, MaskingReviewed, Death,
    ];

    static readonly (MaskingTherapy Drug, string Code)[] MaskingDrugs =
    [
        (MaskingTherapy.Antipyretic, Antipyretic), (MaskingTherapy.Tocilizumab, Tocilizumab), (MaskingTherapy.Corticosteroid, Steroid),
        (MaskingTherapy.OtherAnticytokine, Anticytokine),
    ];

    static readonly FrozenDictionary<string, Vasopressors> Agents = new Dictionary<string, Vasopressors>
    {
        ["none"] = Vasopressors.None,
        ["norepinephrine"] = Vasopressors.Norepinephrine,
        ["epinephrine"] = Vasopressors.Epinephrine,
        ["phenylephrine"] = Vasopressors.Phenylephrine,
        ["dopamine"] = Vasopressors.Dopamine,
        ["angiotensin_ii"] = Vasopressors.AngiotensinIi,
        ["metaraminol"] = Vasopressors.Metaraminol,
        ["ephedrine"] = Vasopressors.Ephedrine,
        ["vasopressin"] = Vasopressors.Vasopressin,
        ["terlipressin"] = Vasopressors.Terlipressin,
        ["dobutamine"] = Vasopressors.Dobutamine,
        ["milrinone"] = Vasopressors.Milrinone,
        ["levosimendan"] = Vasopressors.Levosimendan,
    }.ToFrozenDictionary();

    static readonly FrozenDictionary<string, OxygenDevice> Devices = new Dictionary<string, OxygenDevice>
    {
        ["room_air"] = OxygenDevice.RoomAir,
        ["nasal_cannula"] = OxygenDevice.NasalCannula,
        ["hfnc"] = OxygenDevice.HighFlowCannula,
        ["blow_by"] = OxygenDevice.BlowBy,
        ["simple_facemask"] = OxygenDevice.SimpleFacemask,
        ["nonrebreather"] = OxygenDevice.Nonrebreather,
        ["venturi"] = OxygenDevice.Venturi,
        ["tracheostomy_mask"] = OxygenDevice.TracheostomyMask,
        ["cpap"] = OxygenDevice.Cpap,
        ["bipap"] = OxygenDevice.Bipap,
        ["invasive_ventilation"] = OxygenDevice.InvasiveVentilation,
        ["ecmo"] = OxygenDevice.Ecmo,
    }.ToFrozenDictionary();

    /// <summary>The agent named by a catalogue word.</summary>
    /// <exception cref="ArgumentException">Unknown agent: an input error, not "no vasopressor" (specification 1.4).</exception>
    public static Vasopressors Agent(string word) => Agents.TryGetValue(word, out var agent) ? agent
        : throw new ArgumentException($"'{word}' is not a known {Vasopressor}; allowed: {string.Join(", ", Agents.Keys.Order())}.");

    /// <summary>The device named by a catalogue word.</summary>
    /// <exception cref="ArgumentException">Unknown device: an input error.</exception>
    public static OxygenDevice DeviceNamed(string word) => Devices.TryGetValue(word, out var device) ? device
        : throw new ArgumentException($"'{word}' is not a known {Device}; allowed: {string.Join(", ", Devices.Keys.Order())}.");

    internal static IEnumerable<(string Word, Vasopressors Agent)> AgentWords => Agents.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Value);

    internal static IEnumerable<(string Word, OxygenDevice Device)> DeviceWords => Devices.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Value);

    internal static string WordOf(OxygenDevice device) => Devices.First(pair => pair.Value == device).Key;

    internal static IEnumerable<string> WordsOf(Vasopressors agents) => agents == Vasopressors.None
        ? ["none"]
        : Agents.Where(pair => pair.Value != Vasopressors.None && agents.HasFlag(pair.Value)).Select(pair => pair.Key).Order();

    /// <summary>What is entered for these drugs: their doses, or for none of them that the drug chart was reviewed.</summary>
    internal static IEnumerable<string> MaskingCodesOf(MaskingTherapy drugs) => drugs == MaskingTherapy.None
        ? [MaskingReviewed]
        : MaskingDrugs.Where(one => drugs.HasFlag(one.Drug)).Select(one => one.Code);
}

/// <summary>Running agents as a set: charting one agent on two lines counts it once. <see cref="None"/> is the explicit "none running".</summary>
[Flags]
public enum Vasopressors
{
    /// <summary>Explicitly none running; missing is null, not this.</summary>
    None = 0,
    /// <summary>Counted vasopressor.</summary>
    Norepinephrine = 1 << 0,
    /// <summary>Counted vasopressor.</summary>
    Epinephrine = 1 << 1,
    /// <summary>Counted vasopressor.</summary>
    Phenylephrine = 1 << 2,
    /// <summary>Counted vasopressor.</summary>
    Dopamine = 1 << 3,
    /// <summary>Counted vasopressor.</summary>
    AngiotensinIi = 1 << 4,
    /// <summary>Counted vasopressor.</summary>
    Metaraminol = 1 << 5,
    /// <summary>Counted vasopressor.</summary>
    Ephedrine = 1 << 6,
    /// <summary>Vasopressin class: a vasopressor, but never makes "several".</summary>
    Vasopressin = 1 << 7,
    /// <summary>Vasopressin class: a vasopressor, but never makes "several".</summary>
    Terlipressin = 1 << 8,
    /// <summary>Inotrope: not a vasopressor.</summary>
    Dobutamine = 1 << 9,
    /// <summary>Inotrope: not a vasopressor.</summary>
    Milrinone = 1 << 10,
    /// <summary>Inotrope: not a vasopressor.</summary>
    Levosimendan = 1 << 11,
    /// <summary>Each distinct one counts once.</summary>
    Counted = Norepinephrine | Epinephrine | Phenylephrine | Dopamine | AngiotensinIi | Metaraminol | Ephedrine,
    /// <summary>Vasopressin and terlipressin.</summary>
    VasopressinClass = Vasopressin | Terlipressin,
}

/// <summary>How oxygen or support is given.</summary>
public enum OxygenDevice
{
    /// <summary>No oxygen.</summary>
    RoomAir,
    /// <summary>Nasal cannula: the flow decides.</summary>
    NasalCannula,
    /// <summary>Heated high-flow cannula: the flow decides, not the name.</summary>
    HighFlowCannula,
    /// <summary>Blow-by: low flow at any flow.</summary>
    BlowBy,
    /// <summary>Facemask: high-flow row at any flow.</summary>
    SimpleFacemask,
    /// <summary>Non-rebreather: high-flow row at any flow.</summary>
    Nonrebreather,
    /// <summary>Venturi mask: high-flow row at any flow.</summary>
    Venturi,
    /// <summary>Tracheostomy mask: read as a mask (our mapping).</summary>
    TracheostomyMask,
    /// <summary>Positive pressure.</summary>
    Cpap,
    /// <summary>Positive pressure.</summary>
    Bipap,
    /// <summary>Positive pressure.</summary>
    InvasiveVentilation,
    /// <summary>Read as positive pressure (our mapping).</summary>
    Ecmo,
}

/// <summary>Classes of drugs that may hide a fever (specification 1.3). <see cref="None"/> is the explicit "none given".</summary>
[Flags]
public enum MaskingTherapy
{
    /// <summary>Explicitly none; missing is null, not this.</summary>
    None = 0,
    /// <summary>Paracetamol, NSAID, metamizole.</summary>
    Antipyretic = 1,
    /// <summary>Tocilizumab.</summary>
    Tocilizumab = 2,
    /// <summary>Systemic corticosteroid, replacement doses included.</summary>
    Corticosteroid = 4,
    /// <summary>Siltuximab, anakinra, ruxolitinib, emapalumab and others.</summary>
    OtherAnticytokine = 8,
}

/// <summary>A clinician's statement of the principal cause of death.</summary>
public enum DeathCause
{
    /// <summary>CRS: grade 5.</summary>
    Crs,
    /// <summary>Another cause: never grade 5.</summary>
    Other,
    /// <summary>Unknown or not stated: grade 5 cannot be excluded.</summary>
    Unknown,
}
