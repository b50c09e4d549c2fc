using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CarNkMonitor.Testing.RealParts;

namespace CarNkMonitor.Web.Tests;

/// <summary>The package as somebody else gets it, and the program of its page compiled against it.</summary>
public sealed partial class PackageTests : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    readonly string _folder = Directory.CreateTempSubdirectory("carnk-package-").FullName;

    [Fact]
    public void The_package_stands_alone_and_its_page_s_program_runs_on_it()
    {
        var project = Path.Combine(RepositoryRoot.Find(), "src", "CarNkMonitor.Grading");
        Dotnet($"pack {project} -c Release -o {_folder} --disable-build-servers -v quiet");

        var package = Assert.Single(Directory.GetFiles(_folder, "*.nupkg"));
        Holds(package);
        Assert.Equal(Block("text"), RunOn(package));
    }

    static void Holds(string package)
    {
        using var files = ZipFile.OpenRead(package);
        var names = files.Entries.Select(file => file.FullName).ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "README.md", "lib/net10.0/CarNkMonitor.Grading.dll", "lib/net10.0/CarNkMonitor.Grading.xml", "lib/net10.0/zh-Hans/CarNkMonitor.Grading.resources.dll",
            },
            names);
        using var description = files.GetEntry("CarNkMonitor.Grading.nuspec")!.Open();
        var metadata = XDocument.Load(description);
        string Value(string name) => metadata.Descendants().Single(element => element.Name.LocalName == name).Value;
        Assert.Equal(("CarNkMonitor.Grading", "Apache-2.0", "README.md"), (Value("id"), Value("license"), Value("readme")));
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");
    }

    /// <summary>The program of the page as a project of its own, which knows the package's folder and no other source.</summary>
    string RunOn(string package)
    {
        var (sample, version) = (Directory.CreateDirectory(Path.Combine(_folder, "sample")).FullName, Version().Match(package).Groups[1].Value);
        File.WriteAllText(Path.Combine(sample, "Program.cs"), Block("csharp"));
        File.WriteAllText(Path.Combine(sample, "sample.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable>
                <RestoreSources>{_folder}</RestoreSources><RestorePackagesPath>{_folder}/packages</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="CarNkMonitor.Grading" Version="{version}" /></ItemGroup>
            </Project>
            """);
        Dotnet($"build {sample} -o {sample}/out --disable-build-servers -v quiet");
        return Dotnet($"{sample}/out/sample.dll").ReplaceLineEndings("\n").Trim();
    }

    static string Block(string language)
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "docs", "grading-library.md"));
        return Fence().Matches(page).Single(block => block.Groups["language"].Value == language).Groups["text"].Value.Trim();
    }

    string Dotnet(string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1" },
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Assert.True(process.WaitForExit(Patience), $"dotnet {arguments} did not end.");
        Assert.True(process.ExitCode == 0, $"dotnet {arguments} ended with {process.ExitCode}\n{output.Result}\n{errors.Result}");
        return output.Result;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [GeneratedRegex("```(?<language>[a-z]+)\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"CarNkMonitor\.Grading\.([0-9].*)\.nupkg$")]
    private static partial Regex Version();
}
