using System.Text.RegularExpressions;
using Xunit;

namespace CarNkMonitor.Testing.Provider;

/// <summary>A text as the person sees it.</summary>
public sealed partial class TextOnPhone
{
    readonly ProviderStandIn _provider;

    internal TextOnPhone(ProviderStandIn provider, string phone, string body) => (_provider, Phone, Body) = (provider, phone, body);

    public string Phone { get; }
    public string Body { get; }
    internal bool IsExpected { get; set; }

    /// <summary>The four digits after the A of "Reply A4821"; a text without them ends the test.</summary>
    public string Code
    {
        get
        {
            var found = ReplyCode().Match(Body);
            Assert.True(found.Success, $"The text asks for no reply: {Body}");
            return found.Groups[1].Value;
        }
    }

    /// <summary>Types an answer; <c>{code}</c> stands for this text's code.</summary>
    public Task Reply(string answer)
    {
        var needsCode = answer.Contains("{code}", StringComparison.Ordinal);
        return _provider.Text(Phone, needsCode ? answer.Replace("{code}", Code, StringComparison.Ordinal) : answer);
    }

    [GeneratedRegex(@"\bA(\d{4})\b")]
    private static partial Regex ReplyCode();
}
