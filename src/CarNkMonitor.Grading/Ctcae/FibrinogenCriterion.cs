using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Ctcae;

/// <summary>
/// Fibrinogen decreased: parts of LLN (a grade begins strictly below its part), the fall from the baseline if the current value is below LLN (a
/// grade begins at 25, 50 and 75 %, inclusive), and less than 0.50 g/L for grade 4. A missing baseline adds nothing.
/// </summary>
sealed class FibrinogenCriterion : LabCriterion
{
    /// <summary>0.50 g/L in every unit of the catalogue, in their order.</summary>
    readonly decimal[] _half;

    public FibrinogenCriterion(string criteria) : base(criteria, "Fibrinogen decreased", "fibrinogen") =>
        _half = [.. Limits.InEveryUnit(Rule, 0.50m)];

    internal override int Highest => 4;

    internal override bool IsUnitFree => false;

    internal override LabLimits Reads => LabLimits.Lln;

    internal override IEnumerable<decimal> NumbersIn(string? unit) => [_half[IndexOf(unit)]];

    private protected override Levels Read(LabInputs lab, in Measured value, int unit)
    {
        var (row, isLow) = (new RowReading(), value.IsBelow(lab.Lln));
        _ = row.Reaches(4, value.IsBelow(_half[unit]).Or(IsLeft(lab, value, 0.25m, isLow)))
            || row.Reaches(3, IsLeft(lab, value, 0.5m, isLow))
            || row.Reaches(2, IsLeft(lab, value, 0.75m, isLow))
            || row.Reaches(1, isLow);
        return row.Levels;
    }

    /// <summary>Less than this part of LLN is left; or the value is below LLN and at most this part of the baseline is left.</summary>
    static bool? IsLeft(LabInputs lab, in Measured value, decimal part, bool? isLow) =>
        isLow == false ? false : (lab.Lln is { } lln ? value.IsBelow(part * lln) : null).Or(isLow.And(HasFallenTo(lab, value, part)));

    /// <summary>(baseline - value) / baseline × 100 is at least 25, 50 or 75 %: value &lt;= part × baseline, without a division.</summary>
    static bool? HasFallenTo(LabInputs lab, in Measured value, decimal part) => lab.Baseline is { } baseline ? !value.IsAbove(part, baseline) : false;
}
