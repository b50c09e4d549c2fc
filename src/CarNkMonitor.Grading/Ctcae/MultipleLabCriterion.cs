using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Ctcae;

/// <summary>
/// A term in multiples of ULN, and of the baseline instead when the baseline was high. A missing baseline counts as normal. Without ULN the term
/// is not determined, also beside a high baseline: whether it was high cannot be seen, and the range spans both halves of the row (2.1).
/// </summary>
sealed class MultipleLabCriterion(string criteria, string term, string code, Multiples ofUln, Multiples? ofBaseline = null)
    : LabCriterion(criteria, term, code)
{
    internal override int Highest => ofUln.Highest;

    internal override bool IsUnitFree => true;

    internal override LabLimits Reads => ofBaseline is null ? LabLimits.Uln : LabLimits.Uln | LabLimits.BaselineIsHigh;

    internal override IReadOnlyList<decimal> OpenBaselineRatios(LabInputs lab) =>
        ofBaseline is not null && lab.BaselineIsHigh == true ? CtcaeMissing.Ratios : [];

    private protected override Levels Read(LabInputs lab, in Measured value, int unit)
    {
        if (ofBaseline is null || lab.BaselineIsHigh == false || (lab.BaselineIsHigh is null && lab.Baseline is null))
        {
            return BesideNormalBaseline(lab, value);
        }

        var high = BesideHighBaseline(lab, value);
        return lab.BaselineIsHigh == true ? high : high.Or(BesideNormalBaseline(lab, value));
    }

    Levels BesideNormalBaseline(LabInputs lab, in Measured value) => lab.Uln is { } uln ? ofUln.Read(value, uln) : new Levels(0, Highest);

    Levels BesideHighBaseline(LabInputs lab, in Measured value) => (lab.Baseline, lab.Uln) switch
    {
        ({ } baseline, { }) => ofBaseline!.Read(value, baseline),
        ({ Comparator: Comparator.Below }, null) => new Levels(0, Highest),
        // Either half of the row; and normal is never concluded without ULN.
        ({ } baseline, null) => ofBaseline!.Read(value, baseline).Or(ofUln.Read(value, baseline with { Comparator = Comparator.Above })).Or(new Levels(0, 1)),
        // High by an unknown amount: anywhere above ULN.
        (null, { } uln) => ofBaseline!.Read(value, new Measured(uln, Comparator.Above)),
        (null, null) => new Levels(0, Highest),
    };
}
