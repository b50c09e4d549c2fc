using System.Globalization;

namespace CarNkMonitor.Grading.Explanations;

/// <summary>
/// One sentence about a result: a whole-sentence template in the resources of its table and what fills its places. Never glued from words, so
/// that another language is another set of templates.
/// </summary>
public sealed class Sentence
{
    /// <summary>Simplified Chinese, the second language of the program.</summary>
    public static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");

    readonly Sentences _source;
    readonly string _key;
    readonly object[] _values;

    internal Sentence(Sentences source, string key, params object[] values) => (_source, _key, _values) = (source, key, values);

    /// <summary>The sentence in English.</summary>
    public string English => In(CultureInfo.InvariantCulture);

    /// <summary>The sentence in a language; English where there is no translation.</summary>
    public string In(CultureInfo language) =>
        string.Format(CultureInfo.InvariantCulture, _source.Template(_key, language), [.. _values.Select(value => Shown(value, language))]);

    /// <summary>As <see cref="English"/>.</summary>
    public override string ToString() => English;

    /// <summary>
    /// A list of observation codes is shown as their names,
    /// a term of the table (another entry of its resources) in the language; everything else as it is.
    /// </summary>
    static object Shown(object value, CultureInfo language) =>
        value is IEnumerable<string> codes ? InputNames.List(codes, language)
        : value is Sentence term ? term.In(language)
        : value;
}
