using System.Globalization;
using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Mas;

/// <summary>The sheet of cases of the MAS signal (specification 8.2), graded with the default limits.</summary>
public sealed class MasSignalCaseTable : CaseTable
{
    static readonly Column<int> Day = Columns.Integer(
        "days_since_infusion__d", null, null, meaning: "RecoveryDay: days since the first infusion after the most recent conditioning.");
    static readonly Column<int> Windows = Columns.Integer(
        "fever_windows_ge_38_5", 0, null, meaning: "Consecutive 24 h windows, ending now, each with at least 38.5 Cel.");
    static readonly Column<bool> Recrudescent = Columns.Flag("fever_recrudescent", "At least 38.5 Cel after 48 h below 38.0 Cel that followed CRS.");
    static readonly Column<bool> Masked = Columns.Flag(
        "fever_masked_24h", "Antipyretic, anti-cytokine or steroid in the last 24 h; empty counts as possible.");
    static readonly Column<Measured> Now = Columns.Number("ferritin_now__ug/L", 0, 1_000_000, meaning: "Latest; empty when too old.");
    static readonly Column<Measured> Previous = Columns.Number(
        "ferritin_prev__ug/L", 0, 1_000_000, meaning: "Of the samples 6 to 72 h earlier the one nearest to 24 h earlier.");
    static readonly Column<decimal> Interval = Columns.Exact("ferritin_interval__h", 0, 876_600, meaning: "Hours between the two samples.");
    static readonly Column<Measured> Baseline = Columns.Number("ferritin_baseline__ug/L", 0, 1_000_000, meaning: "Last before the first infusion.");
    static readonly Column<Measured> Neutrophils = Columns.Number("anc__10*9/L", 0, 200, meaning: "Latest.");
    static readonly Column<Measured> Platelets = Columns.Number("platelets__10*9/L", 0, 3000, meaning: "Latest, before a transfusion.");
    static readonly Column<Measured> Hemoglobin = Columns.Number("hemoglobin__g/L", 10, 250, meaning: "Latest, before a transfusion.");
    static readonly Column<bool> SecondFall = Columns.Flag("second_fall", "Two lineages had recovered after this conditioning and are low again.");
    static readonly Column<Measured> Fibrinogen = Columns.Number("fibrinogen__g/L", 0, 20, meaning: "Latest.");
    static readonly Column<Measured> Ast = Columns.Number("ast__U/L", 0, 25_000, meaning: "Latest.");
    static readonly Column<decimal> AstUln = Columns.Exact("ast_uln__U/L", 1, 25_000, meaning: "Upper limit of normal reported with it.");
    static readonly Column<Measured> Alt = Columns.Number("alt__U/L", 0, 25_000, meaning: "Latest.");
    static readonly Column<decimal> AltUln = Columns.Exact("alt_uln__U/L", 1, 25_000, meaning: "Upper limit of normal reported with it.");
    static readonly Column<Measured> Lipids = Columns.Number("triglycerides__mmol/L", 0.1m, 150, meaning: "Latest, as reported in mmol/L.");
    static readonly Column<bool> Fasting = Columns.Flag(
        "tg_fasting", "That sample was taken fasting; empty counts as not fasting for a raised value.");

    /// <inheritdoc/>
    public override string Name => "mas_signal";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Criteria { get; } = [MasSignal.Criteria];

    /// <inheritdoc/>
    public override string Citation => "CarNkMonitor's own proposal, not published; limits after Henter 2007, Allen 2008, Jordan 2011, Lachmann 2020, Hines 2023.";

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Inputs { get; } =
    [
        Day, Windows, Recrudescent, Masked, Now, Previous, Interval, Baseline, Neutrophils, Platelets, Hemoglobin, SecondFall, Fibrinogen, Ast, AstUln,
        Alt, AltUln, Lipids, Fasting,
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Answers { get; } = ["level_min", "level_max", "doubling_time__h"];

    /// <inheritdoc/>
    protected override CaseResult Grade(CaseRow row)
    {
        var inputs = InputsOf(row);
        var result = MasSignalGrader.Grade(inputs);
        return new CaseResult([result], [CaseText.Low(result), CaseText.High(result), OneDecimal(MasSignalGrader.DoublingTimeOf(inputs))]);
    }

    internal static MasSignalInputs InputsOf(CaseRow row) => new()
    {
        RecoveryDay = row.Value(Day),
        FeverWindows = row.Value(Windows),
        FeverIsRecrudescent = row.Value(Recrudescent),
        FeverMayBeMasked = row.Value(Masked),
        Ferritin = row.Value(Now),
        FerritinPrevious = row.Value(Previous),
        FerritinIntervalHours = row.Value(Interval),
        FerritinBaseline = row.Value(Baseline),
        Neutrophils = row.Value(Neutrophils),
        Platelets = row.Value(Platelets),
        Hemoglobin = row.Value(Hemoglobin),
        SecondFall = row.Value(SecondFall),
        Fibrinogen = row.Value(Fibrinogen),
        Ast = row.Value(Ast),
        AstUln = row.Value(AstUln),
        Alt = row.Value(Alt),
        AltUln = row.Value(AltUln),
        Triglycerides = row.Value(Lipids) is { } value ? Triglycerides.InMmolPerL(value) : null,
        TriglyceridesFasting = row.Value(Fasting),
    };

    static string OneDecimal(decimal? hours) =>
        hours is { } value ? decimal.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture) : "";
}
