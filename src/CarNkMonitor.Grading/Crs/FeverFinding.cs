namespace CarNkMonitor.Grading.Crs;

/// <summary>Facts to the first row of the table (specification 1.3).</summary>
static class FeverFinding
{
    /// <summary>Fever is a temperature of at least this, once, wherever it was measured. Not the 38.3 °C of the neutropenic-fever rule.</summary>
    public const decimal Limit = 38.0m;

    public static Possible<Fever> Of(CrsInputs inputs)
    {
        var isRaw = inputs.TemperatureMax?.IsAtLeast(Limit);
        if (isRaw == true && !inputs.FeverHasOtherCause)
        {
            return Fever.Present;
        }

        var cells = WithoutFever(inputs);
        // An unmeasured temperature may be a fever, also in a subject whose fever is waived; so may a bound such as "<38.5".
        return inputs.TemperatureMax is null || (!inputs.FeverHasOtherCause && isRaw is null) ? cells.Or(Fever.Present) : cells;
    }

    static Possible<Fever> WithoutFever(CrsInputs inputs) =>
        inputs.IsEstablished && IsMasked(inputs) ? Fever.Waived
        : inputs.IsEstablished || IsMaybeMasked(inputs) ? Possible.Of(Fever.Absent, Fever.Waived)
        : Fever.Absent;

    /// <summary>There is a fever, of another cause.</summary>
    public static bool IsExplained(CrsInputs inputs) => IsRaw(inputs) && inputs.FeverHasOtherCause;

    /// <summary>Does the row hang on the drugs that may hide a fever, or on their absence?</summary>
    public static bool HangsOnMasking(CrsInputs inputs) => inputs.IsEstablished
        ? IsMasked(inputs) && (inputs.FeverHasOtherCause || !IsRaw(inputs))
        : inputs.Masking is not null && inputs.TemperatureMax is not null && !IsRaw(inputs);

    /// <summary>Is there a fever, or by a bound perhaps one, that a statement gives another cause?</summary>
    public static bool HangsOnCause(CrsInputs inputs) => inputs.FeverHasOtherCause && inputs.TemperatureMax is { } temperature && temperature.IsAtLeast(Limit) != false;

    public static void Flag(CrsInputs inputs, ISet<string> flags)
    {
        if (IsExplained(inputs))
        {
            flags.Add(CrsFlag.OtherCauseExcluded);
        }

        if (IsRaw(inputs) && !inputs.FeverHasOtherCause)
        {
            return;
        }

        if (inputs.IsEstablished)
        {
            flags.Add(IsMasked(inputs) ? CrsFlag.FeverWaived : CrsFlag.EpisodeOpenAfebrile);
        }
        else if (IsMaybeMasked(inputs))
        {
            flags.Add(CrsFlag.FeverMasked);
        }
    }

    static bool IsRaw(CrsInputs inputs) => inputs.TemperatureMax?.IsAtLeast(Limit) == true;

    static bool IsMasked(CrsInputs inputs) => inputs.Masking is { } drugs && drugs != MaskingTherapy.None;

    /// <summary>Before any fever, a masking drug or an unknown drug chart matters only when the temperature is known and no fever was explained away.</summary>
    static bool IsMaybeMasked(CrsInputs inputs) =>
        inputs.TemperatureMax is not null && !IsRaw(inputs) && inputs.Masking != MaskingTherapy.None;
}
