using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Quantities;

namespace CarNkMonitor.Grading.Scores;

/// <summary>The cell <c>inputs</c> of the scores: <c>key=value</c> pairs separated by blanks. A key that is left out is not recorded.</summary>
sealed class ScoreValues
{
    static readonly Column[] Keys =
    [
        Number("plt", ScoreCodes.Platelets), Number("anc", ScoreCodes.Neutrophils), Hemoglobin("hgb"), Number("crp", ScoreCodes.Crp),
        Number("ferritin", ScoreCodes.Ferritin), Number("ldh", ScoreCodes.Ldh), Number("creatinine", ScoreCodes.Creatinine),
        Whole("rr", "resp_rate"), Number("sbp", "sbp"), Whole("gcs", "gcs_total"),
    ];

    readonly Dictionary<string, Measured> _values = [];

    public Measured? this[string key] => _values.TryGetValue(key, out var value) ? value : null;

    /// <summary>What the pairs may be, for people.</summary>
    public static string Form { get; } = $"key=value pairs separated by blanks: {string.Join(", ", Keys.Select(Told))}. "
        + "A key that the score does not use is not looked at.";

    static string Told(Column key) => FormattableString.Invariant($"{key.Name} ({(key.Unit is { } unit ? $"{unit}, " : "")}{key.Min} to {key.Max})");

    /// <exception cref="FormatException">A pair cannot be read; the message says what would be right.</exception>
    public static ScoreValues Read(string cell)
    {
        var values = new ScoreValues();
        foreach (var pair in cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            values.Add(pair);
        }

        return values;
    }

    void Add(string pair)
    {
        var at = pair.IndexOf('=', StringComparison.Ordinal);
        var (name, text) = at < 0 ? (pair, "") : (pair[..at], pair[(at + 1)..]);
        var key = Keys.FirstOrDefault(known => known.Name == name)
            ?? throw new FormatException($"'{name}' is not known here; allowed: {string.Join(", ", Keys.Select(known => known.Name))}.");
        if (text.Length == 0)
        {
            throw new FormatException($"'{name}' has no value; write {name}=number, or leave it out when it is not recorded.");
        }

        if (!_values.TryAdd(name, Value(key, text)))
        {
            throw new FormatException($"'{name}' stands twice.");
        }
    }

    static Measured Value(Column key, string text)
    {
        try
        {
            var value = key.Read(text);
            return value is int whole ? whole : (Measured)value;
        }
        catch (FormatException unreadable)
        {
            throw new FormatException($"{key.Name}: {unreadable.Message}", unreadable);
        }
    }

    static Column<Measured> Number(string key, string code)
    {
        var rule = QuantityRules.Find(code)!;
        return Columns.Number(key, rule.PossibleMin, rule.PossibleMax, rule.Unit);
    }

    static Column<int> Whole(string key, string code)
    {
        var rule = QuantityRules.Find(code)!;
        return Columns.Integer(key, rule.PossibleMin, rule.PossibleMax, rule.Unit);
    }

    /// <summary>In g/dL, a tenth of the canonical g/L.</summary>
    static Column<Measured> Hemoglobin(string key)
    {
        var rule = QuantityRules.Find(ScoreCodes.Hemoglobin)!;
        return Columns.Number(key, rule.PossibleMin / 10, rule.PossibleMax / 10, "g/dL");
    }
}
