using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.EarlyWarning;

/// <summary>
/// Which missing parameters the total hangs on, and which totals hang on each. Every missing parameter changes the total whatever the others are,
/// so each reaches all totals that any completion reaches (checked against plain loops over values).
/// </summary>
static class News2Missing
{
    public static IReadOnlyList<MissingInput> Of(News2Inputs inputs)
    {
        int[] totals = inputs.IsOnOxygen is null ? Sums(inputs with { IsOnOxygen = false }).Or(Sums(inputs with { IsOnOxygen = true })).Totals() : Sums(inputs).Totals();
        return [.. Codes(inputs).Select(code => new MissingInput(code, totals))];
    }

    /// <summary>Air or oxygen must be known here: on scale 2 it chooses the row of the saturation.</summary>
    static PointSums Sums(News2Inputs inputs)
    {
        var chart = News2Chart.Of(inputs);
        var sums = PointSums.None;
        sums = Add(sums, inputs.RespiratoryRate is null, chart.RespiratoryRate);
        sums = Add(sums, inputs.Saturation is null, chart.Saturation);
        sums = Add(sums, isMissing: false, chart.Oxygen);
        sums = Add(sums, inputs.Systolic is null, chart.Systolic);
        sums = Add(sums, inputs.Pulse is null, chart.Pulse);
        sums = Add(sums, inputs.Consciousness is null, chart.Consciousness);
        return Add(sums, inputs.Temperature is null, chart.Temperature);
    }

    static PointSums Add(PointSums sums, bool isMissing, Possible<News2Points> points)
    {
        if (!isMissing)
        {
            return sums.Known((int)points.Lowest, (int)points.Highest);
        }

        Span<int> open = stackalloc int[4];
        var count = 0;
        foreach (var point in points)
        {
            open[count++] = (int)point;
        }

        return sums.Missing(open[..count]);
    }

    static IEnumerable<string> Codes(News2Inputs inputs) =>
        from parameter in new (string Code, bool IsMissing)[]
        {
            (News2Codes.RespiratoryRate, inputs.RespiratoryRate is null), (News2Codes.Saturation, inputs.Saturation is null),
            (News2Codes.Device, inputs.IsOnOxygen is null), (News2Codes.Systolic, inputs.Systolic is null), (News2Codes.Pulse, inputs.Pulse is null),
            (News2Codes.Consciousness, inputs.Consciousness is null), (News2Codes.Temperature, inputs.Temperature is null),
        }
        where parameter.IsMissing
        select parameter.Code;
}
