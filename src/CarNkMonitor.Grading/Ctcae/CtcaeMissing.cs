using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Ctcae;

/// <summary>
/// Which missing inputs the grade hangs on: every missing number takes one value inside every interval in which the row could not tell its values
/// apart, and every missing flag and unit each of its values.
/// </summary>
static class CtcaeMissing
{
    /// <summary>Where a grade may begin, as multiples of a limit of normal or of a baseline: every multiple that a table prints.</summary>
    static readonly decimal[] Multiples = [0.25m, 0.5m, 0.75m, 1m, 1.5m, 2m, 2.5m, 3m, 4m, 5m, 6m, 10m, 20m];

    /// <summary>One ratio of value to limit in every interval between two multiples, and one beyond each end.</summary>
    public static readonly decimal[] Ratios = [.. Between(Multiples)];

    /// <summary>A ratio of grade 1 in every row.</summary>
    const decimal SlightlyAbove = 1.1m;

    /// <summary>No more values than the intervals of the printed numbers and of the multiples of three limits.</summary>
    static readonly int MostValues = 4 + (3 * Multiples.Length) + 1;

    public static IReadOnlyList<MissingInput> Of(LabCriterion row, LabInputs lab) => IsOfUnknownUnit(row, lab) ? [] : MissingSearch.Of(lab, Gaps(row), completed =>
    {
        var levels = row.LevelsOf(completed);
        return (levels.Low, levels.High);
    });

    /// <summary>A unit that is recorded and wrong is not missing.</summary>
    static bool IsOfUnknownUnit(LabCriterion row, LabInputs lab) => lab.Value is not null && !string.IsNullOrEmpty(lab.Unit) && !row.CanRead(lab.Unit);

    /// <summary>All inputs of a laboratory term stand in one row of the table, so they are searched together.</summary>
    static Gap<LabInputs>[] Gaps(LabCriterion row)
    {
        Func<LabInputs, object?> level = lab => row.LevelsOf(lab);
        return
        [
            new(CtcaeCodes.Unit, level, lab => lab.Value is not null && !row.CanRead(lab.Unit), [.. row.Units.Select(UnitCell)]),
            new(row.Code, level, lab => lab.Value is null, [.. Enumerable.Range(0, MostValues).Select(index => ValueCell(row, index))]),
            new(CtcaeCodes.Lln, level, lab => lab.Lln is null && row.Reads.HasFlag(LabLimits.Lln), [.. Ratios.Select(ratio => LlnCell(row, ratio))]),
            new(CtcaeCodes.Uln, level, lab => lab.Uln is null && row.Reads.HasFlag(LabLimits.Uln), [UlnAtBaseline, .. Ratios.Select(ratio => UlnCell(row, ratio))]),
            new(CtcaeCodes.Baseline, level, lab => lab.Baseline is null && row.OpenBaselineRatios(lab).Count > 0,
                [.. Ratios.Select((_, index) => BaselineCell(row, index))]),
            new(CtcaeCodes.BaselineIsHigh, level, lab => lab.Baseline is not null && lab.BaselineIsHigh is null && row.Reads.HasFlag(LabLimits.BaselineIsHigh),
                lab => lab with { BaselineIsHigh = false }, lab => lab with { BaselineIsHigh = true }),
            new(CtcaeCodes.BaselineIsLow, level, lab => lab.Baseline is not null && lab.BaselineIsLow is null && row.Reads.HasFlag(LabLimits.BaselineIsLow),
                lab => lab with { BaselineIsLow = false }, lab => lab with { BaselineIsLow = true }),
        ];
    }

    static Func<LabInputs, LabInputs> UnitCell(string unit) => lab => lab with { Unit = unit };

    static Func<LabInputs, LabInputs> ValueCell(LabCriterion row, int index) => lab =>
    {
        var unit = row.CanRead(lab.Unit) ? lab.Unit : row.Rule.Unit;
        var values = Between([.. row.NumbersIn(unit), .. Known(lab).SelectMany(limit => Multiples, (limit, multiple) => limit * multiple)]).ToArray();
        return lab with { Value = values[Math.Min(index, values.Length - 1)], Unit = unit };
    };

    static Func<LabInputs, LabInputs> LlnCell(LabCriterion row, decimal ratio) => lab => lab with { Lln = ValueOf(row, lab) / ratio };

    /// <summary>With ULN it is known as well whether the baseline was high; and ULN is not below a baseline that was not, see <see cref="CreatinineCriterion"/>.</summary>
    static Func<LabInputs, LabInputs> UlnCell(LabCriterion row, decimal ratio) => lab =>
    {
        var (value, uln) = (ValueOf(row, lab), ValueOf(row, lab) / ratio);
        return lab.Baseline is not { } baseline ? lab with { Uln = uln }
            : lab.BaselineIsHigh == true ? lab with { Uln = uln, BaselineIsHigh = baseline.Value > uln }
            : row is CreatinineCriterion && (lab.BaselineIsHigh == false || lab.BaselineIsLow == true) ? lab with { Uln = Math.Max(uln, Math.Min(baseline.Value, value / SlightlyAbove)) }
            : lab with { Uln = uln };
    };

    /// <summary>The lowest ULN beside which a baseline was not high: between two ratios a grade may end there.</summary>
    static LabInputs UlnAtBaseline(LabInputs lab) => lab with { Uln = lab.Baseline?.Value ?? 1, BaselineIsHigh = lab.Baseline is null ? lab.BaselineIsHigh : false };

    /// <summary>A baseline that was high lies above ULN.</summary>
    static Func<LabInputs, LabInputs> BaselineCell(LabCriterion row, int index) => lab =>
    {
        var ratios = row.OpenBaselineRatios(lab);
        var baseline = ValueOf(row, lab) / ratios[Math.Min(index, ratios.Count - 1)];
        return lab with { Baseline = lab.BaselineIsHigh == true && baseline <= lab.Uln ? lab.Uln * 1.000001m : baseline };
    };

    /// <summary>For a missing value the highest number that the row or the record knows, so that limits are found on both sides of all of them.</summary>
    static decimal ValueOf(LabCriterion row, LabInputs lab) =>
        lab.Value?.Value ?? row.NumbersIn(row.CanRead(lab.Unit) ? lab.Unit : row.Rule.Unit).Concat(Known(lab)).DefaultIfEmpty(1).Max();

    static IEnumerable<decimal> Known(LabInputs lab) => from limit in new[] { lab.Lln, lab.Uln, lab.Baseline?.Value } where limit > 0 select limit.Value;

    /// <summary>One number inside every interval between these, one below the lowest and one above the highest.</summary>
    static IEnumerable<decimal> Between(IEnumerable<decimal> numbers)
    {
        decimal before = 0;
        foreach (var number in numbers.Order())
        {
            yield return (before + number) / 2;
            before = number;
        }

        yield return before == 0 ? 1 : before * 2;
    }
}
