using System.Runtime.CompilerServices;

namespace CarNkMonitor.Grading.Icans;

/// <summary>
/// The immune effector cell-associated encephalopathy score, 0 (worst) to 10: Lee et al. 2019, doi:10.1016/j.bbmt.2018.12.758, Table 4.
/// Null is an item that was not recorded; setting points outside the item's range throws <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
public readonly record struct IceScore
{
    /// <summary>Points for year, month, city and hospital.</summary>
    public const int MostForOrientation = 4;

    /// <summary>Points for three objects.</summary>
    public const int MostForNaming = 3;

    /// <summary>Points of each of the other three items.</summary>
    public const int MostForOthers = 1;

    /// <summary>The whole score.</summary>
    public const int Most = 10;

    /// <summary>Year, month, city, hospital: 1 point each, 0 to 4.</summary>
    public int? Orientation { get; init => field = Checked(value, MostForOrientation); }

    /// <summary>Names three objects that the examiner points to: 1 point each, 0 to 3.</summary>
    public int? Naming { get; init => field = Checked(value, MostForNaming); }

    /// <summary>Carries out a simple command: 0 or 1.</summary>
    public int? Commands { get; init => field = Checked(value, MostForOthers); }

    /// <summary>Writes the standard sentence: 0 or 1.</summary>
    public int? Writing { get; init => field = Checked(value, MostForOthers); }

    /// <summary>Counts backwards from 100 by tens: 0 or 1.</summary>
    public int? Attention { get; init => field = Checked(value, MostForOthers); }

    /// <summary>A charted total, 0 to 10; used only when no item is recorded.</summary>
    public int? Total { get; init => field = Checked(value, Most); }

    internal bool HasItem => Orientation is not null || Naming is not null || Commands is not null || Writing is not null || Attention is not null;

    /// <summary>Neither an item nor a total.</summary>
    internal bool IsEmpty => !HasItem && Total is null;

    /// <summary>Sum of the recorded items up to that sum plus the points of the missing ones; null when nothing is recorded.</summary>
    public ScoreRange? Range
    {
        get
        {
            var sum = new ScoreSum();
            sum.Add(Orientation, MostForOrientation);
            sum.Add(Naming, MostForNaming);
            sum.Add(Commands, MostForOthers);
            sum.Add(Writing, MostForOthers);
            sum.Add(Attention, MostForOthers);
            return sum.Range ?? (Total is { } total ? new ScoreRange(total, total) : null);
        }
    }

    internal static readonly ScoreItem[] Items =
    [
        new("ice_orientation", MostForOrientation, inputs => inputs.Ice.Orientation, (inputs, points) => inputs with { Ice = inputs.Ice with { Orientation = points } }),
        new("ice_naming", MostForNaming, inputs => inputs.Ice.Naming, (inputs, points) => inputs with { Ice = inputs.Ice with { Naming = points } }),
        new("ice_commands", MostForOthers, inputs => inputs.Ice.Commands, (inputs, points) => inputs with { Ice = inputs.Ice with { Commands = points } }),
        new("ice_writing", MostForOthers, inputs => inputs.Ice.Writing, (inputs, points) => inputs with { Ice = inputs.Ice with { Writing = points } }),
        new("ice_attention", MostForOthers, inputs => inputs.Ice.Attention, (inputs, points) => inputs with { Ice = inputs.Ice with { Attention = points } }),
    ];

    internal static int? Checked(int? points, int most, [CallerMemberName] string item = "") => points is < 0 || points > most
        ? throw new ArgumentOutOfRangeException(item, points, $"The points of this item are 0 to {most}.")
        : points;
}
