namespace CarNkMonitor.Grading.Infection;

/// <summary>Series as they are walked: by time, whatever the order of entry.</summary>
static class InTimeOrder
{
    /// <summary>The same list when it is in order already.</summary>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> series, Func<T, decimal> time)
    {
        for (var index = 1; index < series.Count; index++)
        {
            if (time(series[index]) < time(series[index - 1]))
            {
                return [.. series.OrderBy(time)];
            }
        }

        return series;
    }
}
