using CarNkMonitor.Grading.Tests.Approval;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Packaging;

/// <summary>What others may build on, one approved text for each namespace: nothing appears, disappears or changes unseen.</summary>
public sealed class PublicApiTests
{
    static readonly IEnumerable<IGrouping<string, Type>> Namespaces = typeof(GradeResult).Assembly.GetExportedTypes().GroupBy(type => type.Namespace!);

    public static TheoryData<string> Names => [.. Namespaces.Select(group => group.Key)];

    [Theory, MemberData(nameof(Names))]
    public void The_public_members_are_the_approved_ones(string name) =>
        Approved.File($"public-api/{name}.txt", string.Join("\n", Namespaces.Single(group => group.Key == name).OrderBy(type => type.FullName, StringComparer.Ordinal).Select(PublicApi.Of)));

    [Fact]
    public void A_namespace_that_is_gone_leaves_no_text_behind() => Assert.Equal(
        Namespaces.Select(group => group.Key).Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Path.Combine(Approved.Root(), "tests", "approved", "public-api")).Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal));
}
