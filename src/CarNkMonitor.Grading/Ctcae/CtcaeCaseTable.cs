using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Ctcae;

/// <summary>
/// The sheets of laboratory cases (specification 7), one pair for each edition. Every sheet reads every laboratory term of its edition; they differ
/// in the worked cases and, for 6.0, in the columns that only that edition needs.
/// </summary>
public sealed class CtcaeCaseTable : CaseTable
{
    /// <summary>More than any laboratory reports in any unit; keeps products of limits within the exact numbers.</summary>
    const decimal Most = 1_000_000_000_000m;

    static readonly Column<Measured> Value = Columns.Number("value", 0, Most, meaning: "As reported, in the unit of the column unit; a bound is written <0.1.");
    static readonly Column<string> Unit = Columns.Text("unit", "UCUM unit of value, lln, uln and baseline. A unit that is not listed for the term is not graded.", cell => cell);
    static readonly Column<decimal> Lln = Columns.Exact("lln", 0, Most, meaning: "Lower limit of normal of the reporting laboratory, in unit.");
    static readonly Column<decimal> Uln = Columns.Exact("uln", 0, Most, meaning: "Upper limit of normal of the reporting laboratory, in unit.");
    static readonly Column<Measured> Baseline = Columns.Number("baseline", 0, Most, meaning: "Last value before lymphodepletion, if none before the first infusion, in unit; empty counts as normal.");
    static readonly Column<bool> High = Columns.Flag(CtcaeCodes.BaselineIsHigh, "The baseline was above its own upper limit at that time.");
    static readonly Column<bool> Low = Columns.Flag(CtcaeCodes.BaselineIsLow, "The baseline was below its own lower limit at that time (creatinine).");
    static readonly Column<bool> Anticoagulation = Columns.Flag("on_anticoagulation", "Therapeutic anticoagulation was running (INR).");
    static readonly Column<bool> Transfusion = Columns.Flag(CtcaeCodes.TransfusionIndicated, "A clinician judged a transfusion to be indicated.");
    static readonly Column<bool> LifeThreatening = Columns.Flag("life_threatening", "A clinician judged this term to be life-threatening.");
    static readonly Column<bool> Bleeding = Columns.Flag(CtcaeCodes.Bleeding, "Bleeding with the prolonged clotting time (INR, aPTT).");

    readonly Column<LabCriterion> _term;

    CtcaeCaseTable(string name, string criteria, string citation, IEnumerable<LabCriterion> terms, params Column[] more)
    {
        (Name, Criteria, Citation) = (name, [criteria], citation);
        _term = Columns.Word("term", "CTCAE term in lower case.", required: true, [.. terms.Select(row => (row.Term.ToLowerInvariant(), row))]);
        Inputs = [_term, Value, Unit, Lln, Uln, Baseline, High, Anticoagulation, Transfusion, LifeThreatening, .. more];
    }

    /// <summary>Version 5.0, terms of the blood count first.</summary>
    public static CtcaeCaseTable Hematology5 { get; } = new("ctcae-heme", Ctcae5.Criteria, Of("5.0", "27 November 2017"), Ctcae5.Hematology.Concat(Ctcae5.Chemistry), Bleeding);

    /// <summary>Version 5.0, terms of chemistry and coagulation first.</summary>
    public static CtcaeCaseTable Chemistry5 { get; } = new("ctcae-chem", Ctcae5.Criteria, Of("5.0", "27 November 2017"), Ctcae5.Chemistry.Concat(Ctcae5.Hematology), Bleeding);

    /// <summary>Version 6.0, terms of the blood count first.</summary>
    public static CtcaeCaseTable Hematology6 { get; } = new("ctcae6-heme", Ctcae6.Criteria, Of("6.0", "2025"), Ctcae6.Hematology.Concat(Ctcae6.Chemistry), Low, Bleeding);

    /// <summary>Version 6.0, terms of chemistry and coagulation first.</summary>
    public static CtcaeCaseTable Chemistry6 { get; } = new("ctcae6-chem", Ctcae6.Criteria, Of("6.0", "2025"), Ctcae6.Chemistry.Concat(Ctcae6.Hematology), Low, Bleeding);

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Criteria { get; }

    /// <inheritdoc/>
    public override string Citation { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Inputs { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Answers { get; } = ["grade"];

    /// <inheritdoc/>
    protected override CaseResult Grade(CaseRow row)
    {
        if (row.Reported(High) && row.Reported(Low))
        {
            throw new CaseInputException(Low.Name, "and baseline_high cannot both be true.");
        }

        var result = row.Entry(_term)!.Grade(InputsOf(row));
        return new CaseResult([result], [result.State == GradeState.Determined ? CaseText.Low(result) : ""]);
    }

    static LabInputs InputsOf(CaseRow row) => new()
    {
        Value = row.Value(Value),
        Unit = row.Entry(Unit),
        Lln = row.Value(Lln),
        Uln = row.Value(Uln),
        Baseline = row.Value(Baseline),
        BaselineIsHigh = row.Value(High),
        BaselineIsLow = row.Value(Low),
        OnAnticoagulation = row.Reported(Anticoagulation),
        TransfusionIndicated = row.Reported(Transfusion),
        LifeThreatening = row.Reported(LifeThreatening),
        Bleeding = row.Reported(Bleeding),
    };

    static string Of(string version, string date) =>
        $"National Cancer Institute. Common Terminology Criteria for Adverse Events (CTCAE) v{version}. US Department of Health and Human Services, {date}.";
}
