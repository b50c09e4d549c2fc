using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Crs;

/// <summary>
/// Which missing inputs the grade hangs on, and which grades hang on each: found by trying every cell that every missing input could take.
/// </summary>
static class CrsMissing
{
    static readonly Func<CrsInputs, object?> Fever = inputs => FeverFinding.Of(inputs);
    static readonly Func<CrsInputs, object?> Hypotension = inputs => HypotensionFinding.Of(inputs);
    static readonly Func<CrsInputs, object?> Hypoxia = inputs => OxygenFinding.Of(inputs);
    static readonly Func<CrsInputs, object?> Cause = inputs => inputs.Death;

    static readonly Gap<CrsInputs>[] Gaps =
    [
        new(CrsCodes.Temperature, Fever, inputs => inputs.TemperatureMax is null,
        [
            inputs => inputs with { TemperatureMax = FeverFinding.Limit - 1 },
            inputs => inputs with { TemperatureMax = FeverFinding.Limit },
            // A fever that nobody has read yet is one that nobody has explained (specification 1.3).
            inputs => inputs with { TemperatureMax = FeverFinding.Limit, FeverHasOtherCause = false },
        ]),
        // A ticked "no hypotension" stands in for an unmeasured pressure (specification 9, item 2).
        new(CrsCodes.Systolic, Hypotension, inputs => inputs.SystolicMin is null && inputs.HypotensionSeen != false,
        [
            inputs => inputs with { SystolicMin = SystolicLimit.Adult },
            inputs => inputs with { SystolicMin = SystolicLimit.Neonate },
            inputs => inputs with { SystolicMin = SystolicLimit.Neonate - 1 },
        ]),
        new(CrsCodes.Vasopressor, Hypotension, inputs => inputs.Vasopressors is null,
        [
            inputs => inputs with { Vasopressors = Vasopressors.None },
            inputs => inputs with { Vasopressors = Vasopressors.Norepinephrine },
            inputs => inputs with { Vasopressors = Vasopressors.Norepinephrine | Vasopressors.Epinephrine },
        ]),
        new(CrsCodes.Device, Hypoxia, inputs => inputs.Device is null,
        [
            inputs => inputs with { Device = OxygenDevice.RoomAir, SaturationMin = inputs.SaturationMin ?? OxygenFinding.UnmetBelow },
            inputs => inputs with { Device = OxygenDevice.NasalCannula, Flow = OxygenFinding.LowFlowUpTo },
            inputs => inputs with { Device = OxygenDevice.SimpleFacemask },
            inputs => inputs with { Device = OxygenDevice.InvasiveVentilation },
        ]),
        new(CrsCodes.Flow, Hypoxia, inputs => inputs.Device is OxygenDevice.NasalCannula or OxygenDevice.HighFlowCannula && inputs.Flow is null,
        [
            inputs => inputs with { Flow = OxygenFinding.LowFlowUpTo },
            inputs => inputs with { Flow = OxygenFinding.LowFlowUpTo + 1 },
        ]),
        new(CrsCodes.MaskingReviewed, Fever, inputs => inputs.Masking is null,
        [
            inputs => inputs with { Masking = MaskingTherapy.None },
            inputs => inputs with { Masking = MaskingTherapy.Antipyretic },
        ]),
        new("birth_date", Hypotension, inputs => inputs.Age is null,
        [
            inputs => inputs with { Age = new SubjectAge(0, IsBelow28Days: true) },
            inputs => inputs with { Age = new SubjectAge(18, IsBelow28Days: false) },
        ]),
        new(CrsCodes.Death, Cause, inputs => inputs.Death == DeathCause.Unknown,
        [
            inputs => inputs with { Death = DeathCause.Other },
            inputs => inputs with { Death = DeathCause.Crs },
        ]),
    ];

    /// <summary>Codes of what is not known. A missing saturation is no gap of the table, but a reading that has run out all the same.</summary>
    public static IEnumerable<string> Lacking(CrsInputs inputs) =>
        Gaps.Where(gap => gap.IsMissing(inputs)).Select(gap => gap.Code).Concat(inputs.SaturationMin is null ? [CrsCodes.Saturation] : []);

    public static IReadOnlyList<MissingInput> Of(CrsInputs inputs) => MissingSearch.Of(inputs, Gaps, completed =>
    {
        var range = CrsGrader.RangeOf(completed);
        return ((int)range.Low, (int)range.High);
    });
}
