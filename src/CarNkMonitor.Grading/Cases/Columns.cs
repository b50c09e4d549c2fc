using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Cases;

/// <summary>Makes the columns of case tables.</summary>
static class Columns
{
    /// <summary>A measured number in one unit, possibly a bound.</summary>
    /// <param name="name">Header; the unit is what follows two underscores, unless <paramref name="unit"/> is given.</param>
    /// <param name="min">Lowest possible value, included.</param>
    /// <param name="max">Highest possible value, included; null = none.</param>
    /// <param name="unit">UCUM unit where the header has none.</param>
    /// <param name="meaning">For people.</param>
    public static Column<Measured> Number(string name, decimal? min, decimal? max, string? unit = null, string meaning = "") =>
        new(name, ColumnKind.Number, CellReader.Measured) { MayBeBound = true, Min = min, Max = max, Unit = unit ?? UnitIn(name), Meaning = meaning };

    /// <summary>A plain number that is never a bound: an age, a factor.</summary>
    public static Column<decimal> Exact(string name, decimal? min, decimal? max, string? unit = null, string meaning = "") =>
        new(name, ColumnKind.Number, CellReader.Exact) { Min = min, Max = max, Unit = unit ?? UnitIn(name), Meaning = meaning };

    /// <summary>A whole number; <c>4.0</c> is one.</summary>
    public static Column<int> Integer(string name, decimal? min, decimal? max, string? unit = null, string meaning = "", bool required = false) =>
        new(name, ColumnKind.WholeNumber, CellReader.Integer) { Min = min, Max = max, Unit = unit ?? UnitIn(name), Meaning = meaning, IsRequired = required };

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static Column<bool> Flag(string name, string meaning = "") => new(name, ColumnKind.Flag, CellReader.Flag) { Meaning = meaning };

    /// <summary>One of some words, each with what it stands for; the order is kept.</summary>
    public static Column<T> Word<T>(string name, string meaning, bool required, params (string Word, T Value)[] words) where T : notnull =>
        new(name, ColumnKind.Word, (column, cell) => CellReader.Word(column, cell, words))
        {
            Codes = [.. words.Select(word => word.Word)], Meaning = meaning, IsRequired = required,
        };

    /// <summary>As above, not required.</summary>
    public static Column<T> Word<T>(string name, string meaning, params (string Word, T Value)[] words) where T : notnull =>
        Word(name, meaning, required: false, words);

    /// <summary>Words joined by a vertical bar, each with what it stands for; <c>none</c> stands alone.</summary>
    public static Column<IReadOnlyList<T>> List<T>(string name, string meaning, params (string Word, T Value)[] words) where T : notnull =>
        new(name, ColumnKind.List, (column, cell) => CellReader.List(column, cell, words))
        {
            Codes = [.. words.Select(word => word.Word)], Meaning = meaning,
        };

    /// <summary>Text with a form of its own, such as a series of <c>day:value</c>.</summary>
    /// <param name="name">Header.</param>
    /// <param name="meaning">Says the form.</param>
    /// <param name="read">Reads it, or throws a <see cref="FormatException"/> that says what is wrong.</param>
    /// <param name="required">An empty cell is an error.</param>
    public static Column<T> Text<T>(string name, string meaning, Func<string, T> read, bool required = false) where T : notnull =>
        new(name, ColumnKind.Text, (_, cell) => read(cell)) { Meaning = meaning, IsRequired = required };

    /// <summary><c>other_cause</c>, or empty for attributable (specification 0.3 item 3).</summary>
    public static Column<bool> OtherCause(string name) =>
        Word(name, "other_cause when a clinician judged that the finding has another cause; empty counts as attributable.", ("other_cause", true));

    static string? UnitIn(string name) => name.IndexOf("__", StringComparison.Ordinal) is var at and > 0 ? name[(at + 2)..] : null;
}
