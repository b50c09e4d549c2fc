using System.Text;
using System.Text.RegularExpressions;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>Reads replies. Tolerates case, spaces, quotes, a final full stop, and the full-width letters and digits of East Asian keyboards.</summary>
public static partial class ReplyParser
{
    static readonly string[] StopWords = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"];
    static readonly string[] StartWords = ["START", "YES", "UNSTOP"];
    static readonly string[] HelpWords = ["HELP", "INFO"];

    /// <summary>Pure. The provider's own words are never a command of ours.</summary>
    public static Reply Read(string body)
    {
        var text = Plain(body);
        if (StopWords.Contains(text))
            return new Reply.Stop();
        if (StartWords.Contains(text))
            return new Reply.Start();
        if (HelpWords.Contains(text))
            return new Reply.Help();
        return Form().Match(text) is { Success: true } form ? Command(form) : new Reply.Unreadable();
    }

    static Reply Command(Match form)
    {
        var code = form.Groups["code"].Value;
        return form.Groups["word"].Value switch
        {
            "A" or "ACK" or "收到" => new Reply.Accept(code.Length == 0 ? null : code),
            "E" when code.Length > 0 => new Reply.PassOn(code),
            "N" when code.Length > 0 => new Reply.NotMe(code),
            _ => new Reply.Unreadable(),
        };
    }

    /// <summary>Compatibility form, upper case, and only letters and digits of any script.</summary>
    static string Plain(string body)
    {
        var compatible = body.IsNormalized(NormalizationForm.FormKC) ? body : body.Normalize(NormalizationForm.FormKC);
        return string.Concat(compatible.Where(character => !IsTolerated(character))).ToUpperInvariant();
    }

    static bool IsTolerated(char character) =>
        char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.Format
        || "\"'`´“”„‟‘’‚‛«»‹›「」『』.。".Contains(character, StringComparison.Ordinal);

    [GeneratedRegex("^(?<word>ACK|A|E|N|收到)(?<code>[0-9]{4})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
