namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>
/// Expected or unexpected cytopenia after conditioning, our own proposal (specification 2.7): the nadir after fludarabine and cyclophosphamide is
/// predictable and over by about day 30; a low count beyond it, or a second fall, is a signal. To be confirmed by the study's physicians.
/// </summary>
public static class CnkCytopenia
{
    /// <summary>Criteria id of these rules.</summary>
    public const string Criteria = "CNK-CYTOPENIA-1";

    /// <summary>The words of <see cref="CytopeniaCategory"/>; the last three are signals.</summary>
    public static readonly Scale Words = Scale.Words(
        "none", "expected_resolved", "expected_ongoing", "baseline_cytopenia", "recovery_unverified", "late_onset", "prolonged", "biphasic");

    /// <summary>The first category that fits, in the order of the specification.</summary>
    public static CytopeniaCategory Of(CytopeniaFindings findings) =>
        findings is { BaselineIsLow: true, HasRecovered: false } ? CytopeniaCategory.BaselineCytopenia
        : !findings.WasLow ? CytopeniaCategory.None
        : findings.IsLowAgain ? CytopeniaCategory.Biphasic
        : findings.BeganLate ? CytopeniaCategory.LateOnset
        : findings.IsLowLate ? CytopeniaCategory.Prolonged
        : findings.HasRecovered ? CytopeniaCategory.ExpectedResolved
        : findings.IsPastWindow ? CytopeniaCategory.RecoveryUnverified
        : CytopeniaCategory.ExpectedOngoing;

    /// <summary>True for the categories that somebody must hear of.</summary>
    public static bool IsSignal(this CytopeniaCategory category) => category switch
    {
        CytopeniaCategory.None or CytopeniaCategory.ExpectedResolved or CytopeniaCategory.ExpectedOngoing => false,
        CytopeniaCategory.BaselineCytopenia or CytopeniaCategory.RecoveryUnverified => false,
        CytopeniaCategory.LateOnset or CytopeniaCategory.Prolonged or CytopeniaCategory.Biphasic => true,
    };
}

/// <summary>What the rules ask of one lineage. "Late" is after the last expected day (30).</summary>
/// <param name="BaselineIsLow">The last count before conditioning was low.</param>
/// <param name="HasRecovered">Two good counts in a row were seen after a low one.</param>
/// <param name="WasLow">A low count was seen, at baseline or later.</param>
/// <param name="IsLowAgain">A low count followed the recovery.</param>
/// <param name="BeganLate">The first low count since conditioning was late.</param>
/// <param name="IsLowLate">A late low count came without a recovery before it.</param>
/// <param name="IsPastWindow">The evaluation is late.</param>
public readonly record struct CytopeniaFindings(
    bool BaselineIsLow, bool HasRecovered, bool WasLow, bool IsLowAgain, bool BeganLate, bool IsLowLate, bool IsPastWindow);

/// <summary>What became of one lineage. The numbers are levels of <see cref="CnkCytopenia.Words"/>.</summary>
public enum CytopeniaCategory
{
    /// <summary>Never low.</summary>
    None,

    /// <summary>Low, and recovered without a late low count.</summary>
    ExpectedResolved,

    /// <summary>Low, not recovered, still inside the window.</summary>
    ExpectedOngoing,

    /// <summary>Low before conditioning and not recovered: not evaluable.</summary>
    BaselineCytopenia,

    /// <summary>Past the window, neither recovered nor seen low: a blood count is wanted.</summary>
    RecoveryUnverified,

    /// <summary>Signal: low for the first time after the window.</summary>
    LateOnset,

    /// <summary>Signal: low after the window without a recovery before; stays so after it resolves.</summary>
    Prolonged,

    /// <summary>Signal: low again after a recovery.</summary>
    Biphasic,
}
