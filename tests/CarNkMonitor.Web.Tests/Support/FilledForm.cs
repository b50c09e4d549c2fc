using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace CarNkMonitor.Web.Tests.Support;

/// <summary>The form of a page as a browser without script holds it: every field with what stands in it.</summary>
public sealed partial class FilledForm
{
    readonly Visitor _visitor;
    readonly string _path;
    readonly List<KeyValuePair<string, string>> _fields = [];

    FilledForm(Visitor visitor, string path, string html)
    {
        (_visitor, _path, Html) = (visitor, path, html);
        var form = html[html.LastIndexOf("<form", StringComparison.Ordinal)..];
        foreach (var tag in Input().Matches(form).Select(match => match.Value).Where(tag => IsSent(tag) && Attribute(tag, "name") is not null))
        {
            _fields.Add(new(Attribute(tag, "name")!, Attribute(tag, "value") ?? ""));
        }

        foreach (Match select in Select().Matches(form))
        {
            var options = Option().Matches(select.Groups[2].Value).Select(match => match.Value).ToList();
            var chosen = options.FirstOrDefault(option => option.Contains("selected", StringComparison.Ordinal)) ?? options[0];
            _fields.Add(new(Attribute(select.Groups[1].Value, "name")!, Attribute(chosen, "value")!));
        }
    }

    public string Html { get; }

    /// <summary>What stands in a field; null where there is none.</summary>
    public string? this[string name] => _fields.Where(field => field.Key == name).Select(field => field.Value).FirstOrDefault();

    public static async Task<FilledForm> Open(Visitor visitor, string path) => new(visitor, path, await visitor.Read(path));

    /// <summary>The same, as it was left before somebody else came.</summary>
    public FilledForm Type(string name, string value)
    {
        _fields.RemoveAll(field => field.Key == name);
        _fields.Add(new(name, value));
        return this;
    }

    /// <summary>Presses Save, or the button of a handler; a page that answers with the form again is the next form.</summary>
    public async Task<(HttpStatusCode Status, string? Location, FilledForm? Next)> Send(string handler = "", string? button = null, string? value = null)
    {
        var address = _path.Split('?')[0] + (handler.Length == 0 ? "" : $"?handler={handler}");
        using var answer = await _visitor.Send(address, button is null ? _fields : [.. _fields, new(button, value!)]);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (answer.StatusCode, answer.Headers.Location?.OriginalString, html.Contains("<form", StringComparison.Ordinal) ? new FilledForm(_visitor, _path, html) : null);
    }

    static bool IsSent(string tag) => Attribute(tag, "type") is not ("radio" or "checkbox") || tag.Contains("checked", StringComparison.Ordinal);

    static string? Attribute(string tag, string name) => Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>The page is read as text, in which a bound may stand in an attribute: a tag ends at the first &gt; outside of quotes.</summary>
    [GeneratedRegex("<input(?:[^>\"]|\"[^\"]*\")*>")]
    private static partial Regex Input();

    [GeneratedRegex("(<select[^>]*>)(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option(?:[^>\"]|\"[^\"]*\")*>")]
    private static partial Regex Option();
}
