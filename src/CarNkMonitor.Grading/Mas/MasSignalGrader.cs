using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Mas;

/// <summary>Facts of one moment to the MAS signal.</summary>
public static class MasSignalGrader
{
    /// <summary>Nothing that the MAS signal reads was recorded since the most recent infusion (specification 0.3 item 7): no levels. Set by the caller.</summary>
    public static readonly GradeResult NotAssessed = MasSignalExplainer.One.NotAssessed();

    /// <summary>Level 0 (NONE) to 3 (RED): what is unknown counts as absent below and as present above.</summary>
    public static GradeResult Grade(MasSignalInputs inputs)
    {
        var (low, high) = RangeOf(inputs);
        return MasSignalExplainer.One.Result(inputs, low, high);
    }

    /// <summary>
    /// Doubling time of ferritin in hours, unrounded, whatever the interval and the level; null when a value is missing or only a bound, or ferritin
    /// does not rise. One decimal is shown.
    /// </summary>
    public static decimal? DoublingTimeOf(MasSignalInputs inputs) =>
        inputs is { Ferritin: { Comparator: Comparator.Equal } now, FerritinPrevious: { Comparator: Comparator.Equal } previous, FerritinIntervalHours: { } hours }
            ? DoublingTime.Hours(now.Value, previous.Value, hours)
            : null;

    /// <summary>Only the bounds, without allocating.</summary>
    internal static (int Low, int High) RangeOf(MasSignalInputs inputs)
    {
        var (ferritin, fever) = (MasSignalFindings.Ferritin(inputs), MasSignalFindings.Fever(inputs));
        var (cytopenia, organ) = (MasSignalFindings.LowCounts(inputs), MasSignalFindings.Organ(inputs));
        return (
            (int)MasSignal.Level(ferritin.Lowest, fever == true, cytopenia == true, organ == true),
            (int)MasSignal.Level(ferritin.Highest, fever != false, cytopenia != false, organ != false));
    }
}
