using Xunit;

namespace CarNkMonitor.Grading.Tests.Approval;

/// <summary>
/// Texts that a person has read and approved, kept in the repository: any change of a rule shows in a diff. <c>CARNK_APPROVE=true</c> writes what
/// the program makes today; read the diff before you commit it.
/// </summary>
static class Approved
{
    static bool IsWriting => Environment.GetEnvironmentVariable("CARNK_APPROVE") == "true";

    /// <summary>A whole file below tests/approved, such as <c>crs/table.txt</c>.</summary>
    public static void File(string path, string text) => Compare(Path.Combine(Root(), "tests", "approved", path), _ => Normal(text));

    /// <summary>A generated block inside a page of docs, between <c>&lt;!-- generated: NAME --&gt;</c> and <c>&lt;!-- end --&gt;</c>.</summary>
    public static void Block(string page, string name, string text) => Compare(Path.Combine(Root(), "docs", page), whole => Replaced(whole, name, Normal(text)));

    static void Compare(string file, Func<string, string> make)
    {
        var stands = System.IO.File.Exists(file) ? Normal(System.IO.File.ReadAllText(file)) : "";
        var made = make(stands);
        if (made == stands)
        {
            return;
        }

        Assert.True(IsWriting, $"{Path.GetFileName(file)} is not what the program makes now. {FirstDifference(stands, made)} If that is right, run the tests once with CARNK_APPROVE=true and read the diff.");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllText(file, made);
    }

    static string Replaced(string whole, string name, string text)
    {
        var (start, end) = ($"<!-- generated: {name} -->\n", "<!-- end -->");
        var from = whole.IndexOf(start, StringComparison.Ordinal);
        Assert.True(from >= 0, $"The page has no block '{name}'.");
        from += start.Length;
        var to = whole.IndexOf(end, from, StringComparison.Ordinal);
        Assert.True(to >= 0, $"The block '{name}' has no end.");
        return whole[..from] + text + whole[to..];
    }

    static string FirstDifference(string stands, string made)
    {
        var (before, after) = (stands.Split('\n'), made.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(before.Length, after.Length)).First(at => before.ElementAtOrDefault(at) != after.ElementAtOrDefault(at));
        return $"Line {line + 1}: approved '{before.ElementAtOrDefault(line)}', now '{after.ElementAtOrDefault(line)}'.";
    }

    static string Normal(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    /// <summary>The top of the repository.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder!.FullName, "CarNkMonitor.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
