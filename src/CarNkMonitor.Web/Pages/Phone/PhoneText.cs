using CarNkMonitor.Web.Demo;

namespace CarNkMonitor.Web.Pages.Phone;

/// <summary>A text as a phone shows it: its link can be tapped.</summary>
static class PhoneText
{
    public static string IdOf(DemoPerson person) => $"texts-{person.UserName.Replace('.', '-')}";

    /// <summary>A text ends with its link, if it has one.</summary>
    public static (string Words, string? Link) Split(string body) =>
        body.IndexOf("http", StringComparison.Ordinal) is var at and >= 0 ? (body[..at], body[at..]) : (body, null);

    /// <summary>The same page at the address under which the demo is looked at now, which may be another name of this machine.</summary>
    public static string Here(string link) => Uri.TryCreate(link, UriKind.Absolute, out var address) ? address.PathAndQuery : "/";
}
