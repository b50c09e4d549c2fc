using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Crs;

/// <summary>The sheet of CRS cases (specification 8.2).</summary>
public sealed class CrsCaseTable : CaseTable
{
    static readonly Column<decimal> Age = Columns.Exact("age__a", 0, 120, meaning: "Decimal years.");
    static readonly Column<int> Day = Columns.Integer("days_since_infusion__d", null, null, meaning: "Days since the most recent infusion; negative before it.");
    static readonly Column<Measured> Temperature = Columns.Number("temp_max__Cel", 30, 45, meaning: "Highest temperature of the window.");
    static readonly Column<bool> FeverCause = Columns.OtherCause("fever_attribution");
    static readonly Column<bool> Established = Columns.Flag("crs_established", "A qualifying fever occurred earlier in the same, still open episode.");
    static readonly Column<Measured> Systolic = Columns.Number("sbp_min__mm[Hg]", 30, 300, meaning: "Lowest systolic pressure of the window.");
    static readonly Column<bool> HypotensionSeen = Columns.Flag("hypotension_clinician", "Hypotension in the judgement of the clinician.");
    static readonly Column<bool> Bolus = Columns.Flag("fluid_bolus_for_hypotension", "A fluid bolus was given for hypotension.");
    static readonly Column<bool> HypotensionCause = Columns.OtherCause("hypotension_attribution");
    static readonly Column<Measured> Flow = Columns.Number("o2_flow__L/min", 0, 80, meaning: "Flow of the same set as the device.");
    static readonly Column<Measured> Saturation = Columns.Number("spo2_min__%", 30, 100, meaning: "Lowest oxygen saturation of the window.");
    static readonly Column<bool> HypoxiaCause = Columns.OtherCause("hypoxia_attribution");
    static readonly Column<int> OrganToxicity = Columns.Integer("organ_toxicity_ctcae_max", 0, 5, meaning: "Information only; never changes the result.");
    static readonly Column<bool> Died = Columns.Flag("died", "A death is recorded.");

    static readonly Column<IReadOnlyList<MaskingTherapy>> Masking = Columns.List(
        "masking_therapy", "Drugs that may hide a fever; none when none was given, empty when not recorded.",
        ("none", MaskingTherapy.None), ("antipyretic", MaskingTherapy.Antipyretic), ("tocilizumab", MaskingTherapy.Tocilizumab),
        ("corticosteroid", MaskingTherapy.Corticosteroid), ("other_anticytokine", MaskingTherapy.OtherAnticytokine));

    static readonly Column<IReadOnlyList<Vasopressors>> Agents = Columns.List(
        "vasopressors", "Running agents; none when none runs, empty when not recorded.", [.. CrsCodes.AgentWords]);

    static readonly Column<OxygenDevice> Device = Columns.Word("o2_device", "Empty when not recorded.", [.. CrsCodes.DeviceWords]);

    static readonly Column<DeathCause> Cause = Columns.Word(
        "death_principal_cause", "Principal cause in the judgement of a clinician.",
        ("crs", DeathCause.Crs), ("other", DeathCause.Other), ("unknown", DeathCause.Unknown));

    /// <inheritdoc/>
    public override string Name => "crs";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Criteria { get; } = [AstctCrs.Criteria];

    /// <inheritdoc/>
    public override string Citation => "Lee DW et al. Biol Blood Marrow Transplant 2019;25:625-638, Table 2. doi:10.1016/j.bbmt.2018.12.758";

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Inputs { get; } =
    [
        Age, Day, Temperature, FeverCause, Established, Masking, Systolic, HypotensionSeen, Bolus, Agents, HypotensionCause, Device, Flow,
        Saturation, HypoxiaCause, OrganToxicity, Died, Cause,
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Answers { get; } = ["grade_min", "grade_max", "state", "flags"];

    /// <inheritdoc/>
    protected override CaseResult Grade(CaseRow row)
    {
        var result = CrsGrader.Grade(InputsOf(row));
        return new CaseResult([result], [CaseText.Low(result), CaseText.High(result), CaseText.Of(result.State), CaseText.Set(result.Flags)]);
    }

    internal static CrsInputs InputsOf(CaseRow row) => new()
    {
        // An empty day must not read as "before the infusion", where nothing is graded.
        Day = row.Value(Day) ?? 0,
        Age = row.Value(Age) is { } years ? SubjectAge.FromYears(years) : null,
        TemperatureMax = row.Value(Temperature),
        FeverHasOtherCause = row.Reported(FeverCause),
        IsEstablished = row.Reported(Established),
        Masking = row.Entry(Masking)?.Aggregate(MaskingTherapy.None, (all, drug) => all | drug),
        SystolicMin = row.Value(Systolic),
        HypotensionSeen = row.Value(HypotensionSeen),
        FluidBolus = row.Reported(Bolus),
        Vasopressors = row.Entry(Agents)?.Aggregate(Vasopressors.None, (all, agent) => all | agent),
        HypotensionHasOtherCause = row.Reported(HypotensionCause),
        Device = row.Value(Device),
        Flow = row.Value(Flow),
        SaturationMin = row.Value(Saturation),
        HypoxiaHasOtherCause = row.Reported(HypoxiaCause),
        Death = row.Reported(Died) ? row.Value(Cause) ?? DeathCause.Unknown : null,
    };
}
