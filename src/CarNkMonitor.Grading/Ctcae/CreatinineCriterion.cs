using System.Runtime.CompilerServices;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Ctcae;

/// <summary>
/// Creatinine increased: multiples of ULN, or of the baseline for grades 2 and 3; the higher grade counts, even when the value lies within the
/// reference range. All limits are exclusive (&gt;). A missing baseline counts as normal and adds nothing.
/// </summary>
/// <param name="criteria">Criteria id.</param>
/// <param name="onlyLowBaseline">CTCAE 6.0: the multiples of the baseline count only if the baseline was below LLN.</param>
sealed class CreatinineCriterion(string criteria, bool onlyLowBaseline = false) : LabCriterion(criteria, "Creatinine increased", "creatinine")
{
    internal override int Highest => 4;

    internal override bool IsUnitFree => true;

    internal override LabLimits Reads => onlyLowBaseline ? LabLimits.Uln | LabLimits.BaselineIsLow : LabLimits.Uln;

    private protected override Levels Read(LabInputs lab, in Measured value, int unit)
    {
        var (isBounded, row) = (TryUln(lab, out var uln), new RowReading());
        _ = row.Reaches(4, isBounded ? value.IsAbove(6, uln) : null)
            || row.Reaches(3, (isBounded ? value.IsAbove(3, uln) : null).Or(AboveBaseline(lab, value, 3)))
            || row.Reaches(2, (isBounded ? value.IsAbove(1.5m, uln) : null).Or(AboveBaseline(lab, value, 1.5m)))
            || row.Reaches(1, lab.Uln is { } known ? value.IsAbove(known) : null);
        return row.Levels;
    }

    /// <summary>
    /// An unknown ULN is not below a baseline that was not high: this keeps a grade by the baseline from being open up to 4. Normal is never
    /// concluded from it (2.1: without ULN the baseline gives grades 2 and 3 alone).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool TryUln(LabInputs lab, out Measured uln)
    {
        if (lab.Uln is { } known)
        {
            uln = known;
            return true;
        }

        uln = new Measured(lab.Baseline?.Value ?? 0, Comparator.Above);
        return lab.Baseline is { Comparator: Comparator.Equal or Comparator.Above } && (lab.BaselineIsHigh == false || lab.BaselineIsLow == true);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    bool? AboveBaseline(LabInputs lab, in Measured value, decimal factor) =>
        lab.Baseline is not { } baseline ? false
        : onlyLowBaseline ? value.IsAbove(factor, baseline).And(lab.BaselineIsLow)
        : value.IsAbove(factor, baseline);
}
