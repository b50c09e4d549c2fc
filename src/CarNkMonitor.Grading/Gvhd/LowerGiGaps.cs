using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Gvhd;

/// <summary>What may be missing of the lower GI tract: the stool chart, and what chooses the column it is read by.</summary>
static class LowerGiGaps
{
    /// <summary>Stools without volume that reach stage 0, 1, 2 and 3 of the adult and of the child.</summary>
    static readonly decimal[] Episodes = [0, 3, 4, 5, 7, 8, 11];

    /// <summary>mL per kg at stage 0, 1, 2 and 3 of a child; twice at stage 0, because nothing is nothing at any weight.</summary>
    static readonly decimal[] MlPerKg = [0, 9, 10, 20, 31];

    /// <summary>A child as heavy as children get in this table.</summary>
    const decimal JustBelowAdultKg = LowerGiFinding.AdultFromKg - 0.000001m;

    const decimal LightestKg = 1m;

    public static IEnumerable<Gap<MagicInputs>> Of(Func<MagicInputs, object?> row, Func<MagicInputs, bool> isCounted) =>
    [
        new(MagicCodes.StoolVolume, row, inputs => isCounted(inputs) && LowerGiFinding.IsMissing(inputs),
        [
            .. MlPerKg.Select(amount => (Func<MagicInputs, MagicInputs>)(inputs => inputs with { StoolVolume = amount * Kg(inputs) })),
            inputs => inputs with { GrossBlood = true },
        ]),
        new(MagicCodes.UnmeasuredStools, row, inputs => isCounted(inputs) && LowerGiFinding.IsMissing(inputs),
        [
            .. Episodes.Select(count => (Func<MagicInputs, MagicInputs>)(inputs => inputs with { UnmeasuredStools = count })),
            inputs => inputs with { GrossBlood = true },
        ]),
        new(MagicCodes.Weight, row, inputs => isCounted(inputs) && inputs.WeightKg is null && LowerGiFinding.UsesChildColumn(inputs) != false,
        [
            inputs => inputs with { WeightKg = LightestKg },
            .. MlPerKg.Skip(1).Select(amount => (Func<MagicInputs, MagicInputs>)(inputs => inputs with { WeightKg = KgAt(inputs, amount, EpisodesPerKg(inputs)) })),
            // A number of stools below some bound may also be none.
            .. MlPerKg.Skip(1).Select(amount => (Func<MagicInputs, MagicInputs>)(inputs => inputs with { WeightKg = KgAt(inputs, amount, episodesPerKg: 0) })),
            inputs => inputs with { WeightKg = JustBelowAdultKg },
        ]),
        new(MagicCodes.Age, row, inputs => inputs.Age is null && isCounted(inputs) && LowerGiFinding.UsesChildColumn(inputs) is null,
        [
            inputs => inputs with { Age = new(LowerGiFinding.AdultFromYears, IsBelow28Days: false) },
            inputs => inputs with { Age = new(LowerGiFinding.AdultFromYears - 1, IsBelow28Days: false) },
        ]),
    ];

    /// <summary>The adult's limits are those of a child of 50 kg.</summary>
    static decimal Kg(MagicInputs inputs) =>
        LowerGiFinding.UsesChildColumn(inputs) == false ? LowerGiFinding.AdultFromKg : inputs.WeightKg?.Value ?? LowerGiFinding.AdultFromKg;

    /// <summary>The weight at which the volume charted and the stools make this much per kg, as far as a child can weigh that.</summary>
    static decimal KgAt(MagicInputs inputs, decimal mlPerKg, decimal episodesPerKg)
    {
        var kg = mlPerKg > episodesPerKg ? (inputs.StoolVolume?.Value ?? 0) / (mlPerKg - episodesPerKg) : LightestKg;
        return Math.Clamp(kg, LightestKg, JustBelowAdultKg);
    }

    static decimal EpisodesPerKg(MagicInputs inputs) => LowerGiFinding.ChildMlPerKgPerEpisode * (inputs.UnmeasuredStools?.Value ?? 0);
}
