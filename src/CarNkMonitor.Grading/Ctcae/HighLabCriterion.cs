using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Quantities;

namespace CarNkMonitor.Grading.Ctcae;

/// <summary>
/// A term of high values with printed numbers: grade 1 begins at its number (inclusive), every other grade strictly above its own. Neither LLN
/// nor ULN play a part.
/// </summary>
sealed class HighLabCriterion(string criteria, string term, string code, params ReadOnlySpan<Limits> printed) : LabCriterion(criteria, term, code)
{
    readonly Limits[] _limits = Limits.Printed(QuantityRules.Find(code)!, printed);

    internal override int Highest => 4;

    internal override bool IsUnitFree => false;

    internal override LabLimits Reads => LabLimits.None;

    internal override bool IsPrintedInSeveralUnits => true;

    internal override IEnumerable<decimal> NumbersIn(string? unit) => _limits[IndexOf(unit)].Numbers;

    private protected override Levels Read(LabInputs lab, in Measured value, int unit)
    {
        var (limits, row) = (_limits[unit], new RowReading());
        _ = row.Reaches(4, value.IsAbove(limits.Grade4!.Value))
            || row.Reaches(3, value.IsAbove(limits.Grade3))
            || row.Reaches(2, value.IsAbove(limits.Grade2))
            || row.Reaches(1, value.IsAtLeast(limits.Grade1!.Value));
        return row.Levels;
    }
}
