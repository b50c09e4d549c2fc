using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.EarlyWarning;

/// <summary>Which missing parameters the total hangs on, and which totals hang on each: one value for every band of the chart is tried.</summary>
static class News2Missing
{
    static readonly Func<News2Inputs, object?> RespiratoryRate = inputs => Sum(News2.RespiratoryRate.Points(inputs.RespiratoryRate));
    static readonly Func<News2Inputs, object?> Systolic = inputs => Sum(News2.Systolic.Points(inputs.Systolic));
    static readonly Func<News2Inputs, object?> Pulse = inputs => Sum(News2.Pulse.Points(inputs.Pulse));
    static readonly Func<News2Inputs, object?> Consciousness = inputs => Sum(News2Chart.Of(inputs).Consciousness);
    static readonly Func<News2Inputs, object?> Temperature = inputs => Sum(News2.Temperature.Points(inputs.Temperature));

    /// <summary>One row, because on scale 2 oxygen decides what a saturation is worth.</summary>
    static readonly Func<News2Inputs, object?> Oxygenation = inputs =>
    {
        var chart = News2Chart.Of(inputs);
        return Sum(chart.Saturation) + Sum(chart.Oxygen);
    };

    static readonly Func<News2Inputs, object?>[] Rows = [RespiratoryRate, Oxygenation, Systolic, Pulse, Consciousness, Temperature];

    static readonly Gap<News2Inputs>[] Gaps =
    [
        new(News2Codes.RespiratoryRate, RespiratoryRate, inputs => inputs.RespiratoryRate is null,
            Each(News2.RespiratoryRate, (inputs, value) => inputs with { RespiratoryRate = value })),
        new(News2Codes.Saturation, Oxygenation, inputs => inputs.Saturation is null,
        [
            .. Each(News2.SaturationScale1, (inputs, value) => inputs with { Saturation = value }),
            .. Each(News2.SaturationScale2OnOxygen, (inputs, value) => inputs with { Saturation = value }),
        ]),
        new(News2Codes.Device, Oxygenation, inputs => inputs.IsOnOxygen is null,
        [
            inputs => inputs with { IsOnOxygen = false },
            inputs => inputs with { IsOnOxygen = true },
        ]),
        new(News2Codes.Systolic, Systolic, inputs => inputs.Systolic is null, Each(News2.Systolic, (inputs, value) => inputs with { Systolic = value })),
        new(News2Codes.Pulse, Pulse, inputs => inputs.Pulse is null, Each(News2.Pulse, (inputs, value) => inputs with { Pulse = value })),
        new(News2Codes.Consciousness, Consciousness, inputs => inputs.Consciousness is null,
        [
            inputs => inputs with { Consciousness = EarlyWarning.Consciousness.Alert },
            inputs => inputs with { Consciousness = EarlyWarning.Consciousness.Unresponsive },
        ]),
        new(News2Codes.Temperature, Temperature, inputs => inputs.Temperature is null,
            Each(News2.Temperature, (inputs, value) => inputs with { Temperature = value })),
    ];

    public static IReadOnlyList<MissingInput> Of(News2Inputs inputs) => MissingSums.Of<News2Inputs, Tally>(inputs, Rows, Gaps, total => total.Bounds);

    static Tally Sum(Possible<News2Points> points) => new((int)points.Lowest, (int)points.Highest);

    static Func<News2Inputs, News2Inputs>[] Each(News2Row row, Func<News2Inputs, decimal, News2Inputs> with) =>
        [.. row.OneOfEachBand.Select(value => (Func<News2Inputs, News2Inputs>)(inputs => with(inputs, value)))];
}
