using System.Globalization;

namespace CarNkMonitor.Web.Tests.RealData;

/// <summary>What became of every reading.</summary>
sealed class RealFigures
{
    public int Read { get; private set; }
    public int Stored { get; private set; }
    public int Confirmed { get; private set; }
    public int Checks { get; private set; }
    public List<(SourceRow Row, string Reason)> Refused { get; } = [];
    public List<SourceRow> Unmapped { get; } = [];

    public void Take(IReadOnlyList<SourceRow> rows)
    {
        Read += rows.Count;
        Unmapped.AddRange(rows.Where(row => row.Item is null));
    }

    public void Store(int rows, int confirmed) => (Stored, Confirmed, Checks) = (Stored + rows, Confirmed + confirmed, Checks + 1);

    public void Add(RealFigures other)
    {
        (Read, Stored, Confirmed, Checks) = (Read + other.Read, Stored + other.Stored, Confirmed + other.Confirmed, Checks + other.Checks);
        Refused.AddRange(other.Refused);
        Unmapped.AddRange(other.Unmapped);
    }

    public bool AddUp => Stored + Refused.Count + Unmapped.Count == Read;

    /// <summary>One line for the proof.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"read {Read} = stored {Stored} + refused {Refused.Count} + unmapped {Unmapped.Count}, in {Checks} checks, {Confirmed} alarming values confirmed");

    public string RefusedByReason => ByCount(Refused.Select(refusal => Kind(refusal.Reason)));

    public string UnmappedByReason => ByCount(Unmapped.Select(row => row.Unmapped!));

    public string UnmappedByItem => ByCount(Unmapped.Select(row => row.Origin));

    static string ByCount(IEnumerable<string> words) => string.Join(", ", words.GroupBy(word => word)
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Count()}"));

    static string Kind(string reason) =>
        reason.Contains("must lie between") ? "impossible value"
        : reason.Contains("is not a number") ? "not a number"
        : reason.Contains("is blank") ? "blank"
        : reason.Contains("given twice") || reason.Contains("stands at this instant") ? "second value of one code at one instant"
        : reason.Contains("is accepted in") ? "unit not listed"
        : reason.Contains("diastolic") ? "diastolic not below systolic"
        : reason.Contains("whole number") ? "fraction where whole numbers are charted"
        : reason.Contains("Room air") ? "flow on room air"
        : reason;
}
