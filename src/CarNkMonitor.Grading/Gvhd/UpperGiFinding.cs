namespace CarNkMonitor.Grading.Gvhd;

/// <summary>Facts to the stage of the upper GI tract (specification 1.1): any one of three signs is stage 1; no biopsy is needed.</summary>
static class UpperGiFinding
{
    /// <summary>Nausea is persistent from this many days on, inclusive.</summary>
    public const decimal NauseaDaysFrom = 3m;

    /// <summary>Vomiting counts from this many episodes a day, inclusive.</summary>
    public const decimal EpisodesFrom = 2m;

    /// <summary>Vomiting is persistent from this many such days on, inclusive; the paper's number, not the 3 of the group's abstract of 2015.</summary>
    public const decimal VomitingDaysFrom = 2m;

    public static Possible<UpperGiStage> Of(MagicInputs inputs) => IsPersistent(inputs) switch
    {
        true => UpperGiStage.Stage1,
        false => UpperGiStage.Stage0,
        null => Possible.Any<UpperGiStage>(),
    };

    /// <summary>One sign that is there decides; to say no, every sign must be known.</summary>
    static bool? IsPersistent(MagicInputs inputs) =>
        inputs.AnorexiaWithWeightLoss
        | inputs.NauseaDays?.IsAtLeast(NauseaDaysFrom)
        | (inputs.VomitingEpisodes?.IsAtLeast(EpisodesFrom) & inputs.VomitingDays?.IsAtLeast(VomitingDaysFrom));
}
