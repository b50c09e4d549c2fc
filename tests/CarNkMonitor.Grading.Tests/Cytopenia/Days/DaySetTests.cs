using CarNkMonitor.Grading.Cytopenia.Days;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cytopenia.Days;

/// <summary>Days are written from day 0 on: x is in the set, a dot is not.</summary>
public sealed class DaySetTests
{
    [Theory, Rule("ICAHT-2.3-4", "gvhd-cytopenia-observations 2.3 step 4; CIBMTR")]
    [InlineData("x.x", "xxx")]
    [InlineData("x..x", "xxxx")]
    [InlineData("x...x", "x...x")]
    [InlineData("..xx.x..x...xx..", "..xxxxxxx...xx..")]
    [InlineData("....", "....")]
    [InlineData("x..", "x..")]
    [InlineData("..x", "..x")]
    public void One_or_two_better_days_are_joined_and_three_are_a_recovery(string days, string joined) => Assert.Equal(Set(joined), Set(days).Joined);

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("..xx.xxx.x", 5, 3)]
    [InlineData("xx..xx", 0, 2)]
    public void The_longest_run_is_the_first_of_equals(string days, int from, int length) => Assert.Equal(new DayRun(from, length), Set(days).Longest);

    [Fact]
    public void Runs_come_in_order_up_to_the_last_day()
    {
        var runs = new List<DayRun>();
        foreach (var run in new DaySet((1UL << 63) | (1UL << 62) | 0b1011))
        {
            runs.Add(run);
        }

        Assert.Equal([new(0, 2), new(3, 1), new(62, 2)], runs);
    }

    [Fact]
    public void A_run_ends_on_its_last_day() => Assert.Equal(4, new DayRun(2, 3).To);

    [Fact]
    public void Joining_equals_a_walk_over_the_days() => Gen.ULong.Select(bits => bits >> 1).Sample(bits =>
    {
        var (set, walked) = (new DaySet(bits), new bool[64]);
        for (var day = 0; day < 64; day++)
        {
            var lastBefore = Enumerable.Range(0, day + 1).LastOrDefault(set.Contains, -9);
            var nextAfter = Enumerable.Range(day, 64 - day).FirstOrDefault(set.Contains, 99);
            walked[day] = set.Contains(day) || nextAfter - lastBefore <= 3;
        }

        Assert.Equal(walked, Enumerable.Range(0, 64).Select(set.Joined.Contains));
    }, iter: Law.Of(500));

    [Fact]
    public void A_limit_is_included_or_excluded_as_asked()
    {
        FilledDay[] days = [Measured(499), Measured(500), Measured(501), default, new(DayOrigin.Imputed, 500)];
        Assert.Equal(Set("xx..x"), DaySet.AtMost(days, 500));
        Assert.Equal(Set("x...."), DaySet.Below(days, 500));
        Assert.Equal(3, DaySet.AtMost(days, 500).Count);
    }

    static FilledDay Measured(decimal value) => new(DayOrigin.Measured, value);

    static DaySet Set(string days) => new(days.Select((mark, day) => mark == 'x' ? 1UL << day : 0).Aggregate(0UL, (all, bit) => all | bit));
}
