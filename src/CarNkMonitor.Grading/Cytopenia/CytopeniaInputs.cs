using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>What the expected window needs to know of one lineage after one conditioning course.</summary>
public sealed record CytopeniaInputs
{
    /// <summary>The cell line.</summary>
    public required BloodLineage Lineage { get; init; }

    /// <summary>LD1: RecoveryDay of the first fludarabine or cyclophosphamide dose, for example -5. Earlier counts are not read.</summary>
    public required int ConditioningDay { get; init; }

    /// <summary>RecoveryDay of the evaluation. Later counts are not read.</summary>
    public required int EvaluationDay { get; init; }

    /// <summary>
    /// The last count before LD1, or before the first infusion if there is none; null = not recorded, which counts as normal (specification 2.1).
    /// </summary>
    public Measured? Baseline { get; init; }

    /// <summary>Counts in the canonical unit of the lineage, unrounded; any order, several on a day allowed (the lowest counts).</summary>
    public IReadOnlyList<DayValue> Counts { get; init; } = [];

    /// <summary>RecoveryDays of transfusions of the matching product; not read for neutrophils.</summary>
    public IReadOnlyList<int> TransfusionDays { get; init; } = [];

    /// <summary>Early ICAHT for neutrophils, early T-ICAHT for platelets, of the same course; null when not graded.</summary>
    public GradeResult? EarlyGrade { get; init; }

    /// <summary>The thresholds of the study.</summary>
    public CytopeniaLimits Limits { get; init; } = CytopeniaLimits.Proposed;
}
