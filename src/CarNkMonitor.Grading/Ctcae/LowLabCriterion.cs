using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Ctcae;

/// <summary>
/// A term of low values: each grade begins strictly below its number, so that the number itself belongs to the milder grade (neutrophils exactly
/// 1.5 are grade 1). Grade 1 begins below LLN where the row prints no number for it. Absolute limits win over LLN (1.45 with LLN 1.4 is grade 2).
/// </summary>
sealed class LowLabCriterion : LabCriterion
{
    readonly Limits[] _limits;
    readonly bool _isPrintedInSeveralUnits;

    /// <summary>Limits in the canonical unit of the catalogue; the other units follow from it.</summary>
    public LowLabCriterion(
        string criteria, string term, string code, decimal below2, decimal below3, decimal? below4, decimal? below1 = null) : base(criteria, term, code) =>
        _limits = new Limits(Rule.Unit, below1, below2, below3, below4).InEveryUnit(Rule);

    /// <summary>Limits as they are printed, one entry for every unit of the catalogue.</summary>
    public LowLabCriterion(string criteria, string term, string code, params ReadOnlySpan<Limits> printed) : base(criteria, term, code) =>
        (_limits, _isPrintedInSeveralUnits) = (Limits.Printed(Rule, printed), true);

    internal override int Highest => _limits[0].Grade4 is null ? 3 : 4;

    internal override bool IsUnitFree => false;

    internal override LabLimits Reads => _limits[0].Grade1 is null ? LabLimits.Lln : LabLimits.None;

    internal override bool IsPrintedInSeveralUnits => _isPrintedInSeveralUnits;

    internal override IEnumerable<decimal> NumbersIn(string? unit) => _limits[IndexOf(unit)].Numbers;

    private protected override Levels Read(LabInputs lab, in Measured value, int unit)
    {
        var (limits, row) = (_limits[unit], new RowReading());
        _ = (limits.Grade4 is { } fourth && row.Reaches(4, value.IsBelow(fourth)))
            || row.Reaches(3, value.IsBelow(limits.Grade3))
            || row.Reaches(2, value.IsBelow(limits.Grade2))
            || row.Reaches(1, (limits.Grade1 ?? lab.Lln) is { } first ? value.IsBelow(first) : null);
        return row.Levels;
    }
}
