using System.Numerics;
using System.Runtime.CompilerServices;

namespace CarNkMonitor.Grading;

/// <summary>Makes sets of possible cells.</summary>
public static class Possible
{
    /// <summary>Every cell of the row: nothing is known.</summary>
    public static Possible<T> Any<T>() where T : struct, Enum => Possible<T>.All;

    /// <summary>Exactly these cells.</summary>
    public static Possible<T> Of<T>(params ReadOnlySpan<T> cells) where T : struct, Enum
    {
        var bits = 0u;
        foreach (var cell in cells)
        {
            bits |= Possible<T>.Bit(cell);
        }

        return new Possible<T>(bits);
    }
}

/// <summary>
/// The cells of one row of a table that a record still allows: one when the fact is known, several when it is missing. Held as a bit for
/// each member of the enum, so it costs nothing to pass around.
/// </summary>
/// <typeparam name="T">An enum with members 0, 1, 2 … (at most 31), in the order of the printed row, least severe first.</typeparam>
public readonly record struct Possible<T> where T : struct, Enum
{
    internal static readonly Possible<T> All = Possible.Of<T>(Enum.GetValues<T>());

    readonly uint _cells;

    internal Possible(uint cells) => _cells = cells;

    /// <summary>The one known cell.</summary>
    public static implicit operator Possible<T>(T cell) => new(Bit(cell));

    /// <summary>True when no cell is left, which no record can bring about.</summary>
    public bool IsEmpty => _cells == 0;

    /// <summary>The least severe cell that is left.</summary>
    public T Lowest => Cell(BitOperations.TrailingZeroCount(_cells));

    /// <summary>The most severe cell that is left.</summary>
    public T Highest => Cell(31 - BitOperations.LeadingZeroCount(_cells));

    /// <summary>True when this cell is still possible.</summary>
    public bool Contains(T cell) => (_cells & Bit(cell)) != 0;

    /// <summary>The cells of either.</summary>
    public Possible<T> Or(Possible<T> other) => new(_cells | other._cells);

    /// <summary>The cells that are left, least severe first.</summary>
    public Enumerator GetEnumerator() => new(_cells);

    internal static uint Bit(T cell) => 1u << Unsafe.BitCast<T, int>(cell);

    static T Cell(int bit) => Unsafe.BitCast<int, T>(bit);

    /// <summary>Walks the cells without allocating.</summary>
    public struct Enumerator
    {
        uint _left;

        internal Enumerator(uint cells) => _left = cells;

        /// <summary>The cell reached.</summary>
        public T Current { get; private set; }

        /// <summary>Moves to the next more severe cell; false when none is left.</summary>
        public bool MoveNext()
        {
            if (_left == 0)
            {
                return false;
            }

            Current = Cell(BitOperations.TrailingZeroCount(_left));
            _left &= _left - 1;
            return true;
        }
    }
}
