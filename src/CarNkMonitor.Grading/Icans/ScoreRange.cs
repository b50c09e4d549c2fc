namespace CarNkMonitor.Grading.Icans;

/// <summary>Lowest and highest score that the recorded items still allow, both included; equal when all are recorded.</summary>
/// <param name="Low">Missing items have no points.</param>
/// <param name="High">Missing items have all their points.</param>
public readonly record struct ScoreRange(int Low, int High);

/// <summary>Adds items that may be missing: scores need no sets of cells, only the lowest and the highest of each item.</summary>
struct ScoreSum
{
    int _low;
    int _high;
    bool _any;

    public void Add(int? points, int most)
    {
        _low += points ?? 0;
        _high += points ?? most;
        _any |= points is not null;
    }

    /// <summary>Null when no item is recorded.</summary>
    public readonly ScoreRange? Range => _any ? new ScoreRange(_low, _high) : null;
}

/// <summary>One item of a score, as the drivers and the search for missing inputs walk over them.</summary>
/// <param name="Code">Observation code.</param>
/// <param name="Most">Highest points; the lowest are 0.</param>
/// <param name="Points">What the record holds.</param>
/// <param name="With">The record with these points.</param>
sealed record ScoreItem(string Code, int Most, Func<IcansInputs, int?> Points, Func<IcansInputs, int, IcansInputs> With);
