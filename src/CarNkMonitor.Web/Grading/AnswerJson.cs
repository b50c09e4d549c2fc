using System.Globalization;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Web.Grading;

/// <summary>A result as JSON everywhere shows it. Levels are numbers, or the words of a scale that has words.</summary>
public record ResultJson(
    string Criteria, ScaleJson? Scale, object? Low, object? High, decimal? Index, GradeState? State,
    IReadOnlyList<DriverJson> Drivers, IReadOnlyCollection<string> Flags, IReadOnlyList<MissingJson> Missing, string? Sentence)
{
    /// <summary>The result with its sentence in this language.</summary>
    public static ResultJson Of(GradeResult result, CultureInfo language) => new(
        result.Criteria, ScaleJson.Of(result.Scale), ScaleJson.Level(result.Scale, result.Low), ScaleJson.Level(result.Scale, result.High), result.Index, result.State,
        [.. result.Drivers.Select(driver => new DriverJson(driver.Code, driver.Value, driver.Unit, driver.ObservedAt))],
        [.. result.Flags.Order(StringComparer.Ordinal)],
        [.. result.Missing.Select(missing => new MissingJson(missing.Code, [.. missing.CouldReach.Select(level => ScaleJson.Level(result.Scale, level)!)]))],
        result.Sentence.In(language));

    /// <summary>For a table that grades nothing.</summary>
    protected static readonly ResultJson Nothing = new("", null, null, null, null, null, [], [], [], null);
}

/// <summary>What a table made of one case: its first result, the answers as the case file names them, and further results.</summary>
public sealed record AnswerJson : ResultJson
{
    AnswerJson(ResultJson first) : base(first)
    {
    }

    public required IReadOnlyDictionary<string, object?> Answers { get; init; }

    public required IReadOnlyList<ResultJson> Others { get; init; }

    public static AnswerJson Of(CaseTable table, CaseResult graded, CultureInfo language) =>
        new(graded.Results.Count > 0 ? ResultJson.Of(graded.Results[0], language) : Nothing with { Criteria = table.Criteria[0] })
        {
            Answers = table.Answers.Zip(graded.Answers).ToDictionary(pair => pair.First, pair => Value(pair.Second)),
            Others = [.. graded.Results.Skip(1).Select(other => ResultJson.Of(other, language))],
        };

    static object? Value(string cell) => cell switch
    {
        "" => null,
        "true" => true,
        "false" => false,
        _ => decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : cell,
    };
}

/// <summary>Both ends included, least severe first; the words where the scale has words.</summary>
public sealed record ScaleJson(object Lowest, object Highest, IReadOnlyList<string> Codes)
{
    public static ScaleJson? Of(Scale scale) => scale == Scale.Index ? null
        : new ScaleJson(Level(scale, scale.Lowest)!, Level(scale, scale.Highest)!, scale.Codes);

    public static object? Level(Scale scale, int? level) => level is not { } known ? null : scale.Codes.Count == 0 ? known : scale.Word(known);
}

public sealed record DriverJson(string Code, string Value, string? Unit, DateTime? ObservedAt);

/// <param name="CouldReach">Every level that hangs on this input.</param>
public sealed record MissingJson(string Code, IReadOnlyList<object> CouldReach);
