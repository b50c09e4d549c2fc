using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Quantities;

namespace CarNkMonitor.Grading.Gvhd;

/// <summary>The sheet of acute GvHD cases (specification of observations, section 7).</summary>
public sealed class MagicCaseTable : CaseTable
{
    static readonly QuantityRule BilirubinRule = QuantityRules.Find(MagicCodes.Bilirubin)!;

    static readonly Column<decimal> Age = Columns.Exact("age_years", 0, 120, "a", "Decimal years.");
    static readonly Column<decimal> Weight = Columns.Exact("weight_kg", 1, 400, "kg", "A child of unknown weight is staged by the child's column.");
    static readonly Column<Measured> Rash = Columns.Number("rash_bsa_pct", 0, 100, "%", "Active erythematous rash, share of the body surface.");
    static readonly Column<bool> Erythroderma = Columns.Flag("erythroderma", "Generalised erythroderma; empty counts as not reported.");
    static readonly Column<bool> Bullae = Columns.Flag("bullae", "Empty counts as not reported.");
    static readonly Column<Measured> Desquamation = Columns.Number("desquamation_bsa_pct", 0, 100, "%", "Empty counts as not reported.");
    static readonly Column<Measured> Bilirubin = Columns.Number("bilirubin", 0, null, meaning: "Total bilirubin in the unit of the next column.");
    static readonly Column<string> Unit = Columns.Word("bilirubin_unit", "Needed with a bilirubin.", [.. BilirubinRule.Units.Select(unit => (unit, unit))]);
    static readonly Column<int> NauseaDays = Columns.Integer("nausea_days", 0, 60, "d", "Consecutive days with nausea.");
    static readonly Column<int> Episodes = Columns.Integer("vomit_eps_per_day", 0, 60, "{#}/d", "Vomiting episodes in 24 h.");
    static readonly Column<int> VomitingDays = Columns.Integer("vomit_days", 0, 60, "d", "Consecutive days with two or more vomiting episodes.");
    static readonly Column<bool> Anorexia = Columns.Flag("anorexia_with_weight_loss", "Empty when not recorded.");
    static readonly Column<Measured> Volume = Columns.Number("stool_measured_ml", 0, 20000, "mL/(24.h)", "Liquid stool of the day that the 3-day rule chose.");
    static readonly Column<Measured> Unmeasured = Columns.Number("stool_unquantified_episodes", 0, 60, "{#}/d", "Liquid stools whose volume was not measured.");
    static readonly Column<bool> Pain = Columns.Flag("severe_abd_pain", "Opioids started or increased, and performance status significantly affected; empty counts as no.");
    static readonly Column<bool> Ileus = Columns.Flag("ileus", "Alone it is not stage 4; empty counts as no.");
    static readonly Column<bool> Blood = Columns.Flag("gross_blood", "Grossly bloody stool; empty counts as no.");
    static readonly Column<GvhdConfidence> Skin = Confidence("conf_skin");
    static readonly Column<GvhdConfidence> Liver = Confidence("conf_liver");
    static readonly Column<GvhdConfidence> UpperGi = Confidence("conf_ugi");
    static readonly Column<GvhdConfidence> LowerGi = Confidence("conf_lgi");

    /// <inheritdoc/>
    public override string Name => "magic";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Criteria { get; } = [MagicAcuteGvhd.Criteria];

    /// <inheritdoc/>
    public override string Citation => "Harris AC et al. Biol Blood Marrow Transplant 2016;22:4-10, Table 1. doi:10.1016/j.bbmt.2015.09.001";

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Inputs { get; } =
    [
        Age, Weight, Rash, Erythroderma, Bullae, Desquamation, Bilirubin, Unit, NauseaDays, Episodes, VomitingDays, Anorexia, Volume, Unmeasured,
        Pain, Ileus, Blood, Skin, Liver, UpperGi, LowerGi,
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Answers { get; } = ["skin", "liver", "ugi", "lgi", "signal_min", "signal_max", "reported_grade", "state"];

    /// <inheritdoc/>
    protected override CaseResult Grade(CaseRow row)
    {
        var inputs = InputsOf(row);
        var (signal, reported) = (MagicGrader.Grade(inputs), MagicGrader.Reported(inputs));
        return new CaseResult([signal, reported],
        [
            Stage(SkinFinding.Of(inputs)), Stage(LiverFinding.Of(inputs)), Stage(UpperGiFinding.Of(inputs)), Stage(LowerGiFinding.Of(inputs)),
            CaseText.Low(signal), CaseText.High(signal), CaseText.Low(reported), CaseText.Of(signal.State),
        ]);
    }

    internal static MagicInputs InputsOf(CaseRow row) => new()
    {
        Age = row.Value(Age) is { } years ? SubjectAge.FromYears(years) : null,
        WeightKg = row.Value(Weight),
        RashPct = row.Value(Rash),
        Erythroderma = row.Reported(Erythroderma),
        Bullae = row.Reported(Bullae),
        DesquamationPct = row.Value(Desquamation),
        Bilirubin = BilirubinOf(row),
        NauseaDays = row.Value(NauseaDays),
        VomitingEpisodes = row.Value(Episodes),
        VomitingDays = row.Value(VomitingDays),
        AnorexiaWithWeightLoss = row.Value(Anorexia),
        StoolVolume = row.Value(Volume),
        UnmeasuredStools = row.Value(Unmeasured),
        SevereAbdominalPain = row.Reported(Pain),
        Ileus = row.Reported(Ileus),
        GrossBlood = row.Reported(Blood),
        SkinConfidence = row.Value(Skin) ?? GvhdConfidence.Possible,
        LiverConfidence = row.Value(Liver) ?? GvhdConfidence.Possible,
        UpperGiConfidence = row.Value(UpperGi) ?? GvhdConfidence.Possible,
        LowerGiConfidence = row.Value(LowerGi) ?? GvhdConfidence.Possible,
    };

    static Measured? BilirubinOf(CaseRow row) =>
        row.Value(Bilirubin) is not { } bilirubin ? null
        : row.Entry(Unit) is { } unit ? Possible(bilirubin, unit)
        : throw new CaseInputException(Unit.Name, $"is needed with a bilirubin; allowed: {string.Join(", ", Unit.Codes)}.");

    static Measured Possible(Measured bilirubin, string unit) => BilirubinRule.ToCanonical(bilirubin.Value, unit)!.Value is var canonical && canonical <= BilirubinRule.PossibleMax
        ? bilirubin with { Value = canonical }
        : throw new CaseInputException(Bilirubin.Name, FormattableString.Invariant(
            $"{bilirubin.Value} is not possible; allowed: 0 to {BilirubinRule.FromCanonical(BilirubinRule.PossibleMax, unit):0.###} {unit}."));

    static Column<GvhdConfidence> Confidence(string name) =>
        Columns.Word(name, "How sure the clinician is that this organ has GvHD; empty counts as possible.", MagicCodes.ConfidenceWords);

    /// <summary>A stage that is open, or an organ that is missing, is a blank cell.</summary>
    static string Stage<T>(Possible<T> stages) where T : struct, Enum => stages.Lowest.Equals(stages.Highest) ? stages.Lowest.ToString("D") : "";
}
