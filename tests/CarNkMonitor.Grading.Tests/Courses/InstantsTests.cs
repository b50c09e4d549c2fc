using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Courses;

public sealed class InstantsTests
{
    static readonly DateTime Start = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);
    static readonly TimeSpan Life = TimeSpan.FromHours(18);

    [Fact]
    public void Each_instant_is_named_once_and_in_order()
    {
        HashSet<DateTime> instants = [];
        instants.AddAll(At(4, 0, 4), TimeSpan.FromHours(4));

        Assert.Equal([Start, Start.AddHours(4), Start.AddHours(8)], Instants.Sorted(instants));
    }

    [Theory]
    [InlineData(17, false)]
    [InlineData(18, true)]
    [InlineData(19, true)]
    public void What_only_the_latest_tells_runs_out_unless_another_has_come(int next, bool runsOut)
    {
        HashSet<DateTime> instants = [];
        instants.AddLatest(At(0, next), Life);

        Assert.Equal(runsOut, instants.Contains(Start + Life));
        Assert.Contains(Start.AddHours(next) + Life, instants);
    }

    [Fact]
    public void Of_several_series_every_fact_counts() =>
        Assert.Equal([Start, Start.AddHours(1), Start.AddHours(2)], Instants.Of([At(0, 2), At(1), At(), At(2)]));

    static Fact[] At(params int[] hours) => [.. hours.Select(hour => new Fact(Guid.NewGuid(), "temperature", Start.AddHours(hour)) { Value = 37 })];
}
