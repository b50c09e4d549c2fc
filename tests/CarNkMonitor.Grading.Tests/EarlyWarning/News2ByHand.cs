using CarNkMonitor.Grading.EarlyWarning;

namespace CarNkMonitor.Grading.Tests.EarlyWarning;

/// <summary>The chart read by hand, from the high columns to the low ones; shares nothing with the program's rows.</summary>
static class News2ByHand
{
    public static int[] Points(News2Inputs inputs) =>
    [
        inputs.RespiratoryRate!.Value.Value is var rate && (rate >= 25 || rate < 9) ? 3 : rate >= 21 ? 2 : rate is >= 9 and < 12 ? 1 : 0,
        Saturation(inputs.Saturation!.Value.Value, inputs.UsesScale2, inputs.IsOnOxygen!.Value),
        inputs.IsOnOxygen.Value ? 2 : 0,
        inputs.Systolic!.Value.Value is var pressure && (pressure >= 220 || pressure < 91) ? 3 : pressure < 101 ? 2 : pressure < 111 ? 1 : 0,
        inputs.Pulse!.Value.Value is var pulse && (pulse >= 131 || pulse < 41) ? 3 : pulse >= 111 ? 2 : pulse >= 91 || pulse < 51 ? 1 : 0,
        inputs.Consciousness == Consciousness.Alert ? 0 : 3,
        inputs.Temperature!.Value.Value is var temperature && temperature > 39.0m ? 2
            : temperature > 38.0m ? 1 : temperature > 36.0m ? 0 : temperature > 35.0m ? 1 : 3,
    ];

    static int Saturation(decimal saturation, bool scale2, bool isOnOxygen) =>
        !scale2 ? saturation >= 96 ? 0 : saturation >= 94 ? 1 : saturation >= 92 ? 2 : 3
        : saturation >= 93 && isOnOxygen ? saturation >= 97 ? 3 : saturation >= 95 ? 2 : 1
        : saturation >= 88 ? 0 : saturation >= 86 ? 1 : saturation >= 84 ? 2 : 3;

    /// <summary>Each missing parameter and values that reach all its bands.</summary>
    public static IEnumerable<(string Code, Func<News2Inputs, News2Inputs>[] Values)> Gaps(News2Inputs inputs)
    {
        if (inputs.RespiratoryRate is null)
        {
            yield return ("resp_rate", Each([5, 10, 15, 22, 40], (record, value) => record with { RespiratoryRate = value }));
        }

        if (inputs.Saturation is null)
        {
            yield return ("spo2", Each([75, 84, 85, 87, 90, 92, 93, 94, 95, 96, 97, 100], (record, value) => record with { Saturation = value }));
        }

        if (inputs.IsOnOxygen is null)
        {
            yield return ("oxygen_device", [record => record with { IsOnOxygen = true }, record => record with { IsOnOxygen = false }]);
        }

        if (inputs.Systolic is null)
        {
            yield return ("sbp", Each([70, 95, 105, 130, 240], (record, value) => record with { Systolic = value }));
        }

        if (inputs.Pulse is null)
        {
            yield return ("heart_rate", Each([35, 45, 70, 100, 120, 150], (record, value) => record with { Pulse = value }));
        }

        if (inputs.Consciousness is null)
        {
            yield return ("acvpu", [record => record with { Consciousness = Consciousness.Alert }, record => record with { Consciousness = Consciousness.Unresponsive }]);
        }

        if (inputs.Temperature is null)
        {
            yield return ("temperature", Each([34, 35.5m, 37, 38.5m, 40], (record, value) => record with { Temperature = value }));
        }
    }

    static Func<News2Inputs, News2Inputs>[] Each(decimal[] values, Func<News2Inputs, decimal, News2Inputs> with) =>
        [.. values.Select(value => (Func<News2Inputs, News2Inputs>)(record => with(record, value)))];
}
