using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Ctcae;

/// <summary>A term with grade 1 alone: above the baseline and above ULN, both exclusive. A missing baseline or ULN leaves it open.</summary>
sealed class RiseLabCriterion(string criteria, string term, string code) : LabCriterion(criteria, term, code)
{
    internal override int Highest => 1;

    internal override bool IsUnitFree => true;

    internal override LabLimits Reads => LabLimits.Uln;

    internal override IReadOnlyList<decimal> OpenBaselineRatios(LabInputs lab) => [0.9m, 1.1m];

    private protected override Levels Read(LabInputs lab, in Measured value, int unit)
    {
        var row = new RowReading();
        row.Reaches(1, AboveUln(lab, value).And(AboveBaseline(lab, value)));
        return row.Levels;
    }

    static bool? AboveUln(LabInputs lab, in Measured value) => lab.Uln is { } uln ? value.IsAbove(uln) : null;

    static bool? AboveBaseline(LabInputs lab, in Measured value) => lab.Baseline is { } baseline ? value.IsAbove(1, baseline) : null;
}
