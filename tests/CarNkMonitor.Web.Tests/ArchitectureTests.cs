using System.Reflection;
using System.Xml.Linq;
using CarNkMonitor.Grading;
using CarNkMonitor.Migrations.Postgres;
using CarNkMonitor.Migrations.Sqlite;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Testing.RealParts;

namespace CarNkMonitor.Web.Tests;

/// <summary>Dependencies point one way: Grading ← Monitoring ← Migrations ← Web.</summary>
public class ArchitectureTests
{
    static readonly Assembly Grading = typeof(GradeState).Assembly;
    static readonly string[] ProjectFolders = ["src", "migrations", "tests"];
    static readonly string?[] MayUseWeb = ["CarNkMonitor.Web.Tests", "CarNkMonitor.Benchmarks"];

    public static TheoryData<Assembly, string[]> Ours => new()
    {
        { Grading, [] },
        { typeof(MonitorContext).Assembly, ["CarNkMonitor.Grading"] },
        { typeof(SqliteMonitor).Assembly, ["CarNkMonitor.Monitoring", "CarNkMonitor.Grading"] },
        { typeof(PostgresMonitor).Assembly, ["CarNkMonitor.Monitoring", "CarNkMonitor.Grading"] },
        {
            typeof(MonitorApp).Assembly,
            ["CarNkMonitor.Grading", "CarNkMonitor.Monitoring", "CarNkMonitor.Migrations.Sqlite", "CarNkMonitor.Migrations.Postgres"]
        },
    };

    [Theory, MemberData(nameof(Ours), DisableDiscoveryEnumeration = true)]
    public void A_project_uses_only_what_lies_below_it(Assembly project, string[] below)
    {
        var used = project.GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => name.StartsWith("CarNkMonitor", StringComparison.Ordinal));
        Assert.Empty(used.Except(below));
    }

    [Fact]
    public void Grading_uses_nothing_but_the_base_library()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        Assert.All(Grading.GetReferencedAssemblies(), reference => Assert.True(File.Exists(Path.Combine(framework, $"{reference.Name}.dll")), reference.FullName));
    }

    /// <summary>A reference that nobody uses yet does not show in the assembly, so the project file is read too.</summary>
    [Fact]
    public void Gradings_project_file_references_nothing()
    {
        var project = XDocument.Load(Path.Combine(RepositoryRoot.Find(), "src", "CarNkMonitor.Grading", "CarNkMonitor.Grading.csproj"));
        Assert.DoesNotContain(project.Descendants(), element => element.Name.LocalName.EndsWith("Reference", StringComparison.Ordinal));
    }

    [Fact]
    public void Grading_reads_no_clock_no_file_and_no_network()
    {
        string[] refused = ["System.Net", "System.IO.FileSystem", "System.Data", "System.Threading.Thread", "System.Diagnostics.Process"];
        Assert.DoesNotContain(Grading.GetReferencedAssemblies(), reference => refused.Any(name => reference.Name!.StartsWith(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void Nobody_references_Web_but_its_tests()
    {
        var root = RepositoryRoot.Find();
        var users = ProjectFolders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.csproj", SearchOption.AllDirectories))
            .Where(file => File.ReadAllText(file).Contains("CarNkMonitor.Web.csproj", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension);
        Assert.All(users, user => Assert.Contains(user, MayUseWeb));
    }

    /// <summary>The clock is a service: a class that reads the machine's own clock cannot be tested at another moment.</summary>
    [Theory]
    [InlineData("DateTime.UtcNow")]
    [InlineData("DateTime.Now")]
    [InlineData("DateTimeOffset.UtcNow")]
    [InlineData("DateTimeOffset.Now")]
    [InlineData("Thread.Sleep")]
    public void No_source_file_reads_another_clock(string forbidden)
    {
        var files = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Find(), "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => File.ReadLines(file).Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
            && line.Contains(forbidden, StringComparison.Ordinal)));
    }
}
