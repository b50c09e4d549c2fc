using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CarNkMonitor.Web.Pages.Shared;

/// <summary>What surrounds every page: who is signed in, where, and where one can go. A page filter sets it once per request.</summary>
/// <param name="Person">Printed name of the signed-in person; null when nobody is.</param>
/// <param name="Role">The person's role, in the words of the screen.</param>
/// <param name="Site">Name of the site whose subjects the person sees; null for people without one.</param>
/// <param name="Zone">IANA zone of that site; times on screen are in it.</param>
/// <param name="Places">Entries of the navigation, in order.</param>
public sealed record PageShell(string? Person, string? Role, string? Site, string? Zone, IReadOnlyList<Place> Places)
{
    const string Key = "Shell";

    /// <summary>Nobody is signed in.</summary>
    public static PageShell SignedOut { get; } = new(null, null, null, null, []);

    /// <summary>Invented people and no real texts: every page says so.</summary>
    public bool IsDemo { get; init; }

    /// <summary>One sentence that everybody must read, such as "Texts are not being sent"; null when all is well.</summary>
    public string? Alarm { get; init; }

    /// <summary>Where the sign-out button posts to.</summary>
    public string SignOutPath { get; init; } = "/account/sign-out";

    public static PageShell Of(ViewDataDictionary viewData) => viewData[Key] as PageShell ?? SignedOut;

    public void ShowOn(ViewDataDictionary viewData) => viewData[Key] = this;
}

/// <summary>One entry of the navigation.</summary>
/// <param name="Count">Shown as a small number when above zero, for example open alerts.</param>
public sealed record Place(string Text, string Path, int Count = 0)
{
    /// <summary>The place itself or a page below it; below the start lies everything, so that it is only itself.</summary>
    public bool IsAt(string path) => Path == "/" ? path == "/" : path.StartsWith(Path, StringComparison.OrdinalIgnoreCase);
}
