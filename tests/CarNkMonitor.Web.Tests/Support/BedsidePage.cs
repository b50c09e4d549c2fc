using System.Net;
using System.Text.RegularExpressions;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Subjects;
using Xunit;

namespace CarNkMonitor.Web.Tests.Support;

/// <summary>The bedside form as a browser without script holds it: what was typed, and the hidden fields of the page.</summary>
public sealed partial class BedsidePage
{
    readonly Visitor _visitor;
    readonly List<KeyValuePair<string, string>> _fields = [];

    BedsidePage(Visitor visitor, string path) => (_visitor, Path) = (visitor, path);

    public string Path { get; }

    public static async Task<BedsidePage> Open(Visitor visitor, Subject subject, string query = "")
    {
        var page = new BedsidePage(visitor, $"/subjects/{subject.Id}/check{query}");
        var html = await visitor.Read(page.Path);
        foreach (var name in new[] { "SubmissionId", "IsCompletion", "ObservedAt", "__RequestVerificationToken" })
        {
            page._fields.Add(new(name, ValueOf(html, name)));
        }

        return page;
    }

    /// <summary>The same page, still open after the program came back at another address.</summary>
    public BedsidePage At(Visitor visitor)
    {
        var page = new BedsidePage(visitor, Path);
        page._fields.AddRange(_fields);
        return page;
    }

    public BedsidePage Type(string name, string value)
    {
        _fields.RemoveAll(field => field.Key == name && name.Contains('[', StringComparison.Ordinal));
        _fields.Add(new(name, value));
        return this;
    }

    /// <summary>Marks one of several.</summary>
    public BedsidePage Choose(string name, string value)
    {
        _fields.Add(new(name, value));
        return this;
    }

    public BedsidePage TypeAll(IEnumerable<(string Code, string Value)> values)
    {
        foreach (var (code, value) in values)
        {
            _ = code switch
            {
                _ when ObservationCatalog.Default.Find(code) is { IsMultiple: true, Codes.Count: > 0 } => Choose($"Several[{code}]", value),
                _ => Type($"Values[{code}]", value),
            };
        }

        return this;
    }

    public BedsidePage At(string observedAt)
    {
        _fields.RemoveAll(field => field.Key == "ObservedAt");
        return Type("ObservedAt", observedAt);
    }

    /// <summary>Presses Save, or another button of the form.</summary>
    public Task<(HttpStatusCode Status, string? Location, string Text)> Save(string? button = null, string? value = null) => Post(Path, button, value);

    /// <summary>Presses "Show grades".</summary>
    public Task<(HttpStatusCode Status, string? Location, string Text)> ShowGrades() => Post($"{Path}?handler=Preview", null, null);

    async Task<(HttpStatusCode Status, string? Location, string Text)> Post(string path, string? button, string? value)
    {
        using var answer = await _visitor.Send(path, button is null ? _fields : [.. _fields, new(button, value!)]);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString, WebUtility.HtmlDecode(text));
    }

    static string ValueOf(string html, string name)
    {
        var field = InputTag().Matches(html).Select(match => match.Value).First(tag => tag.Contains($"name=\"{name}\"", StringComparison.Ordinal));
        return ValueAttribute().Match(field).Groups[1].Value;
    }

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex InputTag();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex ValueAttribute();
}
