using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Ctcae;

/// <summary>The recorded inputs that decided: the value, and everything else without which the result would be another.</summary>
static class CtcaeDrivers
{
    public static IEnumerable<Driver> Of(LabCriterion row, LabInputs lab) => [.. Statements(row, lab), .. Numbers(row, lab)];

    static IEnumerable<Driver> Statements(LabCriterion row, LabInputs lab)
    {
        if (Decides(row, lab, lab with { LifeThreatening = false }))
        {
            yield return Driver.Of(CtcaeCodes.LifeThreatening, row.Term.ToLowerInvariant());
        }

        if (Decides(row, lab, lab with { TransfusionIndicated = false }))
        {
            yield return Driver.Of(CtcaeCodes.TransfusionIndicated, "true");
        }

        if (Decides(row, lab, lab.WithoutBleeding))
        {
            yield return Driver.Of(CtcaeCodes.Bleeding, "true");
        }

        if (Decides(row, lab, lab with { OnAnticoagulation = false }))
        {
            yield return Driver.Of(CtcaeCodes.Anticoagulant, "start");
        }
    }

    static IEnumerable<Driver> Numbers(LabCriterion row, LabInputs lab)
    {
        if (lab.Value is { } value)
        {
            yield return Number(row, lab, row.Code, value);
        }

        if (lab.Lln is { } lln && Decides(row, lab, lab with { Lln = null }))
        {
            yield return Number(row, lab, CtcaeCodes.Lln, lln);
        }

        if (lab.Uln is { } uln && Decides(row, lab, lab with { Uln = null }))
        {
            yield return Number(row, lab, CtcaeCodes.Uln, uln);
        }

        if (lab.Baseline is { } baseline && Decides(row, lab, lab with { Baseline = null, BaselineIsHigh = null, BaselineIsLow = null }))
        {
            yield return Number(row, lab, CtcaeCodes.Baseline, baseline);
        }
    }

    static bool Decides(LabCriterion row, LabInputs lab, LabInputs without) => row.LevelsOf(without) != row.LevelsOf(lab);

    /// <summary>In the canonical unit; as reported where the table prints that unit itself, and where the unit is not known.</summary>
    static Driver Number(LabCriterion row, LabInputs lab, string code, Measured number) =>
        !row.IsPrintedInSeveralUnits && lab.Unit is { } unit && row.Rule.ToCanonical(number.Value, unit) is { } canonical
            ? Driver.Of(code, number with { Value = canonical }, row.Rule.Unit)
            : Driver.Of(code, number, lab.Unit);
}
