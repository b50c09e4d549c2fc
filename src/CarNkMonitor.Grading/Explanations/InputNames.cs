using System.Globalization;
using System.Resources;

namespace CarNkMonitor.Grading.Explanations;

/// <summary>How people call what the tables read: a name for every observation code in English, and in Chinese for those that a sentence may name.</summary>
public static class InputNames
{
    static readonly ResourceManager Names = new("CarNkMonitor.Grading.Explanations.InputNames", typeof(InputNames).Assembly);

    /// <summary>The name of an observation code inside a sentence.</summary>
    /// <exception cref="MissingManifestResourceException">The code has no name: a mistake in the program.</exception>
    public static string Of(string code, CultureInfo language) =>
        Names.GetString(code, language) ?? throw new MissingManifestResourceException($"The input '{code}' has no name.");

    internal static string List(IEnumerable<string> codes, CultureInfo language) =>
        string.Join(Names.GetString("_separator", language), codes.Select(code => Of(code, language)));
}
