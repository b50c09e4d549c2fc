using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Ctcae;

/// <summary>
/// INR increased: above 1.2, 1.5 and 2.5 always; above 1, 1.5 and 2.5 times the baseline as well when therapeutic anticoagulation is recorded.
/// All limits are exclusive (&gt;). Beside an unknown baseline an INR up to 1.2 on anticoagulation is not determined; above it counts as normal.
/// </summary>
sealed class InrCriterion(string criteria) : LabCriterion(criteria, "INR increased", "inr")
{
    internal override int Highest => 3;

    internal override bool IsUnitFree => true;

    internal override LabLimits Reads => LabLimits.None;

    internal override IEnumerable<decimal> NumbersIn(string? unit) => [1.2m, 1.5m, 2.5m];

    /// <summary>Below the baseline, or above it by less than half: a missing baseline is not taken to be lower than normal.</summary>
    internal override IReadOnlyList<decimal> OpenBaselineRatios(LabInputs lab) => lab.OnAnticoagulation ? [0.9m, 1.1m] : [];

    private protected override Levels Read(LabInputs lab, in Measured value, int unit)
    {
        var row = new RowReading();
        _ = row.Reaches(3, value.IsAbove(2.5m).Or(AboveBaseline(lab, value, 2.5m, ifUnknown: false)))
            || row.Reaches(2, value.IsAbove(1.5m).Or(AboveBaseline(lab, value, 1.5m, ifUnknown: false)))
            || row.Reaches(1, value.IsAbove(1.2m).Or(AboveBaseline(lab, value, 1.0m, ifUnknown: null)));
        return row.Levels;
    }

    static bool? AboveBaseline(LabInputs lab, in Measured value, decimal factor, bool? ifUnknown) =>
        !lab.OnAnticoagulation ? false
        : lab.Baseline is { } baseline ? value.IsAbove(factor, baseline)
        : ifUnknown;
}
