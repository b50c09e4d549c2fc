namespace CarNkMonitor.Grading.EarlyWarning;

/// <summary>The chart filled in: the points of each parameter that the observations allow. Made without allocating.</summary>
readonly record struct News2Chart(
    Possible<News2Points> RespiratoryRate, Possible<News2Points> Saturation, Possible<News2Points> Oxygen, Possible<News2Points> Systolic,
    Possible<News2Points> Pulse, Possible<News2Points> Consciousness, Possible<News2Points> Temperature)
{
    public static News2Chart Of(News2Inputs inputs) => new(
        News2.RespiratoryRate.Points(inputs.RespiratoryRate),
        SaturationOf(inputs),
        inputs.IsOnOxygen is { } isOnOxygen ? News2.Oxygen(isOnOxygen) : Possible.Of(News2.Oxygen(false), News2.Oxygen(true)),
        News2.Systolic.Points(inputs.Systolic),
        News2.Pulse.Points(inputs.Pulse),
        inputs.Consciousness is { } level ? News2.Consciousness(level) : Possible.Of(News2Points.Zero, News2Points.Three),
        News2.Temperature.Points(inputs.Temperature));

    /// <summary>Sum of the known points: the total is at least this.</summary>
    public int Low =>
        (int)RespiratoryRate.Lowest + (int)Saturation.Lowest + (int)Oxygen.Lowest + (int)Systolic.Lowest + (int)Pulse.Lowest
        + (int)Consciousness.Lowest + (int)Temperature.Lowest;

    /// <summary>The total cannot be above this. On scale 2 oxygen never lowers the points of a saturation, so both highest points go together.</summary>
    public int High =>
        (int)RespiratoryRate.Highest + (int)Saturation.Highest + (int)Oxygen.Highest + (int)Systolic.Highest + (int)Pulse.Highest
        + (int)Consciousness.Highest + (int)Temperature.Highest;

    /// <summary>One parameter certainly scores 3.</summary>
    public bool AnyThree =>
        IsThree(RespiratoryRate) || IsThree(Saturation) || IsThree(Systolic) || IsThree(Pulse) || IsThree(Consciousness) || IsThree(Temperature);

    static bool IsThree(Possible<News2Points> points) => points.Lowest == News2Points.Three;

    /// <summary>On scale 2 without a word about oxygen, a saturation above 92 % may be worth nothing or 1 to 3.</summary>
    static Possible<News2Points> SaturationOf(News2Inputs inputs) =>
        !inputs.UsesScale2 ? News2.SaturationScale1.Points(inputs.Saturation)
        : inputs.IsOnOxygen switch
        {
            true => News2.SaturationScale2OnOxygen.Points(inputs.Saturation),
            false => News2.SaturationScale2OnAir.Points(inputs.Saturation),
            null => News2.SaturationScale2OnAir.Points(inputs.Saturation).Or(News2.SaturationScale2OnOxygen.Points(inputs.Saturation)),
        };
}
