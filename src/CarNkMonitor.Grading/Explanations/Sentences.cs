using System.Globalization;
using System.Resources;

namespace CarNkMonitor.Grading.Explanations;

/// <summary>The sentence templates of one table, in English and Chinese: a pair of resource files beside the table.</summary>
/// <param name="resource">Name of the resource file inside this project with dots for folders, for example <c>Crs.CrsSentences</c>.</param>
sealed class Sentences(string resource)
{
    readonly ResourceManager _templates = new($"CarNkMonitor.Grading.{resource}", typeof(Sentences).Assembly);

    /// <summary>The sentence with this key; places {0}, {1} … are filled with the values: numbers, words, or a list of observation codes.</summary>
    public Sentence Say(string key, params object[] values) =>
        // A lone list of codes is an array itself and would be taken for the list of values.
        new(this, key, values.GetType() == typeof(object[]) ? values : [values]);

    /// <exception cref="MissingManifestResourceException">The key has no template: a mistake in the program.</exception>
    public string Template(string key, CultureInfo language) =>
        _templates.GetString(key, language) ?? throw new MissingManifestResourceException($"There is no sentence '{key}' in {_templates.BaseName}.");
}
