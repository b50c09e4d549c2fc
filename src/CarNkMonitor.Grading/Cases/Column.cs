namespace CarNkMonitor.Grading.Cases;

/// <summary>What the cells of a column look like.</summary>
public enum ColumnKind
{
    /// <summary>A decimal number with a point; a bound is written <c>&lt;5</c> or <c>&gt;2000</c>.</summary>
    Number,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>One of the codes of the column.</summary>
    Word,

    /// <summary>Codes of the column, joined by a vertical bar.</summary>
    List,

    /// <summary>Text of the form that the column describes.</summary>
    Text,
}

/// <summary>One input column of a case table. An empty cell is "not recorded" and never read.</summary>
public abstract class Column
{
    private protected Column(string name, ColumnKind kind) => (Name, Kind) = (name, kind);

    /// <summary>As in the header of the file; what follows two underscores is the UCUM unit.</summary>
    public string Name { get; }

    /// <summary>What the cells look like.</summary>
    public ColumnKind Kind { get; }

    /// <summary>UCUM unit, <c>{ratio}</c> for dimensionless ones; null where the cells carry none.</summary>
    public string? Unit { get; init; }

    /// <summary>Lowest possible value, included; null = no limit.</summary>
    public decimal? Min { get; init; }

    /// <summary>Highest possible value, included; null = no limit.</summary>
    public decimal? Max { get; init; }

    /// <summary>The codes that a word or a list may use; empty otherwise.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>True when a number may be a bound, written <c>&lt;5</c> or <c>&gt;2000</c>.</summary>
    public bool MayBeBound { get; init; }

    /// <summary>True when an empty cell is an error.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What the column holds, for people and for the interface description.</summary>
    public string Meaning { get; init; } = "";

    /// <summary>The value of a cell that is not empty.</summary>
    /// <exception cref="FormatException">The cell cannot be read; the message says what is allowed.</exception>
    internal abstract object Read(string cell);
}

/// <summary>A column and the type of what its cells hold.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class Column<T> : Column where T : notnull
{
    readonly Func<Column, string, T> _read;

    internal Column(string name, ColumnKind kind, Func<Column, string, T> read) : base(name, kind) => _read = read;

    internal override object Read(string cell) => _read(this, cell);
}
