using System.Globalization;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Cases;

/// <summary>Reads single cells; every message says what would be right.</summary>
static class CellReader
{
    public static Measured Measured(Column column, string cell)
    {
        var measured = CellNumber.Measured(cell) ?? throw NoNumber(cell);
        Within(column, measured.Value);
        return measured;
    }

    public static decimal Exact(Column column, string cell) => Within(column, CellNumber.Exact(cell) ?? throw NoNumber(cell));

    public static int Integer(Column column, string cell) =>
        Exact(column, cell) is var number && decimal.Truncate(number) == number && decimal.Abs(number) <= int.MaxValue
            ? (int)number
            : throw new FormatException($"'{cell}' is not a whole number.");

    public static bool Flag(Column column, string cell) => cell switch
    {
        "true" => true,
        "false" => false,
        _ => throw new FormatException($"'{cell}' is neither true nor false; leave the cell empty when it is not recorded."),
    };

    public static T Word<T>(Column column, string cell, (string Word, T Value)[] words)
    {
        foreach (var (word, value) in words)
        {
            if (word == cell)
            {
                return value;
            }
        }

        throw new FormatException($"'{cell}' is not known here; allowed: {string.Join(", ", column.Codes)}.");
    }

    public static IReadOnlyList<T> List<T>(Column column, string cell, (string Word, T Value)[] words)
    {
        var parts = cell.Split('|', StringSplitOptions.TrimEntries);
        return parts.Length > 1 && parts.Contains("none")
            ? throw new FormatException("'none' cannot stand beside another entry.")
            : [.. parts.Select(part => Word(column, part, words))];
    }

    static FormatException NoNumber(string cell) => new($"'{cell}' is not a number; write it with a point, such as 38.5.");

    static decimal Within(Column column, decimal number) =>
        number < column.Min || number > column.Max
            ? throw new FormatException($"{number.ToString(CultureInfo.InvariantCulture)} is not possible; allowed: {Range(column)}{(column.Unit is { } unit ? " " + unit : "")}.")
            : number;

    static string Range(Column column) => (column.Min, column.Max) switch
    {
        ({ } min, { } max) => FormattableString.Invariant($"{min} to {max}"),
        ({ } min, null) => FormattableString.Invariant($"{min} or more"),
        (null, { } max) => FormattableString.Invariant($"{max} or less"),
        (null, null) => "any number",
    };
}
