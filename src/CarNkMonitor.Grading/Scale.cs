using System.Globalization;

namespace CarNkMonitor.Grading;

/// <summary>
/// The scale of a table: whole levels in order of severity, both ends included. A table of grades or points counts in numbers; a table whose
/// results are words (NONE, WATCH, AMBER, RED) keeps them as codes in the same order, so that low and high mean the same everywhere.
/// </summary>
public sealed class Scale
{
    /// <summary>Grades 0 to 5: most toxicity tables.</summary>
    public static readonly Scale Grades = Numbers(0, 5);

    /// <summary>A computed index without levels, such as EASIX: the result carries it in <see cref="GradeResult.Index"/>.</summary>
    public static readonly Scale Index = new(0, 0, []);

    /// <summary>Whether a set of criteria is met.</summary>
    public static readonly Scale Call = Words("NOT_MET", "MET");

    Scale(int lowest, int highest, IReadOnlyList<string> codes) => (Lowest, Highest, Codes) = (lowest, highest, codes);

    /// <summary>The least severe level.</summary>
    public int Lowest { get; }

    /// <summary>The most severe level.</summary>
    public int Highest { get; }

    /// <summary>The words of the levels, least severe first; empty for a scale of numbers.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>A scale of whole numbers, both ends included.</summary>
    public static Scale Numbers(int lowest, int highest) => new(lowest, highest, []);

    /// <summary>A scale of words, least severe first; the first is level 0.</summary>
    public static Scale Words(params string[] codes) => new(0, codes.Length - 1, codes);

    /// <summary>The level as it is printed: a number, or the table's own word.</summary>
    public string Word(int level) => Codes.Count == 0 ? level.ToString(CultureInfo.InvariantCulture) : Codes[level];
}
