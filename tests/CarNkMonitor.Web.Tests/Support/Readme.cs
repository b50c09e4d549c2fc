using System.Text.RegularExpressions;
using CarNkMonitor.Testing.RealParts;

namespace CarNkMonitor.Web.Tests.Support;

/// <summary>The commands that the README tells a stranger to type.</summary>
static partial class Readme
{
    public static IReadOnlyList<string> Commands { get; } =
        [.. ShellBlock().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "README.md"))).Select(block => block.Groups["command"].Value.Trim())];

    [GeneratedRegex(@"```sh\n(?<command>[^`]+)```")]
    private static partial Regex ShellBlock();
}
