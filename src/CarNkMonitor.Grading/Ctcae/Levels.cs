using System.Runtime.CompilerServices;

namespace CarNkMonitor.Grading.Ctcae;

/// <summary>Lowest and highest grade that a printed row leaves open, both included.</summary>
readonly record struct Levels(int Low, int High)
{
    /// <summary>The unit is not one that the row can be read in: no grade at all.</summary>
    public static readonly Levels NotComputed = new(-1, -1);

    public bool IsComputed => Low >= 0;

    public Levels AtLeast(int grade) => new(Math.Max(Low, grade), Math.Max(High, grade));

    public Levels Or(Levels other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));
}

/// <summary>
/// Reads a printed row from its worst grade down, as CTCAE is read. An answer that is not known (null) leaves the grade open upwards; the first
/// that is known to hold closes the row. Exact for every set of open values, because each answer only changes in one direction with each of them.
/// </summary>
struct RowReading
{
    int _low;
    int _high;

    public readonly Levels Levels => new(_low, _high);

    /// <summary>True when the grade is reached for certain and nothing below it needs to be asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Reaches(int grade, bool? holds)
    {
        if (holds == false)
        {
            return false;
        }

        _high = Math.Max(_high, grade);
        _low = holds == true ? grade : _low;
        return holds == true;
    }
}
