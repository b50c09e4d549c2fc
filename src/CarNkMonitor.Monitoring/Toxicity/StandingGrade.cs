using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.EarlyWarning;
using CarNkMonitor.Grading.Hlh;
using CarNkMonitor.Grading.Icans;
using CarNkMonitor.Grading.IecHs;
using CarNkMonitor.Grading.Infection;
using CarNkMonitor.Grading.Mas;
using CarNkMonitor.Grading.Scores;
using CarNkMonitor.Grading.Urgency;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>What one table in force says of a participant now, and how loudly it is told.</summary>
public sealed record StandingGrade(TablePart Table, ToxicityNow Now)
{
    static readonly HashSet<string> Heads = [AstctCrs.Criteria, AstctIcans.Criteria];

    /// <summary>Numbers and windows that help to judge: they are told aloud only when they are urgent.</summary>
    static readonly HashSet<string> Helps =
    [
        News2.Criteria, Qsofa.Criteria, HScore.Criteria, CarHematotox.Criteria, Easix.Criteria, ModifiedEasix.Criteria, SimplifiedEasix.Criteria,
        AncPhenotype.Criteria,
    ];

    public GradePlace Place =>
        Heads.Contains(Table.Criteria) ? GradePlace.Head
        : Now.State == GradeState.WrongInstrument ? GradePlace.Found
        : Now is not { Low: { } low, High: { } high } ? GradePlace.Quiet
        : Table.Criteria == CnkCytopenia.Criteria ? (low >= LeastUnexpected || Now.Flags.Contains(CytopeniaFlag.ExceedsExpectedDepth) ? GradePlace.Found : GradePlace.Quiet)
        : Helps.Contains(Table.Criteria) ? (Urgency >= ClinicalUrgency.Urgent1H ? GradePlace.Found : GradePlace.Quiet)
        : low > 0 ? GradePlace.Found
        : high > 0 ? GradePlace.NotExcluded
        : GradePlace.Quiet;

    /// <summary>Of this result alone, as the specification asks for a physician (<see cref="CnkUrgency"/>).</summary>
    public ClinicalUrgency Urgency => Now is not { Low: { } low, High: { } high } ? ClinicalUrgency.Routine : CnkUrgency.Of(Table switch
    {
        { Criteria: AstctCrs.Criteria } => new UrgencyFindings { Crs = Range(low, high), CrsIsNewOrWorse = low == 1 },
        { Criteria: AstctIcans.Criteria } => new UrgencyFindings { Icans = Range(low, high) },
        { Criteria: IecHsPattern.Criteria, Part: "grade" } => new UrgencyFindings { IecHs = (ToxicityGrade)low },
        { Criteria: MasSignal.Criteria } => new UrgencyFindings { MasLow = (MasLevel)low, MasHigh = (MasLevel)high },
        { Criteria: News2.Criteria } => new UrgencyFindings { Signals = new SignalFindings { News2 = low } },
        { Criteria: IdsaFebrileNeutropenia.Criteria } => new UrgencyFindings
        {
            Signals = new SignalFindings { FebrileNeutropenia = low > 0 ? FebrileNeutropenia.Yes : FebrileNeutropenia.No },
        },
        { Criteria: Grading.Gvhd.MagicAcuteGvhd.Criteria, Part: "signal" or "reported" } => new UrgencyFindings
        {
            Signals = new SignalFindings { GvhdSignal = low, GvhdIsNewOrWorse = true },
        },
        _ => new UrgencyFindings(),
    });

    /// <summary>On the worklist it is told beside CRS: an event or a signal of at least 2, or anything urgent.</summary>
    public bool IsNamedBesideCrs => Table.Criteria != AstctCrs.Criteria
        && (Urgency >= ClinicalUrgency.Urgent1H || (Now.Low >= 2 && (Table.Criteria == MasSignal.Criteria || Decisions.GradedTables.IsAdverseEvent(Table))));

    /// <summary>From here on (inclusive) a category of CNK-CYTOPENIA-1 is a signal: late onset, prolonged, biphasic.</summary>
    const int LeastUnexpected = (int)CytopeniaCategory.LateOnset;

    static GradeRange Range(int low, int high) => new((ToxicityGrade)low, (ToxicityGrade)high);

    /// <summary>The grade of an event; a signal or a category, whose numbers are no grades, counts as 1.</summary>
    int Severity => Decisions.GradedTables.IsAdverseEvent(Table) ? Now.Low ?? 0 : 1;

    /// <summary>Head first, then the most urgent, the highest grade, the table that weighs most.</summary>
    public static IReadOnlyList<StandingGrade> InOrder(IEnumerable<StandingGrade> grades) =>
    [
        .. grades.OrderBy(grade => grade.Place).ThenByDescending(grade => grade.Place == GradePlace.Found ? grade.Urgency : ClinicalUrgency.Routine)
            .ThenByDescending(grade => grade.Place == GradePlace.Found ? grade.Severity : 0)
            .ThenBy(grade => TableWeight.Of(grade.Table)).ThenByDescending(grade => grade.Now.High)
            .ThenBy(grade => grade.Table.Part, StringComparer.Ordinal),
    ];
}

/// <summary>Where a grade stands for people, in this order.</summary>
public enum GradePlace
{
    /// <summary>CRS and ICANS: always, and large.</summary>
    Head,

    /// <summary>A grade of at least 1, a signal, or a score that is urgent.</summary>
    Found,

    /// <summary>Nothing is found for sure, and something cannot be excluded.</summary>
    NotExcluded,

    /// <summary>Grade 0, not assessed, or a score that is not urgent.</summary>
    Quiet,
}
