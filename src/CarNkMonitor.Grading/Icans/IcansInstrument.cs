namespace CarNkMonitor.Grading.Icans;

/// <summary>What tests cognition.</summary>
public enum Instrument
{
    /// <summary>The ICE score.</summary>
    Ice,

    /// <summary>The Cornell Assessment of Pediatric Delirium.</summary>
    Capd,
}

/// <summary>Which instrument a subject needs (specification 2.1; Lee et al. 2019, doi:10.1016/j.bbmt.2018.12.758).</summary>
public static class IcansInstrument
{
    /// <summary>CAPD below this age in years (exclusive): who is twelve uses ICE.</summary>
    public const decimal CapdBelow = 12m;

    /// <summary>With a developmental delay CAPD up to this age in years (inclusive): it is validated to 21.</summary>
    public const decimal CapdWithDelayUpTo = 21m;

    /// <summary>The instrument by age and development.</summary>
    /// <param name="ageYears">Decimal years; null when not known.</param>
    /// <param name="hasDevelopmentalDelay">A delay before treatment.</param>
    /// <returns>Null when the age is not known.</returns>
    public static Instrument? For(decimal? ageYears, bool hasDevelopmentalDelay) => ageYears switch
    {
        null => null,
        < CapdBelow => Instrument.Capd,
        <= CapdWithDelayUpTo when hasDevelopmentalDelay => Instrument.Capd,
        _ => Instrument.Ice,
    };

    internal static Instrument? Of(IcansInputs inputs) => For(inputs.AgeYears, inputs.HasDevelopmentalDelay);

    /// <summary>A form of the other instrument, or, where no form is named, scores of the other instrument alone.</summary>
    internal static bool IsWrong(Instrument? instrument, IcansInputs inputs) => instrument is { } right
        && (inputs.Used is { } used ? used != right : !IsCharted(right, inputs) && IsCharted(Other(right), inputs));

    /// <summary>While the age is not known every instrument stays possible; the one that was used is the one whose gaps can be filled.</summary>
    internal static bool IsInUse(Instrument instrument, IcansInputs inputs) =>
        Of(inputs) is { } right ? right == instrument
        : inputs.Used is { } used ? used == instrument
        : IsCharted(instrument, inputs) || !IsCharted(Other(instrument), inputs);

    internal static bool IsCharted(Instrument instrument, IcansInputs inputs) => instrument switch
    {
        Instrument.Ice => !inputs.Ice.IsEmpty,
        Instrument.Capd => !inputs.Capd.IsEmpty,
    };

    static Instrument Other(Instrument instrument) => instrument switch
    {
        Instrument.Ice => Instrument.Capd,
        Instrument.Capd => Instrument.Ice,
    };
}
