using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Gvhd;

/// <summary>
/// Facts to the stage of the lower GI tract (specification 1.1). Volume and episodes are one number: what was measured, and a fixed amount for
/// each liquid stool that was not. That gives the printed columns for episodes exactly, so the two columns cannot disagree.
/// </summary>
static class LowerGiFinding
{
    /// <summary>From this age in years on (inclusive) the adult column is used.</summary>
    public const int AdultFromYears = 18;

    /// <summary>From this weight in kg on (inclusive) the adult column is used.</summary>
    public const decimal AdultFromKg = 50m;

    /// <summary>An unmeasured liquid stool of an adult, mL.</summary>
    public const decimal AdultMlPerEpisode = 200m;

    /// <summary>An unmeasured liquid stool of a child, mL per kg of body weight.</summary>
    public const decimal ChildMlPerKgPerEpisode = 3m;

    /// <summary>The lightest body weight that the catalogue accepts, kg.</summary>
    const decimal LightestKg = 1m;

    /// <summary>Pain or blood decides whatever the volume. Either of the two printed columns is enough: an empty one beside the other adds nothing.</summary>
    public static Possible<OrganStage> Of(MagicInputs inputs) =>
        inputs.SevereAbdominalPain || inputs.GrossBlood ? OrganStage.Stage4
        : IsMissing(inputs) ? Possible.Any<OrganStage>()
        : UsesChildColumn(inputs) switch
        {
            true => Child(inputs),
            false => Adult(inputs),
            null => Child(inputs).Or(Adult(inputs)),
        };

    /// <summary>Nothing was charted.</summary>
    public static bool IsMissing(MagicInputs inputs) =>
        inputs.StoolVolume is null && inputs.UnmeasuredStools is null && !inputs.SevereAbdominalPain && !inputs.GrossBlood;

    /// <summary>
    /// Below 18 years and below 50 kg; a child of unknown weight is staged as a child. Null when the age is unknown and matters, and for a child of whom a bound
    /// leaves open whether it weighs 50 kg.
    /// </summary>
    public static bool? UsesChildColumn(MagicInputs inputs)
    {
        var (isChild, isLight) = (inputs.Age is { } age ? age.CompletedYears < AdultFromYears : (bool?)null, inputs.WeightKg is { } kg ? kg.IsBelow(AdultFromKg) : true);
        return isChild & isLight;
    }

    static Possible<OrganStage> Adult(MagicInputs inputs) => AdultStages(Volume(inputs).Plus(Episodes(inputs).Times(AdultMlPerEpisode)));

    static Possible<OrganStage> Child(MagicInputs inputs)
    {
        var episodesPerKg = Episodes(inputs).Times(ChildMlPerKgPerEpisode);
        return inputs.WeightKg is { Comparator: Comparator.Equal, Value: var kg } ? ChildStages(Volume(inputs), episodesPerKg, kg) : ChildOfAnyWeight(Volume(inputs), episodesPerKg);
    }

    /// <summary>The same volume is least per kg just below 50 kg, and most in the lightest child.</summary>
    static Possible<OrganStage> ChildOfAnyWeight(StoolAmount ml, StoolAmount episodesPerKg) => OrganStages.Between(
        ChildStages(ml.AboveLow(), episodesPerKg, AdultFromKg).Lowest, ChildStages(ml, episodesPerKg, LightestKg).Highest);

    /// <summary>The adult column, mL a day.</summary>
    static Possible<OrganStage> AdultStages(StoolAmount ml) => OrganStages.Reached(ml.IsAtLeast(500), ml.IsAtLeast(1000), ml.IsAbove(1500), false);

    /// <summary>The child's column, mL per kg a day; multiplied by the weight, because a quotient may not end.</summary>
    static Possible<OrganStage> ChildStages(StoolAmount volume, StoolAmount episodesPerKg, decimal kg)
    {
        var ml = volume.Plus(episodesPerKg.Times(kg));
        return OrganStages.Reached(ml.IsAtLeast(10 * kg), ml.IsAtLeast(20 * kg), ml.IsAbove(30 * kg), false);
    }

    static StoolAmount Volume(MagicInputs inputs) => inputs.StoolVolume is { } ml ? StoolAmount.Of(ml) : StoolAmount.Nothing;

    static StoolAmount Episodes(MagicInputs inputs) => inputs.UnmeasuredStools is { } stools ? StoolAmount.Of(stools) : StoolAmount.Nothing;
}
