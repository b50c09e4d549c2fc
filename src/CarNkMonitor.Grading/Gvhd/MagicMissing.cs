using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Gvhd;

/// <summary>
/// Which missing inputs the grade hangs on, and which grades hang on each: found by trying every stage that every missing input could lead to.
/// An organ that is not counted is never asked for.
/// </summary>
sealed class MagicMissing(GvhdConfidence least)
{
    static readonly Func<MagicInputs, object?> Skin = inputs => SkinFinding.Of(inputs);
    static readonly Func<MagicInputs, object?> Liver = inputs => LiverFinding.Of(inputs);
    static readonly Func<MagicInputs, object?> UpperGi = inputs => UpperGiFinding.Of(inputs);
    static readonly Func<MagicInputs, object?> LowerGi = inputs => LowerGiFinding.Of(inputs);

    readonly Gap<MagicInputs>[] _gaps =
    [
        new(MagicCodes.Rash, Skin, inputs => inputs.SkinConfidence >= least && inputs.RashPct is null,
        [
            inputs => inputs with { RashPct = 0 },
            inputs => inputs with { RashPct = SkinFinding.Stage2From - 1 },
            inputs => inputs with { RashPct = SkinFinding.Stage2From },
            inputs => inputs with { RashPct = SkinFinding.Stage2UpTo + 1, Bullae = false },
            // Whoever looks at the skin sees its descriptors too.
            inputs => inputs with { RashPct = 100, Erythroderma = true, Bullae = true, DesquamationPct = SkinFinding.DesquamationAbove + 1 },
        ]),
        new(MagicCodes.Bilirubin, Liver, inputs => inputs.LiverConfidence >= least && inputs.Bilirubin is null,
        [
            inputs => inputs with { Bilirubin = 0 },
            inputs => inputs with { Bilirubin = LiverFinding.Stage1UpTo },
            inputs => inputs with { Bilirubin = LiverFinding.Stage2UpTo },
            inputs => inputs with { Bilirubin = LiverFinding.Stage3UpTo },
            inputs => inputs with { Bilirubin = LiverFinding.Stage3UpTo + 1 },
        ]),
        new(MagicCodes.NauseaDays, UpperGi, inputs => inputs.UpperGiConfidence >= least && inputs.NauseaDays is null,
        [
            inputs => inputs with { NauseaDays = 0 },
            inputs => inputs with { NauseaDays = UpperGiFinding.NauseaDaysFrom },
        ]),
        new(MagicCodes.VomitingEpisodes, UpperGi, inputs => inputs.UpperGiConfidence >= least && inputs.VomitingEpisodes is null,
        [
            inputs => inputs with { VomitingEpisodes = 0 },
            inputs => inputs with { VomitingEpisodes = UpperGiFinding.EpisodesFrom },
        ]),
        new(MagicCodes.VomitingDays, UpperGi, inputs => inputs.UpperGiConfidence >= least && inputs.VomitingDays is null,
        [
            inputs => inputs with { VomitingDays = 0 },
            inputs => inputs with { VomitingDays = UpperGiFinding.VomitingDaysFrom },
        ]),
        new(MagicCodes.Anorexia, UpperGi, inputs => inputs.UpperGiConfidence >= least && inputs.AnorexiaWithWeightLoss is null,
        [
            inputs => inputs with { AnorexiaWithWeightLoss = false },
            inputs => inputs with { AnorexiaWithWeightLoss = true },
        ]),
        .. LowerGiGaps.Of(LowerGi, inputs => inputs.LowerGiConfidence >= least),
    ];

    public IReadOnlyList<MissingInput> Of(MagicInputs inputs) => MissingSearch.Of(inputs, _gaps, completed =>
    {
        var range = MagicGrader.RangeOf(completed, least);
        return ((int)range.Low, (int)range.High);
    });
}
