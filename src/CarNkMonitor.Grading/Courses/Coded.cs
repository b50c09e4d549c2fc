using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Courses;

/// <summary>Reads coded facts by the words of a table.</summary>
static class Coded
{
    /// <summary>What the fact's word stands for; null without a fact.</summary>
    /// <exception cref="ArgumentException">The fact holds a word that the table does not know: an input error, never "none".</exception>
    public static T? Of<T>(Fact? fact, (string Word, T Value)[] words) where T : struct
    {
        if (fact is null)
        {
            return null;
        }

        foreach (var (word, value) in words)
        {
            if (word == fact.Coded)
            {
                return value;
            }
        }

        throw new ArgumentException($"'{fact.Coded}' is not a known {fact.Code}; allowed: {string.Join(", ", words.Select(pair => pair.Word))}.");
    }
}
