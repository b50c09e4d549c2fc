using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Quantities;

namespace CarNkMonitor.Grading.Ctcae;

/// <summary>
/// One laboratory term of CTCAE: one row of the printed table. Alternatives that a semicolon separates are "or": each is evaluated and the
/// highest grade counts. A value is compared in the unit in which it was reported, with the limits of the table in that unit.
/// </summary>
public abstract class LabCriterion
{
    readonly CtcaeExplainer _explainer;
    readonly string[] _units;

    private protected LabCriterion(string criteria, string term, string code)
    {
        (Term, Code, Rule) = (term, code, QuantityRules.Find(code)!);
        _units = [.. Rule.Units];
        _explainer = new CtcaeExplainer(criteria, this);
    }

    /// <summary>Criteria id of the edition, for example <c>CTCAE-5.0</c>.</summary>
    public string Criteria => _explainer.Criteria;

    /// <summary>The term as it is printed, for example <c>Neutrophil count decreased</c>.</summary>
    public string Term { get; }

    /// <summary>Observation code of the value that the term grades, for example <c>anc</c>.</summary>
    public string Code { get; }

    /// <summary>Units in which the value may be reported (UCUM), the canonical one of the catalogue first.</summary>
    public IReadOnlyList<string> Units => _units;

    internal QuantityRule Rule { get; }

    /// <summary>Highest grade that a number can give; a clinician's statement may go beyond it.</summary>
    internal abstract int Highest { get; }

    /// <summary>True for rows of pure multiples: a value and a limit of one report compare in whatever unit both are.</summary>
    internal abstract bool IsUnitFree { get; }

    /// <summary>What the row reads beside the value and the baseline.</summary>
    internal abstract LabLimits Reads { get; }

    /// <summary>True when the row prints its limits in several units that are not exact multiples of each other (0.2.3).</summary>
    internal virtual bool IsPrintedInSeveralUnits => false;

    /// <summary>Grade by "transfusion indicated"; 0 where the row does not print it.</summary>
    internal int TransfusionGrade { get; init; }

    /// <summary>Grade by "life-threatening consequences"; 0 where the row does not print it.</summary>
    internal int LifeThreateningGrade { get; init; }

    /// <summary>Grade by "bleeding"; 0 where the row does not print it.</summary>
    internal int BleedingGrade { get; init; }

    /// <summary>Grades one value.</summary>
    /// <returns>
    /// The grade, or the range that a missing value or limit leaves open. A value in an unknown unit is not graded
    /// (<see cref="GradeState.NotComputed"/>), unless a clinician's statement alone gives a grade. Grade 5 is never computed.
    /// </returns>
    public GradeResult Grade(LabInputs lab)
    {
        var levels = LevelsOf(lab);
        return levels.IsComputed ? _explainer.Result(lab, levels.Low, levels.High) : _explainer.Result(lab, GradeState.NotComputed);
    }

    /// <summary>No value of this term stands; set by the caller.</summary>
    public GradeResult NotAssessed => _explainer.NotAssessed();

    /// <summary>The term alone.</summary>
    public override string ToString() => Term;

    internal Levels LevelsOf(LabInputs lab)
    {
        var stated = Stated(lab);
        if (lab.Value is not { } value || stated >= Highest)
        {
            return new Levels(stated, Math.Max(stated, Highest));
        }

        var unit = IndexOf(lab.Unit);
        return unit >= 0 ? WithBleeding(lab, Read(lab, value, unit)).AtLeast(stated)
            : stated > 0 ? new Levels(stated, Highest)
            : Levels.NotComputed;
    }

    /// <summary>A recorded bleeding counts beside a prolonged clotting time: for certain where both are certain, and at most where either is open.</summary>
    Levels WithBleeding(LabInputs lab, Levels levels) => BleedingGrade == 0 || lab.RecordedBleeding == false || levels.High == 0 ? levels
        : new Levels(lab.RecordedBleeding == true && levels.Low > 0 ? Math.Max(levels.Low, BleedingGrade) : levels.Low, Math.Max(levels.High, BleedingGrade));

    /// <summary>Whether the row can be read in this unit.</summary>
    internal bool CanRead(string? unit) => IndexOf(unit) >= 0;

    /// <summary>The numbers of the row in a unit that it can be read in, for the search for what is missing; none in a row of pure multiples.</summary>
    internal virtual IEnumerable<decimal> NumbersIn(string? unit) => [];

    /// <summary>Value to baseline, one ratio for every interval that a missing baseline leaves open; empty where a missing baseline counts as normal.</summary>
    internal virtual IReadOnlyList<decimal> OpenBaselineRatios(LabInputs lab) => [];

    /// <summary>The printed row for a value.</summary>
    /// <param name="lab">Limits and baseline.</param>
    /// <param name="value">The value.</param>
    /// <param name="unit">Index of its unit in <see cref="Units"/>.</param>
    private protected abstract Levels Read(LabInputs lab, in Measured value, int unit);

    int Stated(LabInputs lab) => Math.Max(
        lab.LifeThreatening ? LifeThreateningGrade : 0,
        Math.Max(lab.TransfusionIndicated ? TransfusionGrade : 0, lab.Bleeding ? BleedingGrade : 0));

    private protected int IndexOf(string? unit)
    {
        for (var index = 0; index < _units.Length; index++)
        {
            if (_units[index] == unit)
            {
                return index;
            }
        }

        return string.IsNullOrEmpty(unit) && IsUnitFree ? 0 : -1;
    }
}
