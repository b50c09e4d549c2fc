using System.Collections.Concurrent;

namespace CarNkMonitor.Grading.Explanations;

/// <summary>
/// The missing inputs of results that were asked for lately. A search tries thousands of records, its answer depends on the inputs alone, and most subjects
/// lack the same things; the sentence of a result asks for it as well.
/// </summary>
static class KnownMissing
{
    /// <summary>When it is full it is emptied: what is asked for again is soon known again.</summary>
    const int Most = 512;

    static readonly ConcurrentDictionary<Asked, IReadOnlyList<MissingInput>> Answers = new();

    /// <param name="explainer">Of the table.</param>
    /// <param name="result">Its inputs are compared by value.</param>
    /// <param name="search">Tried when the answer is not known.</param>
    public static IReadOnlyList<MissingInput> Of(Explainer explainer, GradeResult result, Func<GradeResult, IReadOnlyList<MissingInput>> search)
    {
        var asked = new Asked(explainer, result.Inputs, result.Low, result.High, result.State);
        if (Answers.TryGetValue(asked, out var known))
        {
            return known;
        }

        if (Answers.Count >= Most)
        {
            Forget();
        }

        return Answers[asked] = search(result);
    }

    public static void Forget() => Answers.Clear();

    readonly record struct Asked(Explainer Explainer, object Inputs, int? Low, int? High, GradeState State);
}
